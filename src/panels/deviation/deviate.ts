import { mean, median } from 'simple-statistics'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { before, isExact, stepsPerDay, stepsPerWeek, timelineOf, type Timeline } from '../timeline'

/** Weeks of the same weekday and hour before anything is called usual, and differences before a spread is. */
export const LEAST_WEEKS = 3
const LEAST_DIFFERENCES = 8
/** Makes a median deviation comparable to a standard deviation; the second where that median is 0 (Iglewicz and
 * Hoaglin 1993). */
const FROM_MEDIAN = 1.4826
const FROM_MEAN = 1.2533
/** Within two spreads is usual; beyond three and a half stands out (the same authors' bound). */
export const UNUSUAL = 2
export const FAR = 3.5

/** What "usual" was taken from: so many weeks of the figure's own past, or the source's own word for it. */
export type Basis = { from: 'history'; weeks: number } | { from: 'source'; n: number }

export type Deviation =
  /** `score` counts spreads; infinite when what never changed has changed. */
  | { kind: 'judged'; value: number; usual: number; score: number; basis: Basis }
  /** The source says what is usual, but not enough of its past is known to say whether the difference is large. */
  | { kind: 'stated'; value: number; usual: number; have: number; need: number }
  | { kind: 'few'; have: number; need: number }
  | { kind: 'none' }

/** The newest value against the usual of its weekday and hour. */
export function deviationOf({ latest, history }: FigureData): Deviation {
  if (!latest || latest.value === null || !isExact(latest)) return { kind: 'none' }
  const line = timelineOf(history)
  const own = line && fromHistory(line)
  if (own?.kind === 'judged') return own
  return fromSource(latest, latest.value, history) ?? own ?? { kind: 'none' }
}

/**
 * The usual is the median of the same weekday and hour of the past weeks. The spread is how far past values of that
 * hour and its neighbours, of every day, lay from the median of their own other weeks.
 */
function fromHistory(line: Timeline): Deviation | undefined {
  const index = line.values.length - 1
  const value = line.values[index]
  if (value === undefined) return undefined
  const weeks = before(line, index, stepsPerWeek(line))
  if (weeks.length < LEAST_WEEKS) return { kind: 'few', have: weeks.length, need: LEAST_WEEKS }
  const usual = median(weeks)
  const score = scoreOf(value - usual, differences(line, index))
  return { kind: 'judged', value, usual, score, basis: { from: 'history', weeks: weeks.length } }
}

function differences(line: Timeline, index: number): number[] {
  const [day, week] = [stepsPerDay(line), stepsPerWeek(line)]
  const around = line.step === 'hour' ? [-1, 0, 1] : [0]
  const found: number[] = []
  for (let centre = index - day; centre >= 0; centre -= day) {
    for (const shift of around) {
      const value = line.values[centre + shift]
      if (value === undefined) continue
      const others = otherWeeks(line, centre + shift, week, index)
      if (others.length >= LEAST_WEEKS - 1) found.push(value - median(others))
    }
  }
  return found
}

/** Same weekday and hour in the other weeks, before and after, but not the step that is judged. */
function otherWeeks({ values }: Timeline, index: number, week: number, judged: number): number[] {
  const found: number[] = []
  for (let at = index % week; at < judged; at += week) {
    const value = values[at]
    if (at !== index && value !== undefined) found.push(value)
  }
  return found
}

/** Where the past is too short: the source's own "usual at this hour", with the day's differences as the spread. */
function fromSource(latest: Reading, value: number, history: readonly Reading[]): Deviation | undefined {
  const usual = usualOf(latest)
  if (usual === undefined) return undefined
  const past = history.filter((reading) => reading !== latest && isExact(reading)).flatMap(differenceOf)
  if (past.length < LEAST_DIFFERENCES)
    return { kind: 'stated', value, usual, have: past.length, need: LEAST_DIFFERENCES }
  const score = scoreOf(value - usual, past)
  return { kind: 'judged', value, usual, score, basis: { from: 'source', n: past.length } }
}

const usualOf = ({ compare }: Reading) => compare.find(({ kind }) => kind === 'usual')?.value

function differenceOf(reading: Reading): number[] {
  const usual = usualOf(reading)
  return usual === undefined || reading.value === null ? [] : [reading.value - usual]
}

/** A difference counted in robust spreads of the past differences. */
export function scoreOf(difference: number, past: readonly number[]): number {
  const sizes = past.map(Math.abs)
  if (difference === 0) return 0
  if (sizes.length === 0) return Infinity * Math.sign(difference)
  const spread = FROM_MEDIAN * median(sizes) || FROM_MEAN * mean(sizes)
  return difference / spread
}

/** Largest first; what cannot be judged comes last. */
export const sizeOf = (deviation: Deviation) =>
  deviation.kind === 'judged' ? Math.abs(deviation.score) : deviation.kind === 'stated' ? -1 : -2
