import { describe, expect, it } from 'vitest'
import type { Timeline } from '../timeline'
import { forecast } from './forecast'

const FROM = Date.parse('2026-10-26T00:00:00+07:00')
const HOUR = 3_600_000
const OPEN = [0, Infinity] as const

function line(values: (number | undefined)[], step: Timeline['step'] = 'hour'): Timeline {
  const known = values.filter((value) => value !== undefined).length
  return { step, stepMs: step === 'hour' ? HOUR : 24 * HOUR, from: FROM, values, known }
}
const hours = (count: number, value: (hour: number) => number | undefined) =>
  line(Array.from({ length: count }, (_, hour) => value(hour)))
/** 10 by day, 2 by night, twice as much at weekends. */
const shape = (hour: number) => (hour % 24 >= 7 ? 10 : 2) * (hour % 168 >= 120 ? 2 : 1)
/** The same numbers between 0 and 1 in every run (Lehmer 1951). */
function noise() {
  let state = 7
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}
function made(timeline: Timeline, days: number, range: readonly [number, number] = OPEN) {
  const found = forecast(timeline, days, range)
  if (found.kind !== 'made') throw new Error(found.kind)
  return found
}

describe('a forecast', () => {
  it('of what repeats every week is that week, without any error', () => {
    const { steps, error } = made(hours(28 * 24, shape), 7)
    expect(steps.map(({ value }) => value)).toEqual(
      Array.from({ length: 168 }, (_, hour) => shape(28 * 24 + hour)),
    )
    expect(error).toBe(0)
    expect(Math.max(...steps.map(({ low, high }) => high - low))).toBeLessThan(1e-9)
    expect(steps[0]?.at).toBe(FROM + 28 * 24 * HOUR)
  })

  it('follows the level of the last hours, less and less', () => {
    // The last six hours are half as high again: the next one is 1,5 times its usual, the one after 1,45 times.
    const { steps } = made(
      hours(28 * 24, (hour) => shape(hour) * (hour >= 28 * 24 - 6 ? 1.5 : 1)),
      1,
    )
    expect(steps[0]?.value).toBeCloseTo(2 * 1.5, 10)
    expect(steps[1]?.value).toBeCloseTo(2 * 1.45, 10)
    expect(steps[23]?.value).toBeCloseTo(10 * (1 + 0.5 * 0.9 ** 23), 10)
  })

  it('holds about four of five coming values in its interval', () => {
    const random = noise()
    const all = Array.from({ length: 60 * 24 }, (_, hour) => shape(hour) * (0.5 + random()))
    let [inside, seen] = [0, 0]
    for (let day = 28; day < 59; day++) {
      const { steps } = made(line(all.slice((day - 28) * 24, day * 24)), 1)
      for (const [index, { low, high }] of steps.entries()) {
        const value = all[day * 24 + index] ?? NaN
        if (value >= low && value <= high) inside++
        seen++
      }
    }
    expect(inside / seen).toBeGreaterThan(0.74)
    expect(inside / seen).toBeLessThan(0.88)
  })

  it('never leaves what the figure can be', () => {
    const random = noise()
    const { steps } = made(
      hours(28 * 24, () => (random() > 0.7 ? 99 : 1)),
      1,
      [0, 100],
    )
    expect(Math.min(...steps.map(({ low }) => low))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...steps.map(({ high }) => high))).toBeLessThanOrEqual(100)
    const narrow = made(hours(28 * 24, shape), 1, [3, 8])
    expect(narrow.steps.every(({ value }) => value >= 3 && value <= 8)).toBe(true)
  })

  it('shifts what can be negative instead of multiplying it', () => {
    const cold = (hour: number) => (hour % 24 < 12 ? -2 : 2) + (hour >= 28 * 24 - 6 ? 1 : 0)
    expect(made(hours(28 * 24, cold), 1, [-50, 60]).steps[0]?.value).toBeCloseTo(-1, 10)
  })

  it('is not made from twenty days, nor from a past full of holes, and says what is missing', () => {
    expect(forecast(hours(20 * 24, shape), 1, OPEN)).toEqual({ kind: 'few', have: 20, need: 21 })
    const holes = hours(28 * 24, (hour) => (hour % 2 ? shape(hour) : undefined))
    expect(forecast(holes, 1, OPEN)).toMatchObject({ kind: 'gaps', share: 0.5 })
    expect(forecast(line(Array(20).fill(5), 'day'), 7, OPEN)).toMatchObject({ kind: 'few', need: 28 })
  })

  it('of days repeats the weekdays', () => {
    const days = line(
      Array.from({ length: 35 }, (_, day) => (day % 7) + 1),
      'day',
    )
    expect(made(days, 3).steps.map(({ value }) => value)).toEqual([1, 2, 3])
  })
})
