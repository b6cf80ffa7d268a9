import type { Reading } from '../sources/records'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * A figure on even steps of time, which is what statistics over time need. The steps are absolute hours or days:
 * Vietnam keeps one offset all year; where clocks change, "the same hour last week" is one hour off for a week.
 */
export interface Timeline {
  step: 'hour' | 'day'
  stepMs: number
  /** Epoch ms of the first step. */
  from: number
  /** One value for each step, undefined where the source has none: a gap is never bridged. */
  values: readonly (number | undefined)[]
  /** How many steps have a value. */
  known: number
}

/** Numbers that may be reckoned with: exact and believed. From "> 86 %" nothing can be computed (domain.md §1). */
export function isExact({ value, qualifier, low, quality }: Reading): boolean {
  return value !== null && qualifier === 'exact' && low === undefined && quality !== 'suspect'
}

/** How many steps make a week, and how many a day. */
export const stepsPerWeek = ({ step }: Pick<Timeline, 'step'>) => (step === 'hour' ? 168 : 7)
export const stepsPerDay = ({ step }: Pick<Timeline, 'step'>) => (step === 'hour' ? 24 : 1)

/** When a step begins, epoch ms. */
export const timeOf = ({ from, stepMs }: Timeline, index: number) => from + index * stepMs

/**
 * The readings by hour (moments) or by day (days), the latest of each; undefined for figures of months, quarters
 * and years, which have no hours and weekdays to compare.
 */
export function timelineOf(history: readonly Reading[]): Timeline | undefined {
  const kind = history.at(-1)?.asOf.kind
  if (kind !== 'instant' && kind !== 'day') return undefined
  const stepMs = kind === 'instant' ? HOUR_MS : DAY_MS
  const usable = history.filter((reading) => reading.asOf.kind === kind && isExact(reading))
  const [first] = usable
  if (!first) return undefined
  // A day begins at the city's midnight, so days are counted from the first one; hours from the full hour.
  const from = kind === 'instant' ? Math.floor(first.asOf.start / HOUR_MS) * HOUR_MS : first.asOf.start
  const indexOf = ({ asOf }: Reading) =>
    kind === 'instant' ? Math.floor((asOf.start - from) / HOUR_MS) : Math.round((asOf.start - from) / DAY_MS)
  const last = Math.max(...usable.map(indexOf))
  const values = new Array<number | undefined>(last + 1).fill(undefined)
  for (const reading of usable) values[indexOf(reading)] = reading.value ?? undefined
  const known = values.filter((value) => value !== undefined).length
  return { step: kind === 'instant' ? 'hour' : 'day', stepMs, from, values, known }
}

/** The values so many steps before a step, once, twice, … as far back as there are any; gaps left out. */
export function before({ values }: Pick<Timeline, 'values'>, index: number, lag: number): number[] {
  const found: number[] = []
  for (let at = index - lag; at >= 0; at -= lag) {
    const value = values[at]
    if (value !== undefined) found.push(value)
  }
  return found
}
