import { HOUR, hoursToday, lastTick, localTime, MINUTE, usual, vnDateTime } from '../clock'
import { kmBetween } from '../geometry'
import type { Place, Ward } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { rain } from '../rhythm'
import { stations, stationState } from '../stations'
import { json, round, vnNumber, type Call } from '../wire'

const inService = remember(
  (place, seed, at) => stations(place, seed).filter(({ id }) => stationState(seed, id, at) !== 'off').length,
)

/** Operators’ network watch: stations in service, epoch seconds. */
export function stationStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const working = (then: number) => inService(place, seed, then)
  const percent = (count: number) => round((100 * count) / place.stations, 1)
  const with5G = stations(place, seed).filter(({ technologies }) => technologies.includes('5G')).length
  return json({
    status: 200,
    data: {
      ts: tick / 1000,
      total: place.stations,
      total5g: with5G,
      inService: working(tick),
      serviceRate: percent(working(tick)),
      usualRate: percent(usual(tick, working)),
      wards: place.wards.map(({ id }) => ({
        wardId: id,
        total: stations(place, seed).filter(({ ward }) => ward.id === id).length,
      })),
      series: hoursToday(tick).map((hour) => ({ ts: hour / 1000, serviceRate: percent(working(hour)) })),
    },
    total: 1,
  })
}

/** Mean download speed in Mbps: better near the centre, worse in the evening and in the rain. */
function speed(place: Place, seed: number, ward: Ward, at: number): number {
  const { minutes } = localTime(at)
  const near = Math.exp(-((kmBetween(place.centre, ward.center) / (1.4 * place.reach5GKm)) ** 2))
  const evening = Math.exp(-(((minutes - 20.5 * 60) / 100) ** 2))
  const own = 41 + 16 * near + 4 * chance(seed, 'speed', ward.id)
  const sway =
    0.05 * drift(seed, `speed/${ward.id}`, at, 40 * MINUTE) + 0.04 * drift(seed, 'speed', at, 5 * HOUR)
  return own * (1 + sway - 0.17 * evening - 0.06 * rain(seed, at))
}

const meanSpeed = remember((place, seed, at) =>
  place.wards.reduce((sum, ward) => sum + speed(place, seed, ward, at) / place.wards.length, 0),
)

/** Speed measurements: the district and its ten wards, numbers as Vietnamese text. */
export function mobileSpeed({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const text = (value: number) => vnNumber(round(value, 1))
  return json({
    ngayGio: vnDateTime(tick),
    donVi: 'Mbps',
    toanQuan: {
      taiXuong: text(meanSpeed(place, seed, tick)),
      thuongLe: text(usual(tick, (then) => meanSpeed(place, seed, then))),
    },
    theoGio: hoursToday(tick).map((hour) => ({
      ngayGio: vnDateTime(hour),
      taiXuong: text(meanSpeed(place, seed, hour)),
      thuongLe: text(usual(hour, (then) => meanSpeed(place, seed, then))),
    })),
    phuong: place.wards.map((ward) => ({
      ma: ward.id,
      ten: ward.name,
      taiXuong: text(speed(place, seed, ward, tick)),
      thuongLe: text(usual(tick, (then) => speed(place, seed, ward, then))),
    })),
  })
}
