import type { Id } from '../city/text'
import type { Batch, Reading } from './records'

/** An area or a breakdown. */
export type PartName = Pick<Reading, 'area' | 'dims'>

/** The newest that a source has told of one figure in one part, with that record's own time, epoch ms. */
interface Part extends PartName {
  figure: Id
  at: number
}

/** Parts of which nothing new comes although their source answers: a whole is no fresher than they are (row 36). */
export interface Aged {
  count: number
  of: number
  /** The oldest of them, as many as anybody will read. */
  names: readonly PartName[]
  /** Epoch ms: the newest that any part has told. */
  newest: number
}

const MOST_NAMES = 5

/**
 * The parts of a batch whose records tell times of their own. Of a course of moments only the last one counts, and what
 * was told of a day or month that was over by then is history: neither is late for not being renewed.
 */
export function partsOf(batch: Batch): readonly Part[] {
  const before = known.get(batch)
  if (before) return before
  const parts = findParts(batch)
  known.set(batch, parts)
  return parts
}

/** A state is found every second, and the parts change with the batch only. */
const known = new WeakMap<Batch, readonly Part[]>()

function findParts({ readings, observedAt: whole, byRecord }: Batch): readonly Part[] {
  if (!byRecord && readings.every(({ observedAt }) => observedAt === undefined || observedAt === whole))
    return []
  const newest = new Map<string, Part>()
  for (const { figure, area, dims, asOf, observedAt: at } of readings) {
    if (at === undefined || (asOf.kind !== 'instant' && asOf.end <= at)) continue
    const key = `${figure} ${nameKey({ area, dims })}`
    if (at > (newest.get(key)?.at ?? -Infinity)) newest.set(key, { figure, area, dims, at })
  }
  return [...newest.values()]
}

const nameKey = ({ area, dims }: PartName) => JSON.stringify([area, Object.entries(dims).sort()])

/** From when to when the data are by their own account, epoch ms: a source is as late as its newest part. */
export function spanOf(parts: readonly Part[], whole: number | undefined) {
  if (parts.length === 0) return whole === undefined ? undefined : { oldest: whole, newest: whole }
  const oldest = parts.reduce((least, { at }) => Math.min(least, at), whole ?? Infinity)
  return { oldest, newest: Math.min(newestOf(parts), whole ?? Infinity) }
}

const newestOf = (parts: readonly Part[]) => parts.reduce((most, { at }) => Math.max(most, at), -Infinity)

/** Which parts are older than `before`, epoch ms; undefined when none is. A part is as old as its oldest figure. */
export function agedOf(parts: readonly Part[], before: number): Aged | undefined {
  if (parts.every(({ at }) => at >= before)) return undefined
  const oldest = new Map<string, Part>()
  for (const part of parts) {
    const key = nameKey(part)
    if (part.at < (oldest.get(key)?.at ?? Infinity)) oldest.set(key, part)
  }
  const old = [...oldest.values()].filter(({ at }) => at < before).toSorted((a, b) => a.at - b.at)
  return {
    count: old.length,
    of: oldest.size,
    names: old.slice(0, MOST_NAMES).map(({ area, dims }) => ({ area, dims })),
    newest: newestOf(parts),
  }
}
