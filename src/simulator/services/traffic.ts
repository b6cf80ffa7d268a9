import { DAY, HOUR, hoursToday, isoLocal, lastTick, localTime, MINUTE, usual, vnDateTime } from '../clock'
import type { Place } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { rain } from '../rhythm'
import { segments, type Segment } from '../roads'
import { json, round, type Call } from '../wire'
import { blocking, openIncidents } from './trafficIncidents'

/** States are looked up five minutes apart to find since when one lasts. */
const STEP = 5 * MINUTE
type State = 'THONG_THOANG' | 'DONG' | 'UN_TAC'

interface Measured {
  segment: Segment
  speed: number
  flow: number
  state: State
}

const peak = (minutes: number, hour: number, width: number) =>
  Math.exp(-(((minutes - hour * 60) / width) ** 2))

/** How full the streets are, 0 to about 1: the rush hours 7–8 and 16:30–18:30, weaker at weekends. */
export function load(at: number): number {
  const { minutes, weekday } = localTime(at)
  const rush = 0.62 * peak(minutes, 7.6, 48) + 0.58 * peak(minutes, 17.5, 62)
  const day = 0.4 * peak(minutes, 13, 420)
  return day * 0.9 + rush * (weekday === 0 ? 0.2 : weekday === 6 ? 0.5 : 1)
}

function measure(place: Place, seed: number, segment: Segment, at: number): Measured {
  const { id, free, capacity } = segment
  const own = 0.63 + 0.5 * chance(0, place.id, 'busy', id)
  const sway =
    0.12 * drift(seed, `traffic/${id}`, at, 40 * MINUTE) + 0.05 * drift(seed, 'traffic', at, 3 * HOUR)
  const full = load(at) * own + 0.16 * rain(seed, at) + blocking(place, seed, id, at) * (0.25 + load(at) / 2)
  const ratio = Math.min(1, Math.max(0.16, 1.02 - 0.62 * full ** 1.4 + sway * (0.3 + full)))
  const state = ratio < 0.42 ? 'UN_TAC' : ratio < 0.62 ? 'DONG' : 'THONG_THOANG'
  // A jam lets fewer through than a full road that still moves.
  const flow = capacity * (0.05 + 0.9 * Math.min(1, full)) * (state === 'UN_TAC' ? 0.8 : 1)
  return { segment, speed: free * ratio, flow: Math.round(flow / 10) * 10, state }
}

const measured = remember(
  (place, seed, at): Measured[] => segments(place, 0, 0).map((segment) => measure(place, seed, segment, at)),
  400,
)

interface City {
  speed: number
  jammed: number
  busy: number
  open: number
}

/** The whole city: mean speed weighted by length, and how many stretches are full. */
const city = remember((place, seed, at): City => {
  const all = measured(place, seed, at)
  const km = all.reduce((sum, { segment }) => sum + segment.km, 0)
  return {
    speed: round(all.reduce((sum, { segment, speed }) => sum + speed * segment.km, 0) / km, 1),
    jammed: all.filter(({ state }) => state === 'UN_TAC').length,
    busy: all.filter(({ state }) => state === 'DONG').length,
    open: openIncidents(place, seed, at).length,
  }
}, 400)

const usualCity = remember((place, seed, at): City => {
  const mean = (part: keyof City, digits: number) =>
    round(
      usual(at, (then) => city(place, seed, then)[part]),
      digits,
    )
  return { speed: mean('speed', 1), jammed: mean('jammed', 0), busy: mean('busy', 0), open: mean('open', 0) }
}, 200)

/** Mean speed on the main roads, km/h. */
export const trafficSpeed = (place: Place, seed: number, at: number): number =>
  city(place, seed, lastTick(at, MINUTE)).speed

/** Since when a stretch is in the state it is in now; at most six hours back. */
function since(place: Place, seed: number, index: number, at: number): number {
  const now = measured(place, seed, at)[index]?.state
  let then = at
  let before = lastTick(at - 1, STEP)
  while (at - before < 6 * HOUR && measured(place, seed, before)[index]?.state === now) {
    then = before
    before -= STEP
  }
  return then
}

/** Main roads stretch by stretch: course, speed, vehicles and state, as the traffic control software gives them. */
export function roadSegments({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const before = [1, 2, 3, 4].map((week) => measured(place, seed, tick - week * 7 * DAY))
  const data = measured(place, seed, tick).map(({ segment, speed, flow, state }, index) => {
    const usually = before.reduce((sum, week) => sum + (week[index]?.speed ?? speed), 0) / before.length
    const ofFree = (kmh: number) => round((100 * kmh) / segment.free, 0)
    const began = since(place, seed, index, tick)
    return {
      maDoan: segment.id,
      tenDoan: segment.name,
      tenDuong: segment.road,
      maPhuong: segment.wardId,
      chieuDaiKm: round(segment.km, 2),
      luuLuong: flow,
      donViLuuLuong: 'xe/h',
      vanTocTB: round(speed, 1),
      vanTocThuongLe: round(usually, 1),
      vanTocTuDo: round(segment.free, 1),
      tyLeVanToc: ofFree(speed),
      tyLeThuongLe: ofFree(usually),
      trangThai: state,
      tuLuc: isoLocal(began),
      tuLucChu: vnDateTime(began),
      hinhHoc: { type: 'LineString', coordinates: segment.course },
      moPhong: true,
    }
  })
  return json({ success: true, message: '', data, total: data.length, thoiDiem: isoLocal(tick) })
}

function written(place: Place, at: number, { speed, jammed, busy, open }: City) {
  return {
    thoiDiem: isoLocal(at),
    vanTocTB: speed,
    doanUnTac: jammed,
    tyLeUnTac: round((100 * jammed) / segments(place, 0, 0).length, 1),
    doanDong: busy,
    suCoDangMo: open,
  }
}

/** The city's traffic in figures, with the usual of this hour and the course of the day. */
export function trafficStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const entry = (then: number) => ({
    ...written(place, then, city(place, seed, then)),
    thuongLe: written(place, then, usualCity(place, seed, then)),
  })
  return json({
    success: true,
    data: {
      ...entry(tick),
      tongSoDoan: segments(place, 0, 0).length,
      donViVanToc: 'km/h',
      dienBien: hoursToday(tick).map(entry),
    },
  })
}
