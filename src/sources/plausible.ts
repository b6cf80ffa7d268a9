import type { Figure } from '../city/figure'
import type { Id } from '../city/text'
import type { Batch, Doubt, Reading } from './records'
import { readingKey } from './settle'

/** So many readings in a row near one level, and a jump to it is believed: it was true and sudden. */
const CONFIRMED = 3

type Judged = Pick<Figure, 'plausible' | 'rate'>

/** A reading to be judged, with its time: its own, that of what it speaks of, or that of its receipt. Epoch ms. */
interface Timed {
  reading: Reading
  value: number
  at: number
}

/** What is known of one value (figure, area, breakdown) before the next reading of it. */
interface Trail {
  believed: Timed | undefined
  /** Whether what is believed is part of the answer at hand, and so need not be carried into it. */
  isHere: boolean
  doubted: Timed | undefined
  count: number
}

/**
 * The batch with every value that cannot be true taken out of sight (faults §2.6: an error of unit or scale is no
 * alarm). Where the newest one is doubted, the last that was believed stays in its place and carries the doubt.
 * Pure: what was believed before is found in the batch that we hold. `heldAt` and `now` are epoch ms of receipt.
 */
export function believe(
  held: { batch: Batch; at: number } | undefined,
  batch: Batch,
  figures: ReadonlyMap<Id, Judged>,
  now: number,
): Batch {
  const doubtful = new Set(
    batch.readings.filter((reading) => mayBeFalse(reading, figures)).map(({ figure }) => figure),
  )
  // Nearly always: with nothing out of its range, only figures with a rate are worth the work.
  if (doubtful.size === 0) return batch
  const isJudged = ({ figure }: Reading) => doubtful.has(figure)
  const before = grouped((held?.batch.readings ?? []).filter(isJudged))
  const verdicts = new Map<Reading, Reading>()
  for (const [key, readings] of grouped(batch.readings.filter(isJudged))) {
    const figure = figures.get(readings[0]?.figure ?? '')
    const past = { held: before.get(key) ?? [], heldAt: held?.at ?? now }
    if (figure) judgeOne(figure, past, readings, now, verdicts)
  }
  if (verdicts.size === 0) return batch
  return { ...batch, readings: batch.readings.map((reading) => verdicts.get(reading) ?? reading) }
}

function mayBeFalse({ figure: id, value }: Reading, figures: ReadonlyMap<Id, Judged>): boolean {
  const figure = figures.get(id)
  return figure !== undefined && value !== null && (figure.rate !== undefined || !isInRange(figure, value))
}

function grouped(readings: readonly Reading[]): Map<string, Reading[]> {
  const groups = new Map<string, Reading[]>()
  for (const reading of readings) {
    const { figure, area, dims, asOf } = reading
    const parts = Object.entries(dims)
    const part = parts.length > 0 ? JSON.stringify(parts.sort()) : ''
    // A month is no jump from a year: only values of periods of one length follow each other.
    const key = `${figure} ${area} ${asOf.kind} ${part}`
    const group = groups.get(key)
    if (group) group.push(reading)
    else groups.set(key, [reading])
  }
  return groups
}

/** Epoch ms of what a reading says; of its receipt when it says nothing and speaks of a period still running. */
function timeOf({ observedAt, asOf }: Reading, receipt: number): number {
  return observedAt ?? (asOf.kind === 'instant' ? asOf.start : Math.min(asOf.end, receipt))
}

function judgeOne(
  figure: Judged,
  { held, heldAt }: { held: readonly Reading[]; heldAt: number },
  readings: readonly Reading[],
  now: number,
  verdicts: Map<Reading, Reading>,
): void {
  const sequence = readings
    .flatMap((reading) =>
      reading.value === null ? [] : [{ reading, value: reading.value, at: timeOf(reading, now) }],
    )
    .toSorted((a, b) => a.at - b.at)
  const [first] = sequence
  if (!first) return
  let trail = trailOf(held, heldAt, first.at)
  /** Doubted in a row, near one another: if the jump proves true, they all were. */
  let pending: Timed[] = []
  for (const next of sequence) {
    const inRange = isInRange(figure, next.value)
    const repeats = trail.doubted !== undefined && isReached(figure, trail.doubted, next)
    const isNews = trail.doubted === undefined || next.at > trail.doubted.at
    const count = repeats ? trail.count + (isNews ? 1 : 0) : 1
    const follows = trail.believed === undefined || isReached(figure, trail.believed, next)
    if (inRange && (follows || count >= CONFIRMED || wasBelieved(held, next))) {
      if (repeats && !follows) for (const { reading } of pending) verdicts.delete(reading)
      pending = []
      trail = { believed: next, isHere: true, doubted: undefined, count: 0 }
      continue
    }
    const why = inRange ? 'rate' : 'range'
    pending = repeats ? [...pending, next] : [next]
    trail = { ...trail, doubted: inRange ? next : undefined, count: inRange ? count : 0 }
    const stays = trail.isHere || next !== sequence.at(-1) ? undefined : trail.believed
    verdicts.set(next.reading, withDoubt(next, why, count, stays))
  }
}

/** What the batch that we hold knows of a value before a time. */
function trailOf(held: readonly Reading[], heldAt: number, before: number): Trail {
  let trail: Trail = { believed: undefined, isHere: false, doubted: undefined, count: 0 }
  for (const reading of held) {
    const { value, doubt } = reading
    const at = timeOf(reading, heldAt)
    if (value !== null && at <= before && at >= (trail.believed?.at ?? -Infinity))
      trail = { ...trail, believed: { reading: undoubted(reading), value, at } }
    if (doubt && doubt.why === 'rate' && doubt.at <= before && doubt.at >= (trail.doubted?.at ?? -Infinity))
      trail = { ...trail, doubted: { reading, value: doubt.value, at: doubt.at }, count: doubt.count }
  }
  return trail
}

function undoubted(reading: Reading): Reading {
  const { doubt, ...rest } = reading
  return doubt ? { ...rest, quality: doubt.quality } : reading
}

function isInRange({ plausible }: Judged, value: number): boolean {
  return plausible === undefined || (value >= plausible[0] && value <= plausible[1])
}

/** Whether a value can follow another one in the time between them. Within less than the span, once the change. */
function isReached({ rate }: Judged, from: Timed, to: Timed): boolean {
  if (rate === undefined) return true
  return Math.abs(to.value - from.value) <= rate.by * Math.max(1, Math.abs(to.at - from.at) / rate.within)
}

/** The same answer given again is judged as it was. */
function wasBelieved(held: readonly Reading[], { reading, value }: Timed): boolean {
  const key = readingKey(reading)
  return held.some(
    (each) =>
      each.doubt === undefined &&
      each.value === value &&
      each.observedAt === reading.observedAt &&
      readingKey(each) === key,
  )
}

function withDoubt(
  { reading, value, at }: Timed,
  why: Doubt['why'],
  count: number,
  stays: Timed | undefined,
): Reading {
  const doubt: Doubt = { value, why, at, count, quality: stays?.reading.quality ?? reading.quality }
  if (stays) return { ...stays.reading, quality: 'suspect', doubt }
  const { low: _low, high: _high, of: _of, rank: _rank, ...rest } = reading
  return { ...rest, value: null, compare: [], quality: 'suspect', doubt }
}
