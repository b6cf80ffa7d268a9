import { DAY, HOUR, localTime } from '../clock'
import { somewhereIn, type Place, type Ward } from '../place'
import { chance, oneOf } from '../random'
import { remember } from '../remember'
import { rain, STREET_HOURS, timeOfDay } from '../rhythm'
import { round } from '../wire'

const PER_DAY = 26
const CATEGORIES: readonly [string, ...string[]] = [
  'Vệ sinh môi trường',
  'Hạ tầng giao thông',
  'Trật tự đô thị',
  'Điện, chiếu sáng',
  'Thủ tục hành chính',
]
const FLOOD = 'Thoát nước, ngập úng'
export const FIELDS = [...CATEGORIES, FLOOD]
/** A report is to be answered within three days; the slowest takes six. */
export const DUE = 3 * DAY
export const SLOWEST = 6 * DAY

export interface Report {
  id: string
  category: string
  ward: Ward
  created: number
  closed: number
}

/** How many reports come in on the day that begins at `midnight`: more when it rains. */
export function countOfDay(place: Place, seed: number, midnight: number): number {
  const wet = [6, 10, 14, 18].reduce((sum, hour) => sum + rain(seed, midnight + hour * HOUR) / 4, 0)
  return Math.round(PER_DAY * place.scale * (0.8 + 0.4 * chance(seed, 'reports', midnight)) * (1 + 1.5 * wet))
}

/** Every report of one day that begins at `midnight`, its later hours included. */
const reportsOfDay = remember((place, seed, midnight): Report[] =>
  Array.from({ length: countOfDay(place, seed, midnight) }, (_, turn) => report(place, seed, midnight, turn)),
)

/** Every report of the days that end with the day of `at`. */
export function reportsOfDays(place: Place, seed: number, at: number, days: number): Report[] {
  const { midnight } = localTime(at)
  return Array.from({ length: days }, (_, back) => midnight - (days - 1 - back) * DAY).flatMap((day) =>
    reportsOfDay(place, seed, day),
  )
}

function report(place: Place, seed: number, day: number, turn: number): Report {
  const id = `PA-${localTime(day).day}-${String(turn + 1).padStart(3, '0')}`
  const created = day + timeOfDay(STREET_HOURS, chance(seed, id, 'time'))
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

export const isOpen = (at: number) => (each: Report) => each.created <= at && each.closed > at
export const isLate = (at: number) => (each: Report) => isOpen(at)(each) && each.created + DUE < at

/** Where an open report stands, in the words of the line. */
export function wordOf(each: Report, at: number): string {
  if (isLate(at)(each)) return 'Quá hạn'
  return at - each.created < 4 * HOUR ? 'Mới tiếp nhận' : 'Đang xử lý'
}

/** Snapped to about 100 m. */
export function coarsePlace(seed: number, each: Report) {
  const [lon, lat] = somewhereIn(each.ward, seed, each.id)
  return { kinhDo: round(lon, 3), viDo: round(lat, 3), saiSoMet: 100 }
}
