import { median, quantileSorted } from 'simple-statistics'
import { before, stepsPerDay, stepsPerWeek, timeOf, type Timeline } from '../timeline'

/** Days of past before anything is forecast: two weeks for the usual course, the others to measure the error. */
export const LEAST_DAYS = { hour: 21, day: 28 } as const
/** Share of steps that must have a value. */
export const LEAST_KNOWN = 0.8
/** The error is measured over the last days, as if each of their hours had been the present. */
const TEST_DAYS = 14
/** The level comes from this many latest steps and fades by this factor with every further step. */
const RECENT = { hour: 6, day: 3 } as const
const FADING = { hour: 0.9, day: 0.6 } as const
/** Level adjustments beyond half and double are one strange hour, not a trend. */
const LEVELS = [0.5, 2] as const
/** Between a tenth and nine tenths of the past errors: the 80 % interval. */
const [LOWER, UPPER] = [0.1, 0.9]

export interface ForecastStep {
  /** Epoch ms at which the step begins. */
  at: number
  value: number
  low: number
  high: number
}

export type Forecast =
  | {
      kind: 'made'
      steps: ForecastStep[]
      /** Mean absolute error of such forecasts in the last days, and over how many of them. */
      error: number
      tested: number
      days: number
      /** Days of past that went in. */
      past: number
    }
  | { kind: 'few'; have: number; need: number }
  /** The past is long enough and has too many holes. */
  | { kind: 'gaps'; share: number; need: number }

/** A forecast for so many days, never outside what the figure can be. */
export function forecast(line: Timeline, days: number, range: readonly [number, number]): Forecast {
  const past = Math.floor(line.values.length / stepsPerDay(line))
  const need = LEAST_DAYS[line.step]
  if (past < need) return { kind: 'few', have: past, need }
  const share = line.known / line.values.length
  if (share < LEAST_KNOWN) return { kind: 'gaps', share, need: LEAST_KNOWN }

  const horizon = Math.min(days * stepsPerDay(line), stepsPerWeek(line))
  const usual = usualCourse(line, horizon)
  const { errors, size, tested } = backtest(line, usual, horizon)
  const roots = isCount(line)
  const origin = line.values.length - 1
  const within = (value: number) => Math.min(range[1], Math.max(range[0], value))
  const steps = predict(line, usual, origin, horizon).flatMap((value, index): ForecastStep[] => {
    const past = errors[bucketOf(line, index)]
    if (value === undefined || !past || past.length === 0) return []
    const [low, high] = [LOWER, UPPER].map((share) => moved(value, quantileSorted(past, share), roots))
    return [
      {
        at: timeOf(line, origin + 1 + index),
        value: within(value),
        low: within(Math.min(value, low ?? value)),
        high: within(Math.max(value, high ?? value)),
      },
    ]
  })
  return { kind: 'made', steps, error: size, tested, days: TEST_DAYS, past }
}

/** The median of the same weekday and hour of the past weeks, for the past itself and for the steps to come. */
function usualCourse(line: Timeline, horizon: number): (number | undefined)[] {
  return Array.from({ length: line.values.length + horizon }, (_, index) => {
    const weeks = before(line, index, stepsPerWeek(line))
    return weeks.length >= 2 ? median(weeks) : undefined
  })
}

/**
 * The usual course, raised or lowered by how the latest steps lay against theirs. Of counts by a factor, of what
 * can be negative by a sum; the further ahead, the less.
 */
function predict(
  line: Timeline,
  usual: readonly (number | undefined)[],
  origin: number,
  horizon: number,
): (number | undefined)[] {
  const { factor, shift } = levelAt(line, usual, origin)
  return Array.from({ length: horizon }, (_, index) => {
    const expected = usual[origin + 1 + index]
    const fade = FADING[line.step] ** index
    return expected === undefined ? undefined : expected * (1 + (factor - 1) * fade) + shift * fade
  })
}

function levelAt(
  line: Timeline,
  usual: readonly (number | undefined)[],
  origin: number,
): { factor: number; shift: number } {
  const recent = Array.from({ length: RECENT[line.step] }, (_, back) => origin - back).flatMap((index) => {
    const [actual, expected] = [line.values[index], usual[index]]
    return actual === undefined || expected === undefined ? [] : [{ actual, expected }]
  })
  const actual = recent.reduce((sum, each) => sum + each.actual, 0)
  const expected = recent.reduce((sum, each) => sum + each.expected, 0)
  if (!isCount(line)) return { factor: 1, shift: recent.length ? (actual - expected) / recent.length : 0 }
  const factor = expected > 0 ? Math.min(LEVELS[1], Math.max(LEVELS[0], actual / expected)) : 1
  return { factor, shift: 0 }
}

const counts = new WeakMap<Timeline, boolean>()
/** Nothing negative: its errors grow with its size, so they are kept between square roots (Anscombe 1948). */
function isCount(line: Timeline): boolean {
  const known = counts.get(line) ?? line.values.every((value) => value === undefined || value >= 0)
  counts.set(line, known)
  return known
}

/** Errors of neighbouring distances are taken together, so that there are enough of them. */
const bucketOf = ({ step }: Timeline, index: number) => (step === 'hour' ? Math.floor(index / 6) : index)

/**
 * What would have been forecast in the last days, against what came; errors in order by distance. Not from every
 * step: neighbours tell the same, and a wall has other things to do. An odd stride meets every hour of the day.
 */
function backtest(line: Timeline, usual: readonly (number | undefined)[], horizon: number) {
  const roots = isCount(line)
  const errors: number[][] = []
  let sum = 0
  let tested = 0
  const last = line.values.length - 1
  const stride = Math.floor(horizon / 8) | 1
  for (let origin = Math.max(0, last - TEST_DAYS * stepsPerDay(line)); origin < last; origin += stride) {
    for (const [index, value] of predict(line, usual, origin, Math.min(horizon, last - origin)).entries()) {
      const actual = line.values[origin + 1 + index]
      if (actual === undefined || value === undefined) continue
      const error = roots ? Math.sqrt(actual) - Math.sqrt(value) : actual - value
      const bucket = (errors[bucketOf(line, index)] ??= [])
      bucket.push(error)
      sum += Math.abs(actual - value)
      tested++
    }
  }
  for (const bucket of errors) bucket?.sort((a, b) => a - b)
  return { errors, size: tested > 0 ? sum / tested : 0, tested }
}

function moved(value: number, error: number, roots: boolean): number {
  return roots ? Math.max(0, Math.sqrt(value) + error) ** 2 : value + error
}
