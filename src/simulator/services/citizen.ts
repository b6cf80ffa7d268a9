import { DAY, HOUR, hoursToday, isoLocal, lastTick, localTime, MINUTE, usual } from '../clock'
import type { Place } from '../place'
import { chance, oneOf } from '../random'
import { remember } from '../remember'
import { json, REFRESH, round, vnNumber, type Call } from '../wire'
import {
  coarsePlace,
  countOfDay,
  DUE,
  FIELDS,
  isLate,
  isOpen,
  reportsOfDays,
  type Report,
} from './reportBook'
import { count } from './reports'
import { median } from './security'

/** The list reaches back two weeks, and no further than so many settled reports. */
const DAYS = 14
const MOST_SETTLED = 700
/** The share of handled reports is told of the last ninety days. */
const LONG_DAYS = 90

/** Who settles a field, and what reports of it say; no sentence of a person ever gets here. */
const DESK: Record<string, { agency: string; titles: readonly [string, ...string[]] }> = {
  'Vệ sinh môi trường': {
    agency: 'Công ty Môi trường đô thị',
    titles: ['Rác chưa được thu gom', 'Đổ rác không đúng nơi', 'Mùi hôi từ điểm tập kết rác'],
  },
  'Hạ tầng giao thông': {
    agency: 'Phòng Quản lý đô thị',
    titles: ['Mặt đường hư hỏng', 'Nắp cống mất, vỡ', 'Đèn tín hiệu không hoạt động'],
  },
  'Trật tự đô thị': {
    agency: 'Đội Trật tự đô thị',
    titles: ['Lấn chiếm vỉa hè', 'Đỗ xe sai quy định', 'Quảng cáo sai quy định'],
  },
  'Điện, chiếu sáng': {
    agency: 'Điện lực',
    titles: ['Đèn đường không sáng', 'Dây cáp sà thấp', 'Mất điện khu vực'],
  },
  'Thủ tục hành chính': {
    agency: 'Bộ phận một cửa',
    titles: ['Hỏi tiến độ hồ sơ', 'Thái độ phục vụ', 'Hướng dẫn nộp hồ sơ trực tuyến'],
  },
  'Thoát nước, ngập úng': {
    agency: 'Công ty Thoát nước',
    titles: ['Ngập úng sau mưa', 'Cống tắc, thoát nước chậm', 'Nước thải tràn mặt đường'],
  },
}

/** The app of the city, and the letter box of the Fatherland Front as the second way in (S0-13, S1-11). */
const appOf = (place: Place) => (place.id === 'ha-long' ? 'Hạ Long Smart' : '1022')

/** What a report has beyond the line's own book; chance of its own, so that the book stays as it is. */
function details(place: Place, seed: number, each: Report) {
  const wanted = { agency: 'UBND', titles: [each.category] as const }
  const { agency, titles } = DESK[each.category] ?? wanted
  const letter = chance(seed, each.id, 'channel') < 0.14
  const wait = 12 * MINUTE + chance(seed, each.id, 'answer') ** 2 * 9 * HOUR
  const late = each.closed > each.created + DUE
  // Nine of ten are content (Hue-S: 92 %), fewer when they had to wait; four of ten say nothing.
  const content = chance(seed, each.id, 'content') < (late ? 0.83 : 0.95)
  const high = chance(seed, each.id, 'stars') < 0.62
  return {
    agency,
    title: oneOf(titles, seed, each.id, 'title'),
    channel: letter ? 'Hòm thư góp ý' : appOf(place),
    responded: Math.min(each.created + wait, each.closed),
    refused: chance(seed, each.id, 'refused') < 0.02,
    stars: chance(seed, each.id, 'says') < 0.6 ? (content ? (high ? 5 : 4) : high ? 3 : 2) : null,
  }
}

function listed(place: Place, seed: number, at: number): Report[] {
  const known = reportsOfDays(place, seed, at, DAYS).filter(({ created }) => created <= at)
  const settled = known.filter(({ closed }) => closed <= at).toSorted((a, b) => b.closed - a.closed)
  return [...known.filter(isOpen(at)), ...settled.slice(0, MOST_SETTLED)]
}

/** 1 new, 2 under way, 3 done, 4 refused: what is late the reader sees from the times. */
function codeOf(each: Report, { responded, refused }: { responded: number; refused: boolean }, at: number) {
  if (each.closed <= at) return refused ? 4 : 3
  return responded <= at ? 2 : 1
}

/** The reports of two weeks, from new to settled: field, ward, agency, times and a coarse place. */
export function citizenReports({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const all = listed(place, seed, tick)
  const time = (moment: number) => (moment <= tick ? isoLocal(moment) : null)
  const data = all.map((each) => {
    const more = details(place, seed, each)
    return {
      maPhanAnh: each.id,
      tieuDePhanAnh: more.title,
      tenChuDe: each.category,
      tenKhuVuc: each.ward.name,
      maPhuong: each.ward.id,
      kenhTiepNhan: more.channel,
      donViXuLy: more.agency,
      trangThai: codeOf(each, more, tick),
      quaHan: isLate(tick)(each),
      thoiGianGui: isoLocal(each.created),
      thoiGianTraLoi: time(more.responded),
      hanXuLy: isoLocal(each.created + DUE),
      thoiGianHoanThanh: time(each.closed),
      mucDoHaiLong: each.closed <= tick && !more.refused ? more.stars : null,
      mapDiaDiemPhanAnh: coarsePlace(seed, each),
      moPhong: true,
    }
  })
  return json({
    status: 200,
    message: 'Thành công',
    result: { items: data, total: data.length, capNhat: isoLocal(tick) },
  })
}

interface Balance {
  open: number
  late: number
  fresh: number
}

const balance = remember((place, seed, at): Balance => count(reportsOfDays(place, seed, at, 7), at), 300)

const text = (value: number | null) => (value === null ? null : vnNumber(value))
const percent = (part: number, whole: number) => (whole === 0 ? null : round((100 * part) / whole, 1))

const written = (at: number, { open, late, fresh }: Balance) => ({
  thoiDiem: isoLocal(at),
  dangXuLy: text(open),
  quaHan: text(late),
  tyLeQuaHan: text(percent(late, open)),
  moiTrongNgay: text(fresh),
})

/** How well reports of two weeks were settled. */
function quality(place: Place, seed: number, at: number) {
  const settled = reportsOfDays(place, seed, at, DAYS).filter(({ closed }) => closed <= at)
  const stars = settled.flatMap((each) => {
    const { refused, stars: given } = details(place, seed, each)
    return refused || given === null ? [] : [given]
  })
  const { midnight } = localTime(at)
  const before = Array.from({ length: LONG_DAYS }, (_, back) => midnight - (back + 1) * DAY)
  const received = before.reduce((sum, day) => sum + countOfDay(place, seed, day), 0)
  const open = reportsOfDays(place, seed, at, 7).filter((each) => isOpen(at)(each) && each.created < midnight)
  const days = median(settled.map(({ created, closed }) => (closed - created) / DAY))
  return {
    daXuLy14Ngay: settled.length,
    tyLeDaXuLy90Ngay: text(percent(received - open.length, received)),
    tyLeDungHan: text(
      percent(settled.filter((each) => each.closed <= each.created + DUE).length, settled.length),
    ),
    soDanhGia: stars.length,
    tyLeHaiLong: text(percent(stars.filter((given) => given >= 4).length, stars.length)),
    soNgayTrungVi: text(days === null ? null : round(days, 2)),
  }
}

/** The app's board: open, late, on time, content, with the usual of this hour and the day's course. */
export function citizenStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const mean = (then: number, part: keyof Balance) =>
    Math.round(usual(then, (before) => balance(place, seed, before)[part]))
  const entry = (then: number) => ({
    ...written(then, balance(place, seed, then)),
    thuongLe: written(then, {
      open: mean(then, 'open'),
      late: mean(then, 'late'),
      fresh: mean(then, 'fresh'),
    }),
  })
  const open = reportsOfDays(place, seed, tick, 7).filter(isOpen(tick))
  const part = (of: readonly Report[]) => ({ dangXuLy: of.length, quaHan: of.filter(isLate(tick)).length })
  return json({
    status: 200,
    message: 'Thành công',
    result: {
      ...entry(tick),
      ...quality(place, seed, tick),
      theoGio: hoursToday(tick).map(entry),
      theoLinhVuc: FIELDS.map((field) => ({
        linhVuc: field,
        ...part(open.filter(({ category }) => category === field)),
      })),
      theoPhuong: place.wards.map(({ id, name }) => ({
        maPhuong: id,
        tenPhuong: name,
        ...part(open.filter(({ ward }) => ward.id === id)),
      })),
    },
  })
}
