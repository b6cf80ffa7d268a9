import type { Batch, Case, Drop, Feature, Item, Post, Reading } from './records'
import { Unreadable } from './mapping/field'
import { redact } from './redact'
import { SourceFault } from './contract'

/** Above this a source belongs in vector tiles or behind a filter, not in a poll (faults §6 row 28). */
export const MAX_RECORDS = 20_000
/** Every drop is counted; only the first ones carry a sample. */
const SAMPLES = 20

/** Collects a read's records one by one; a record that cannot be used is dropped and counted, never the answer. */
export function createGatherer() {
  const readings: Reading[] = []
  const features: Feature[] = []
  const items: Item[] = []
  const cases: Case[] = []
  const posts: Post[] = []
  const dropped: Drop[] = []
  let total = 0

  function take<T>(into: T[], place: string, record: unknown, read: () => T) {
    total++
    if (total > MAX_RECORDS) throw new SourceFault('limit', `more than ${MAX_RECORDS} records`)
    try {
      into.push(read())
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const sample = dropped.length < SAMPLES ? redact(JSON.stringify(error.value ?? record) ?? '') : ''
      dropped.push({ path: `${place} ${error.path}`, reason: error.message, sample })
    }
  }

  return {
    reading: (place: string, record: unknown, read: () => Reading) => take(readings, place, record, read),
    feature: (place: string, record: unknown, read: () => Feature) => take(features, place, record, read),
    item: (place: string, record: unknown, read: () => Item) => take(items, place, record, read),
    case: (place: string, record: unknown, read: () => Case) => take(cases, place, record, read),
    post: (place: string, record: unknown, read: () => Post) => take(posts, place, record, read),
    get total() {
      return total
    },
    batch: (observedAt?: number): Batch => ({
      readings,
      features,
      items,
      cases,
      posts,
      dropped,
      total,
      ...(observedAt === undefined ? {} : { observedAt }),
    }),
  }
}
