import { HOUR, isoLocal, lastTick, localTime, MINUTE } from '../clock'
import type { Place } from '../place'
import { rain } from '../rhythm'
import { escaped, xml, type Call } from '../wire'

/** From here on rain is worth a warning, and from here on a severe one. */
const WORTH_A_WARNING = 0.3
const HEAVY = 0.7
/** How long a list keeps what is over, and how far one looks for the beginning of a rain. */
const KEPT = 2 * HOUR
const LOOK_BACK = 36
const WEDNESDAY = 3

/** A message as the hydrometeorological service or the civil defence of the city gives it out. */
interface Warning {
  id: string
  sentAt: number
  status: 'Actual' | 'Exercise' | 'System'
  type: 'Alert' | 'Update' | 'Cancel'
  follows: readonly Warning[]
  severity: 'Moderate' | 'Severe' | 'Minor'
  sender: string
  vi: readonly [headline: string, description: string, instruction: string]
  en: readonly [headline: string, description: string, instruction: string]
  onsetAt: number
  expiresAt: number
}

const HYDROMET = 'Đài Khí tượng Thuỷ văn (mô phỏng)'
const DEFENCE = 'Ban Chỉ huy Phòng thủ dân sự (mô phỏng)'

/** A time of rain by full hours; `until` is the first dry one. */
interface Rain {
  from: number
  until: number
  heavyFrom: number | undefined
}

/** The rains of the last hours and the one that comes next. */
function rains(seed: number, at: number): Rain[] {
  const first = lastTick(at, HOUR) - LOOK_BACK * HOUR
  const found: Rain[] = []
  let current: Rain | undefined
  for (let hour = first; hour < at + 2 * HOUR || (current && hour < at + 24 * HOUR); hour += HOUR) {
    const strength = rain(seed, hour)
    if (strength < WORTH_A_WARNING) {
      current = undefined
      continue
    }
    if (!current) {
      current = { from: hour, until: hour, heavyFrom: undefined }
      found.push(current)
    }
    current.until = hour + HOUR
    if (strength >= HEAVY) current.heavyFrom ??= hour
  }
  return found
}

/** What is given out about one rain: a warning before it, an update when it lasts or grows, and its end. */
function warningsOf({ from, until, heavyFrom }: Rain, place: Place): Warning[] {
  const id = (part: number) => `${place.id}-mua-${isoLocal(from).slice(0, 13).replace(/\D/g, '')}-${part}`
  const first: Warning = {
    id: id(1),
    sentAt: from - 30 * MINUTE,
    status: 'Actual',
    type: 'Alert',
    follows: [],
    severity: 'Moderate',
    sender: HYDROMET,
    vi: [
      'Cảnh báo mưa lớn',
      'Mưa vừa, mưa to kèm dông; nơi thấp trũng có thể ngập.',
      'Tránh đi qua đoạn đường ngập; khơi thông miệng thu nước.',
    ],
    en: [
      'Heavy rain warning',
      'Moderate to heavy rain with thunder; low places may flood.',
      'Keep off flooded roads; clear the drains.',
    ],
    onsetAt: from,
    expiresAt: until + HOUR,
  }
  const isSevere = heavyFrom !== undefined
  const updatedAt = Math.max(heavyFrom ?? from + 2 * HOUR, from + HOUR)
  const update: Warning = {
    ...first,
    id: id(2),
    sentAt: updatedAt,
    type: 'Update',
    follows: [first],
    severity: isSevere ? 'Severe' : 'Moderate',
    vi: isSevere
      ? [
          'Cảnh báo mưa rất to, ngập lụt',
          'Mưa rất to, nhiều tuyến đường có thể ngập sâu.',
          'Không ra đường nếu không cần thiết; ngắt điện nơi bị ngập.',
        ]
      : [
          'Cảnh báo mưa lớn kéo dài',
          'Mưa còn kéo dài trong vài giờ tới.',
          'Theo dõi mực nước; chuẩn bị bơm tiêu úng.',
        ],
    en: isSevere
      ? [
          'Very heavy rain and flooding',
          'Very heavy rain; many roads may be deep under water.',
          'Stay in unless you must go; cut the power where water stands.',
        ]
      : ['Heavy rain goes on', 'The rain goes on for some hours.', 'Watch the water; make the pumps ready.'],
  }
  const given = updatedAt < until ? [first, update] : [first]
  return [
    ...given,
    { ...first, id: id(9), sentAt: until, type: 'Cancel', follows: given, severity: 'Minor', onsetAt: until },
  ]
}

/** A drill every Wednesday morning, and every day a message between systems that proves that the line works. */
function routine(place: Place, at: number): Warning[] {
  const { midnight, weekday } = localTime(at)
  const day = isoLocal(midnight).slice(0, 10).replaceAll('-', '')
  const base = { type: 'Alert', follows: [], severity: 'Minor', sender: DEFENCE } as const
  const drill: Warning = {
    ...base,
    id: `${place.id}-dien-tap-${day}`,
    status: 'Exercise',
    sentAt: midnight + 9 * HOUR,
    onsetAt: midnight + 9 * HOUR,
    expiresAt: midnight + 10.5 * HOUR,
    vi: [
      'Diễn tập: sơ tán khu vực ngập',
      'Bài tập hằng tuần của lực lượng phòng thủ dân sự.',
      'Đây là diễn tập, người dân không phải làm gì.',
    ],
    en: [
      'Exercise: evacuating a flooded area',
      'The weekly drill of the civil defence.',
      'This is an exercise; nobody has to do anything.',
    ],
  }
  const line: Warning = {
    ...base,
    id: `${place.id}-duong-truyen-${day}`,
    status: 'System',
    sentAt: midnight,
    onsetAt: midnight,
    expiresAt: midnight + 24 * HOUR,
    vi: ['Kiểm tra đường truyền', 'Bản tin giữa các hệ thống.', 'Không phải làm gì.'],
    en: ['Line check', 'A message between systems.', 'Nothing is to be done.'],
  }
  return weekday === WEDNESDAY && at < drill.expiresAt ? [line, drill] : [line]
}

/** Everything that the list holds at a moment, the newest first. */
function listed(place: Place, seed: number, at: number): Warning[] {
  const current = rains(seed, at).filter(({ until }) => at < until + KEPT)
  return [...routine(place, at), ...current.flatMap((each) => warningsOf(each, place))]
    .filter(({ sentAt }) => sentAt <= at)
    .toSorted((a, b) => b.sentAt - a.sentAt)
}

/** CAP 1.2 over the city: an Atom list at the root, and every message in a document of its own. */
export function publicWarnings({ place, seed, at, root, rest }: Call): Response {
  const now = lastTick(at, MINUTE)
  const warnings = listed(place, seed, now)
  const [name] = rest
  if (name === undefined) return list(place, root, now, warnings)
  const found = warnings.find(({ id }) => name === `${id}.xml`)
  if (!found) return xml('<?xml version="1.0"?><error>404</error>', { status: 404 })
  return xml(document(found, place), { type: 'application/cap+xml' })
}

function list(place: Place, root: string, at: number, warnings: readonly Warning[]): Response {
  // Relative to the list: a gateway in front has another host than the one that is asked here.
  const folder = root.split('/').at(-1) ?? ''
  const entries = warnings.map(
    ({ id, sentAt, vi, sender }) =>
      `<entry><id>${id}</id><title>${escaped(vi[0])}</title><updated>${isoLocal(sentAt)}</updated>` +
      `<author><name>${escaped(sender)}</name></author><link rel="alternate" type="application/cap+xml" href="${folder}/${id}.xml"/></entry>`,
  )
  return xml(
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">' +
      `<id>${root}</id><title>Cảnh báo thiên tai ${escaped(place.title)} (mô phỏng)</title><updated>${isoLocal(at)}</updated>` +
      `<link rel="self" href="${root}"/>${entries.join('')}</feed>`,
    { type: 'application/atom+xml' },
  )
}

const senderOf = ({ id }: Place) => `canhbao.${id}.mo-phong`

function document(warning: Warning, place: Place): string {
  const { id, sentAt, status, type, follows } = warning
  const references = follows.map((each) => [senderOf(place), each.id, isoLocal(each.sentAt)].join(','))
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">' +
    `<identifier>${id}</identifier><sender>${senderOf(place)}</sender><sent>${isoLocal(sentAt)}</sent>` +
    `<status>${status}</status><msgType>${type}</msgType><scope>Public</scope>` +
    (references.length > 0 ? `<references>${references.join(' ')}</references>` : '') +
    `${info('en-US', warning, warning.en, place)}${info('vi-VN', warning, warning.vi, place)}</alert>`
  )
}

function info(language: string, warning: Warning, words: Warning['vi'], place: Place): string {
  const [headline, description, instruction] = words
  const { severity, sentAt, onsetAt, expiresAt, sender } = warning
  const [lon, lat] = place.centre
  return (
    `<info><language>${language}</language><category>Met</category><event>${escaped(headline)}</event>` +
    `<urgency>Expected</urgency><severity>${severity}</severity><certainty>Likely</certainty>` +
    `<effective>${isoLocal(sentAt)}</effective><onset>${isoLocal(onsetAt)}</onset><expires>${isoLocal(expiresAt)}</expires>` +
    `<senderName>${escaped(sender)}</senderName><headline>${escaped(headline)}</headline>` +
    `<description>${escaped(description)}</description><instruction>${escaped(instruction)}</instruction>` +
    `<area><areaDesc>${escaped(place.title)}</areaDesc>${shapes(warning, place) || `<circle>${lat},${lon} 5</circle>`}</area></info>`
  )
}

/** A severe rain is drawn over the wards where water stands first, others over the whole place. */
function shapes({ severity }: Warning, { wards }: Place): string {
  if (severity !== 'Severe') return ''
  return wards
    .slice(0, 3)
    .map(({ outline }) => outline.map(([lon, lat]) => `${lat},${lon}`).join(' '))
    .map((polygon) => `<polygon>${polygon}</polygon>`)
    .join('')
}
