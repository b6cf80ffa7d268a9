import type { Figure } from '../city/figure'
import type { Id } from '../city/text'
import type { Batch, Reading } from './records'

/** The readings of one figure out of all its sources. What was not believed (`plausible.ts`) has no value. */
export interface FigureReadings {
  /**
   * The newest reading for the figure's own area, which is the city's unless it says so, without further breakdown.
   * Where that one is doubted, the last that was believed, marked suspect.
   */
  latest: Reading | undefined
  /** Readings of that area without breakdown, one for each period, in order of time. */
  history: readonly Reading[]
  /** The newest reading of each other area or breakdown. */
  parts: readonly Reading[]
  /** Every reading of every area, breakdown and period, in order of time. */
  all: readonly Reading[]
}

/** A newer period or a newer observation supersedes; an older one never does, whatever order answers came in. */
export function figureReadings(
  figure: Figure & { id: Id },
  area: Id,
  batches: ReadonlyMap<Id, Batch>,
): FigureReadings {
  const readings = figure.sources
    .flatMap((source) => batches.get(source)?.readings ?? [])
    .filter((reading) => reading.figure === figure.id)
    .toSorted(byTime)
  const own = figure.area ?? area
  const isWhole = (reading: Reading) => reading.area === own && Object.keys(reading.dims).length === 0
  const history = newestOf(readings.filter(isWhole), (reading) => reading.asOf.text)
  const parts = newestOf(
    readings.filter((reading) => !isWhole(reading)),
    (reading) => `${reading.area} ${JSON.stringify(reading.dims)}`,
  )
  const [latest] = newestOf(history, () => '')
  return { latest, history, parts, all: readings }
}

/** By the end of the period, the longer one last (the year after its months), then by observation. */
function byTime(a: Reading, b: Reading): number {
  return a.asOf.end - b.asOf.end || b.asOf.start - a.asOf.start || (a.observedAt ?? 0) - (b.observedAt ?? 0)
}

/** Of readings in order of time, the last one for each key, still in order. */
function newestOf(readings: readonly Reading[], key: (reading: Reading) => string): Reading[] {
  const newest = new Map<string, Reading>()
  for (const reading of readings) {
    const name = key(reading)
    const before = newest.get(name)
    newest.delete(name)
    newest.set(name, before ? standing(before, reading) : reading)
  }
  return [...newest.values()]
}

/** A doubted reading leaves the one before it where it was, and marks it. */
function standing(before: Reading, reading: Reading): Reading {
  if (!reading.doubt || reading.value !== null || before.value === null) return reading
  return {
    ...before,
    quality: 'suspect',
    doubt: { ...reading.doubt, quality: before.doubt?.quality ?? before.quality },
  }
}
