import { DAY, HOUR, isoLocal, lastTick, localTime, MINUTE, usual, vnDateTime } from '../clock'
import type { Place } from '../place'
import { chance, oneOf } from '../random'
import { remember } from '../remember'
import { escaped, json, REFRESH, round, vnNumber, xml, type Call } from '../wire'
import { mentions, worded, type Mention, type Tone } from './onlineMentions'

const ARTICLES = [
  ['Giao thông', '{phuong}: ra quân lập lại trật tự lòng đường, vỉa hè'],
  ['Giao thông', 'Điều chỉnh tổ chức giao thông trên đường {duong}'],
  ['Lễ hội', '{phuong} chuẩn bị lễ hội truyền thống'],
  ['Chuyển đổi số', '{noi} đẩy mạnh hồ sơ trực tuyến toàn trình'],
  ['Chuyển đổi số', 'Tổ công nghệ số cộng đồng {phuong} hướng dẫn người dân'],
  ['Môi trường', '{phuong} trồng thêm cây xanh ven đường {duong}'],
  ['Đô thị', 'Nâng cấp hệ thống thoát nước tại {phuong}'],
  ['Giáo dục', 'Trường học ở {phuong} dạy kỹ năng số cho học sinh'],
] as const
const NOTICES = [
  ['Thông báo', 'Lịch tiếp công dân tháng này của {noi}'],
  ['Thông báo', 'Lịch tạm ngừng cấp nước tại {phuong}'],
  ['Dịch vụ công', 'Mời người dân góp ý thủ tục hành chính rút gọn'],
  ['Dịch vụ công', 'Hỗ trợ nộp hồ sơ trực tuyến lưu động ở {phuong}'],
  ['Quy hoạch', 'Công bố điều chỉnh quy hoạch chi tiết tại {phuong}'],
  ['Văn hóa', 'Chương trình nghệ thuật cuối tuần ở {noi}'],
] as const

interface Article {
  id: string
  topic: string
  title: string
  at: number
}

/** What was published in so many days before `at`, newest first: between 6:00 and 21:00, so many a day. */
function articles(
  kind: string,
  lines: readonly [readonly [string, string], ...(readonly [string, string])[]],
  perDay: number,
  days: number,
): (place: Place, seed: number, at: number) => Article[] {
  return remember((place, seed, at) => {
    const { midnight, day } = localTime(at)
    return Array.from({ length: days }, (_, back) => back)
      .flatMap((back) =>
        Array.from({ length: perDay }, (_, turn): Article => {
          const id = `${kind}-${day - back}-${turn + 1}`
          const [topic, line] = oneOf(lines, seed, id, 'line')
          const minute = 360 + Math.floor(((turn + chance(seed, id, 'time')) * 900) / perDay)
          return {
            id,
            topic,
            title: worded(line, place, seed, id),
            at: midnight - back * DAY + minute * MINUTE,
          }
        }),
      )
      .filter((article) => article.at <= at)
      .toSorted((a, b) => b.at - a.at)
  })
}

const press = articles('bao', ARTICLES, 8, 4)
const portal = articles('cong', NOTICES, 3, 8)

/** Sun, 22 Nov 2026 08:00:00 +0700 */
function rfc822(at: number): string {
  return new Date(at + 7 * HOUR).toUTCString().replace('GMT', '+0700')
}

/** A local paper's RSS 2.0, as their programs write it: HTML within titles, the newest article in it twice. */
export function pressFeed({ place, seed, at, root }: Call): Response {
  const all = press(place, seed, lastTick(at, MINUTE))
  const item = ({ id, topic, title, at: published }: Article) =>
    `<item><title><![CDATA[<strong>${title}</strong>]]></title><link>${root}/tin/${id}.html</link>` +
    `<guid isPermaLink="false">${id}</guid><category>${topic}</category>` +
    `<description><![CDATA[<p style="text-align:justify">Tin m&ocirc; phỏng về ${escaped(place.title)}.</p>]]></description>` +
    `<pubDate>${rfc822(published)}</pubDate></item>`
  return xml(
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>' +
      `<title>Báo địa phương (mô phỏng)</title><link>${root}</link><description>Tin về ${escaped(place.title)}</description>` +
      `${[...all.slice(0, 1), ...all].map(item).join('\n')}</channel></rss>`,
    { type: 'application/rss+xml' },
  )
}

/** The city portal's Atom feed. */
export function portalFeed({ place, seed, at, root }: Call): Response {
  const all = portal(place, seed, lastTick(at, MINUTE))
  const entry = ({ id, topic, title, at: published }: Article) =>
    `<entry><id>tag:mo-phong,2026:${id}</id><title type="html">${escaped(`<b>${escaped(title)}</b>`)}</title>` +
    `<link rel="alternate" href="${root}/${id}"/><category term="${topic}"/>` +
    `<published>${isoLocal(published)}</published><updated>${isoLocal(published)}</updated></entry>`
  return xml(
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">' +
      `<id>tag:mo-phong,2026:${place.id}</id><title>Cổng thông tin điện tử</title>` +
      `<updated>${isoLocal(lastTick(at, MINUTE))}</updated>${all.map(entry).join('\n')}</feed>`,
    { type: 'application/atom+xml' },
  )
}

const seconds = (at: number | null) => (at === null ? null : at / 1000)

/** The social-listening service: what was said in the last three days, how, on what, and what asks for an answer. */
export function mentionList({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const all = mentions(place, seed, tick, 3)
  return json({
    status: 'OK',
    generatedAt: tick / 1000,
    total: all.length,
    items: all.toReversed().map(({ id, title, topic, tone, channel, at: said, due, answered }) => ({
      id,
      tieuDe: title,
      kenh: channel,
      sacThai: tone,
      chuDe: [topic],
      thoiGian: seconds(said),
      hanTraLoi: seconds(due),
      daTraLoiLuc: answered !== null && answered <= tick ? seconds(answered) : null,
    })),
  })
}

const inTone = (all: readonly Mention[], tone: Tone) => all.filter((each) => each.tone === tone).length

/** Share of negative mentions in the 24 hours before a moment, so that a quiet night still has one. */
function negativeShare(place: Place, seed: number, at: number): number | null {
  const all = mentions(place, seed, at, 1).filter((each) => each.at > at - DAY)
  return all.length === 0 ? null : (100 * inTone(all, 'TIEU_CUC')) / all.length
}

const today = (place: Place, seed: number, at: number) => mentions(place, seed, at, 0)
const written = (value: number | null) => (value === null ? null : vnNumber(round(value, 1)))

/** The same service's statistics: today by hour and tone, what is usual, what waits for an answer. */
export function mentionStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const { midnight } = localTime(tick)
  const asking = mentions(place, seed, tick, 3).filter(
    ({ due, answered }) => due !== null && (answered === null || answered > tick),
  )
  const hours = Array.from(
    { length: Math.floor((tick - midnight) / HOUR) + 1 },
    (_, hour) => midnight + hour * HOUR,
  )
  return json({
    status: 'OK',
    capNhat: vnDateTime(tick),
    tongSo: today(place, seed, tick).length,
    tongSoThuongLe: Math.round(usual(tick, (then) => today(place, seed, then).length)),
    tyLeTieuCuc: written(negativeShare(place, seed, tick)),
    tyLeTieuCucThuongLe: written(usual(tick, (then) => negativeShare(place, seed, then) ?? 0)),
    choTraLoi: asking.length,
    quaHanTraLoi: asking.filter(({ due }) => due !== null && due < tick).length,
    theoGio: hours.map((hour) => {
      const said = today(place, seed, tick).filter((each) => each.at >= hour && each.at < hour + HOUR)
      return {
        gio: vnDateTime(hour),
        tong: said.length,
        tichCuc: inTone(said, 'TICH_CUC'),
        trungTinh: inTone(said, 'TRUNG_TINH'),
        tieuCuc: inTone(said, 'TIEU_CUC'),
      }
    }),
  })
}
