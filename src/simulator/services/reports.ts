import { DAY, HOUR, hoursToday, lastTick, localTime, usual, vnDateTime } from '../clock'
import { somewhereIn, type Place, type Ward } from '../place'
import { chance, oneOf } from '../random'
import { remember } from '../remember'
import { rain } from '../rhythm'
import { json, REFRESH, round, type Call } from '../wire'

const PER_DAY = 26
/** When people report, by hour of the day: all day long, little at night. */
const HOURS = [1, 0, 0, 0, 0, 2, 4, 7, 8, 8, 7, 5, 4, 4, 5, 6, 7, 7, 6, 6, 5, 4, 3, 2]
const CATEGORIES: readonly [string, ...string[]] = [
  'Vệ sinh môi trường',
  'Hạ tầng giao thông',
  'Trật tự đô thị',
  'Điện, chiếu sáng',
  'Thủ tục hành chính',
]
const FLOOD = 'Thoát nước, ngập úng'
/** A report is to be answered within three days; the slowest takes six. */
const DUE = 3 * DAY
const SLOWEST = 6 * DAY

interface Report {
  id: string
  category: string
  ward: Ward
  created: number
  closed: number
}

/** Every report of one day that begins at `midnight`, its later hours included. */
const reportsOfDay = remember((place, seed, midnight): Report[] => {
  const wet = [6, 10, 14, 18].reduce((sum, hour) => sum + rain(seed, midnight + hour * HOUR) / 4, 0)
  const count = Math.round(
    PER_DAY * place.scale * (0.8 + 0.4 * chance(seed, 'reports', midnight)) * (1 + 1.5 * wet),
  )
  return Array.from({ length: count }, (_, turn) => report(place, seed, midnight, turn))
})

/** Every report of the days that end with the day of `at`. */
function reportsOfDays(place: Place, seed: number, at: number, days: number): Report[] {
  const { midnight } = localTime(at)
  return Array.from({ length: days }, (_, back) => midnight - (days - 1 - back) * DAY).flatMap((day) =>
    reportsOfDay(place, seed, day),
  )
}

function report(place: Place, seed: number, day: number, turn: number): Report {
  const id = `PA-${localTime(day).day}-${String(turn + 1).padStart(3, '0')}`
  const created = day + timeOfDay(chance(seed, id, 'time'))
  const flood = chance(seed, id, 'flood') < rain(seed, created)
  const ward = oneOf(place.wards, seed, id, 'ward')
  return {
    id,
    category: flood ? FLOOD : oneOf(CATEGORIES, seed, id, 'category'),
    ward,
    created,
    closed: created + HOUR + (SLOWEST - HOUR) * chance(seed, id, 'length') ** 3,
  }
}

/** The moment after midnight by which a share of a day's reports has come in. */
function timeOfDay(share: number): number {
  let left = share * HOURS.reduce((sum, weight) => sum + weight, 0)
  const hour = HOURS.findIndex((weight) => (left -= weight) < 0)
  return (Math.max(0, hour) + 1 + left / (HOURS[hour] ?? 1)) * HOUR
}

const isOpen = (at: number) => (each: Report) => each.created <= at && each.closed > at
const isLate = (at: number) => (each: Report) => isOpen(at)(each) && each.created + DUE < at

function count(all: readonly Report[], at: number) {
  const { midnight } = localTime(at)
  return {
    open: all.filter(isOpen(at)).length,
    late: all.filter(isLate(at)).length,
    fresh: all.filter(({ created }) => created >= midnight && created <= at).length,
  }
}

function written(at: number, now: { open: number; late: number; fresh: number }) {
  return { thoiDiem: vnDateTime(at), dangMo: now.open, quaHan: now.late, moiTrongNgay: now.fresh }
}

/** Reporting line 1022: open, late and today's new reports, by category, with the usual and the day's course. */
export function reportStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const all = reportsOfDays(place, seed, tick, 36)
  const usually = (moment: number) => {
    const mean = (part: 'open' | 'late' | 'fresh') =>
      Math.round(usual(moment, (then) => count(all, then)[part]))
    return { open: mean('open'), late: mean('late'), fresh: mean('fresh') }
  }
  return json({
    code: '00',
    data: {
      ...written(tick, count(all, tick)),
      thuongLe: written(tick, usually(tick)),
      theoGio: hoursToday(tick).map((hour) => ({
        ...written(hour, count(all, hour)),
        thuongLe: written(hour, usually(hour)),
      })),
      theoLinhVuc: [...CATEGORIES, FLOOD].map((category) => ({
        linhVuc: category,
        dangMo: all.filter((each) => each.category === category && isOpen(tick)(each)).length,
      })),
    },
  })
}

/** The open reports themselves: category, ward, state and a coarse position, never a person or a house. */
export function openReports({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const open = reportsOfDays(place, seed, tick, 8).filter(isOpen(tick))
  const data = open.map((each) => publicForm(seed, each, tick))
  return json({ code: '00', data, total: open.length, thoiDiem: vnDateTime(tick) })
}

function publicForm(seed: number, each: Report, at: number) {
  const [lon, lat] = somewhereIn(each.ward, seed, each.id)
  const fresh = at - each.created < 4 * HOUR
  return {
    ma: each.id,
    tenChuDe: each.category,
    tenKhuVuc: each.ward.name,
    maPhuong: each.ward.id,
    // Snapped to about 100 m.
    mapDiaDiemPhanAnh: { kinhDo: round(lon, 3), viDo: round(lat, 3), saiSoMet: 100 },
    thoiGianGui: vnDateTime(each.created),
    hanXuLy: vnDateTime(each.created + DUE),
    tinhTrang: isLate(at)(each) ? 'Quá hạn' : fresh ? 'Mới tiếp nhận' : 'Đang xử lý',
  }
}
