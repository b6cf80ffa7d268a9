import { HOUR, hoursToday, lastTick, localTime, MINUTE, usual, vnDateTime } from '../clock'
import { CENTRE, offsetKm, WARDS, type Ward } from '../places'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { rain } from '../rhythm'
import { stations, stationState, STATIONS_TOTAL } from '../stations'
import { json, round, vnNumber, type Call } from '../wire'

const inService = remember(
  (seed, at) => stations(seed).filter(({ id }) => stationState(seed, id, at) !== 'off').length,
)

/** Operators’ network watch: stations in service, epoch seconds. */
export function stationStatistics({ seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const working = (then: number) => inService(seed, then)
  const percent = (count: number) => round((100 * count) / STATIONS_TOTAL, 1)
  const with5G = stations(seed).filter(({ technologies }) => technologies.includes('5G')).length
  return json({
    status: 200,
    data: {
      ts: tick / 1000,
      total: STATIONS_TOTAL,
      total5g: with5G,
      inService: working(tick),
      serviceRate: percent(working(tick)),
      usualRate: percent(usual(tick, working)),
      series: hoursToday(tick).map((hour) => ({ ts: hour / 1000, serviceRate: percent(working(hour)) })),
    },
    total: 1,
  })
}

/** Mean download speed in Mbps: better near the centre, worse in the evening and in the rain. */
function speed(seed: number, ward: Ward, at: number): number {
  const { minutes } = localTime(at)
  const near = Math.exp(-((Math.hypot(...offsetKm(CENTRE, ward.center)) / 3) ** 2))
  const evening = Math.exp(-(((minutes - 20.5 * 60) / 100) ** 2))
  const own = 41 + 16 * near + 4 * chance(seed, 'speed', ward.id)
  const sway =
    0.05 * drift(seed, `speed/${ward.id}`, at, 40 * MINUTE) + 0.04 * drift(seed, 'speed', at, 5 * HOUR)
  return own * (1 + sway - 0.17 * evening - 0.06 * rain(seed, at))
}

const meanSpeed = remember((seed, at) =>
  WARDS.reduce((sum, ward) => sum + speed(seed, ward, at) / WARDS.length, 0),
)

/** Speed measurements: the district and its ten wards, numbers as Vietnamese text. */
export function mobileSpeed({ seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const text = (value: number) => vnNumber(round(value, 1))
  return json({
    ngayGio: vnDateTime(tick),
    donVi: 'Mbps',
    toanQuan: {
      taiXuong: text(meanSpeed(seed, tick)),
      thuongLe: text(usual(tick, (then) => meanSpeed(seed, then))),
    },
    theoGio: hoursToday(tick).map((hour) => ({
      ngayGio: vnDateTime(hour),
      taiXuong: text(meanSpeed(seed, hour)),
      thuongLe: text(usual(hour, (then) => meanSpeed(seed, then))),
    })),
    phuong: WARDS.map((ward) => ({
      ma: ward.id,
      ten: ward.name,
      taiXuong: text(speed(seed, ward, tick)),
      thuongLe: text(usual(tick, (then) => speed(seed, ward, then))),
    })),
  })
}
