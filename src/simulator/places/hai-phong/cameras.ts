import { HOUR, hoursToday, isoLocal, lastTick } from '../../clock'
import { pointAt } from '../../geometry'
import type { Place } from '../../place'
import { remember } from '../../remember'
import { downSince } from '../../rhythm'
import { json, REFRESH, round, type Call } from '../../wire'

/** The pilot connected 21 cameras of one-stop services; which ones is not published. */
const CITY_COUNTERS = 6

interface Counter {
  code: string
  name: string
  short: string
  at: readonly [number, number]
  unit: string | null
}

/** One for each of the fifteen units and six in the city's middle: 21 cameras at invented places. */
const counters = remember(
  ({ wards, centre }): Counter[] => [
    ...wards.map(({ id, name, center }, index) => ({
      code: `hp-mc-${id}`,
      name: `Một cửa ${name}`,
      short: name,
      at: pointAt(center, index + 2, 0.4),
      unit: id,
    })),
    ...Array.from({ length: CITY_COUNTERS }, (_, index) => ({
      code: `hp-mc-tp-${index + 1}`,
      name: `Một cửa trung tâm ${index + 1}`,
      short: `Trung tâm ${index + 1}`,
      at: pointAt(centre, (2 * Math.PI * index) / CITY_COUNTERS, 2.2),
      unit: null,
    })),
  ],
  4,
)

const working = (seed: number, code: string, at: number) =>
  downSince(seed, code, at, 10 * HOUR, 0.07) === undefined

const online = remember(
  (place: Place, seed, at) => counters(place, 0, 0).filter(({ code }) => working(seed, code, at)).length,
)

/** Register of one-stop cameras. People sit at the counters: a state and never a picture. */
export function oneStopCameras({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const all = counters(place, 0, 0)
  const rate = (then: number) => round((100 * online(place, seed, then)) / all.length, 1)
  return json({
    code: 0,
    data: {
      checkTime: isoLocal(tick),
      total: all.length,
      online: online(place, seed, tick),
      onlineRate: rate(tick),
      congBo: { ky: '2022-08', total: 21, online: 21 },
      hourly: hoursToday(tick).map((hour) => ({ time: isoLocal(hour), onlineRate: rate(hour) })),
      list: all.map(({ code, name, short, at: [lon, lat], unit }) => ({
        cameraIndexCode: code,
        cameraName: name,
        shortName: short,
        unit,
        longitude: String(lon),
        latitude: String(lat),
        status: working(seed, code, tick) ? 'ONLINE' : 'OFFLINE',
        since: isoLocal(downSince(seed, code, tick, 10 * HOUR, 0.07) ?? tick),
        privacy: 'STATUS_ONLY',
        legalBasis: 'Luật 91/2025/QH15, Điều 32',
        moPhong: true,
      })),
    },
  })
}
