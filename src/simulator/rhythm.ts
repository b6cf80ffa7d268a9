import { DAY, HOUR, localTime } from './clock'
import type { Place } from './place'
import { chance, drift } from './random'
import { remember } from './remember'

/** Something that adds up over a day, such as dossiers received. */
export interface Flow {
  key: string
  /** Mean of a full working day. */
  perDay: number
  /** Weight of each hour of the day, from 0 to 23. */
  hours: readonly number[]
  /** Factor of each weekday, Sunday first. */
  week: readonly number[]
  /** How much heavy rain changes it: -0.4 means 40 % fewer. */
  rain?: number
}

/** Counters open 7:30–11:30 and 13:30–17:00, on Saturday mornings at half strength: an assumption. */
const COUNTER_HOURS: readonly [minute: number, share: number][] = [
  [450, 0],
  [465, 0.45],
  [510, 1],
  [570, 1],
  [630, 0.7],
  [675, 0.3],
  [695, 0],
  [805, 0],
  [820, 0.5],
  [870, 0.9],
  [930, 0.7],
  [990, 0.3],
  [1020, 0],
]
const COUNTER_WEEK = [0, 1.15, 1, 0.95, 0.95, 1.05, 0.5]

/** People go online all day, most of them in office hours; a third of the work of a weekend remains. */
export const ONLINE_HOURS = [1, 0, 0, 0, 0, 1, 2, 6, 14, 15, 12, 6, 3, 7, 13, 12, 9, 5, 3, 3, 4, 4, 3, 2]
export const OFFICE_HOURS = [0, 0, 0, 0, 0, 0, 0, 4, 14, 17, 16, 8, 0, 6, 15, 16, 12, 1, 0, 0, 0, 0, 0, 0]
export const STREET_HOURS = [1, 0, 0, 0, 0, 2, 4, 7, 8, 8, 7, 5, 4, 4, 5, 6, 7, 7, 6, 6, 5, 4, 3, 2]
export const OFFICE_WEEK = [0, 1.15, 1, 0.95, 0.95, 1.05, 0.45]
export const ONLINE_WEEK = [0.25, 1.15, 1, 0.95, 0.95, 1.05, 0.5]

/** Rain from 0 (dry, most of the time) to 1 (a downpour). */
export function rain(seed: number, at: number): number {
  return (
    Math.max(0, drift(seed, 'rain', at, 9 * HOUR) * 0.7 + drift(seed, 'shower', at, 2 * HOUR) * 0.3 - 0.35) /
    0.65
  )
}

/** Rain at full hours: every flow of a city asks for the same ones. */
const rainOfHour = remember((_, seed, hour) => rain(seed, hour), 2048)

/**
 * How much of a flow has come in today. Past hours never change and the sum never falls: each hour gets its own
 * luck, and an hour under way is straight within itself.
 */
export function soFar(flow: Flow, place: Place, seed: number, at: number): number {
  const { day, midnight, minutes, weekday } = localTime(at)
  const luck = 0.88 + 0.24 * chance(seed, flow.key, day)
  const share = flow.hours.reduce((sum, weight, hour) => {
    const passed = Math.min(1, Math.max(0, minutes / 60 - hour))
    const wet = 1 + (flow.rain ?? 0) * rainOfHour(place, seed, midnight + hour * HOUR)
    return sum + weight * passed * wet * (0.8 + 0.4 * chance(seed, flow.key, day, hour))
  }, 0)
  const whole = flow.hours.reduce((sum, weight) => sum + weight, 0)
  return Math.floor((flow.perDay * place.scale * (flow.week[weekday] ?? 1) * luck * share) / whole)
}

/** What each of the 24 hours of a day brings, later hours included: the steps of `soFar` at full hours. */
export function hoursOf(flow: Flow, place: Place, seed: number, at: number): number[] {
  const { day, midnight, weekday } = localTime(at)
  const luck = 0.88 + 0.24 * chance(seed, flow.key, day)
  const whole = flow.hours.reduce((sum, weight) => sum + weight, 0)
  let share = 0
  let before = 0
  return flow.hours.map((weight, hour) => {
    const wet = 1 + (flow.rain ?? 0) * rain(seed, midnight + hour * HOUR)
    share += weight * wet * (0.8 + 0.4 * chance(seed, flow.key, day, hour))
    const until = Math.floor((flow.perDay * place.scale * (flow.week[weekday] ?? 1) * luck * share) / whole)
    const brought = until - before
    before = until
    return brought
  })
}

/** The moment after midnight, in ms, by which a share (0–1) of what a day brings has come in. */
export function timeOfDay(hours: readonly number[], share: number): number {
  let left = share * hours.reduce((sum, weight) => sum + weight, 0)
  const hour = hours.findIndex((weight) => (left -= weight) < 0)
  return (Math.max(0, hour) + 1 + left / (hours[hour] ?? 1)) * HOUR
}

/** How busy the counters are, 0 (closed) to about 1.15. */
export function counterLoad(at: number): number {
  const { minutes, weekday } = localTime(at)
  if (weekday === 6 && minutes > 720) return 0
  const next = COUNTER_HOURS.findIndex(([minute]) => minute > minutes)
  const [from, to] = [COUNTER_HOURS[next - 1], COUNTER_HOURS[next]]
  if (!from || !to) return 0
  const between = (minutes - from[0]) / (to[0] - from[0])
  return (from[1] + (to[1] - from[1]) * between) * (COUNTER_WEEK[weekday] ?? 0)
}

/**
 * Since when something is out of order, epoch ms; undefined while it works. Time is cut into windows, each with
 * its own chance of one outage within it, so that a state lasts and does not flicker.
 */
export function downSince(
  seed: number,
  id: string,
  at: number,
  windowMs: number,
  risk: number,
): number | undefined {
  const shift = chance(seed, id, 'phase') * windowMs
  const window = Math.floor((at - shift) / windowMs)
  if (chance(seed, id, 'risk', window) >= risk) return undefined
  const begins = window * windowMs + shift + chance(seed, id, 'begin', window) * windowMs * 0.5
  const ends = begins + (0.15 + 0.35 * chance(seed, id, 'length', window)) * windowMs
  return at >= begins && at < ends ? begins : undefined
}

/** The cumulative share of days since 1 January 2023, for things that grow by the month. */
export function monthsSince2023(at: number): number {
  return (at - Date.UTC(2023, 0, 1)) / (30.4 * DAY)
}
