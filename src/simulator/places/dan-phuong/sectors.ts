import type { Feature } from 'geojson'
import { hoursToday, lastTick, MINUTE, usual, vnDateTime } from '../../clock'
import { pointFeature } from '../../geometry'
import { somewhereIn, type Place } from '../../place'
import { chance, drift } from '../../random'
import { remember } from '../../remember'
import {
  monthsSince2023,
  OFFICE_HOURS,
  OFFICE_WEEK,
  ONLINE_HOURS,
  soFar,
  STREET_HOURS,
  type Flow,
} from '../../rhythm'
import { json, REFRESH, vnNumber, type Call } from '../../wire'

const EVENING_HOURS = [2, 1, 0, 0, 0, 1, 3, 5, 6, 6, 6, 7, 8, 6, 5, 5, 5, 6, 7, 10, 12, 12, 9, 5]

/** The five fields that come first (S4-9), each with something that a day brings. What it brings is simulated. */
const SECTORS: readonly (Flow & { code: string; name: string })[] = [
  { code: 'YTE', name: 'Y tế', key: 'sector-health', perDay: 260, hours: OFFICE_HOURS, week: OFFICE_WEEK },
  { code: 'GIAODUC', name: 'Giáo dục', key: 'sector-education', perDay: 420, hours: ONLINE_HOURS, week: [0.5, 1.1, 1, 1, 1, 1, 0.7] },
  { code: 'NONGNGHIEP', name: 'Nông nghiệp', key: 'sector-farming', perDay: 150, hours: STREET_HOURS, week: [1.3, 0.9, 0.9, 0.9, 0.95, 1, 1.2] },
  { code: 'DULICH', name: 'Du lịch', key: 'sector-tourism', perDay: 210, hours: STREET_HOURS, week: [2.1, 0.5, 0.5, 0.55, 0.6, 0.9, 1.9], rain: -0.6 },
  { code: 'TMDT', name: 'Thương mại điện tử', key: 'sector-commerce', perDay: 680, hours: EVENING_HOURS, week: [1.15, 0.95, 0.95, 1, 1, 1.05, 1.1] },
] // prettier-ignore

const today = remember((place, seed, at) => SECTORS.map((sector) => soFar(sector, place, seed, at)), 600)
const usually = remember(
  (place, seed, at) =>
    SECTORS.map((_, index) => Math.round(usual(at, (then) => today(place, seed, then)[index] ?? 0))),
  200,
)

/** What the fields have brought so far today, beside the usual of this hour. */
export function prioritySectors({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const rows = (moment: number) =>
    SECTORS.map(({ code, name }, index) => ({
      maNganh: code,
      tenNganh: name,
      homNay: today(place, seed, moment)[index] ?? 0,
      thuongLe: usually(place, seed, moment)[index] ?? 0,
    }))
  return json({
    statusCode: 200,
    moPhong: true,
    asOf: vnDateTime(tick),
    items: rows(tick),
    theoGio: hoursToday(tick).flatMap((hour) => rows(hour).map((row) => ({ ...row, luc: vnDateTime(hour) }))),
  })
}

/** How many cooperatives the simulated district has. */
const COOPERATIVES = 46

interface Cooperative {
  id: string
  name: string
  unit: string
  at: readonly [number, number]
  /** The month since 2023 in which it opened a stall online. */
  joins: number
}

const cooperatives = remember(
  (place, seed): Cooperative[] =>
    Array.from({ length: COOPERATIVES }, (_, index) => {
      const id = `htx-${String(index + 1).padStart(2, '0')}`
      const ward = place.wards[index % place.wards.length] ?? place.wards[0]
      const [lon, lat] = somewhereIn(ward, seed, id)
      const name = `Hợp tác xã ${Math.floor(index / place.wards.length) + 1} – ${ward.name}`
      return { id, name, unit: ward.id, at: [lon, lat], joins: 60 * chance(seed, id, 'joins') }
    }),
  4,
)

const isOnline = ({ joins }: Cooperative, at: number) => monthsSince2023(at) > joins

/** Cooperatives as points; places and stalls are simulated. */
export function cooperativePoints(place: Place, seed: number, at: number): Feature[] {
  return cooperatives(place, seed, 0).map((each) =>
    pointFeature(each.id, each.at, {
      ten: each.name,
      maDonVi: each.unit,
      gianHang: isOnline(each, at) ? 'co' : 'chua',
      moPhong: true,
      doChinhXac: 'schematic',
    }),
  )
}

/** Support for cooperatives and household businesses: who sells online, who takes payment without cash. */
export function businessSupport({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const online = cooperatives(place, seed, 0).filter((each) => isOnline(each, tick)).length
  const households =
    3400 + 21 * monthsSince2023(tick) + 12 * drift(seed, 'households', tick, 90 * 24 * 60 * MINUTE)
  return json({
    resultCode: 'SUCCESS',
    payload: {
      capNhat: vnDateTime(tick),
      hopTacXa: { tong: COOPERATIVES, coGianHang: online },
      hoKinhDoanh: { nhanKhongTienMat: vnNumber(Math.round(households)) },
      moPhong: true,
    },
  })
}
