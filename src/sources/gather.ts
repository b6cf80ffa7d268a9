import type { Alert, Batch, Case, Drop, Feature, Item, Post, Reading } from './records'
import { Unreadable } from './mapping/field'
import { redact } from './redact'

/**
 * What one answer may bring. Above it a source belongs in vector tiles or behind a filter, not in a poll: the first
 * ones are shown and the others counted, never silently left out (faults §6 row 28).
 */
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
  const alerts: Alert[] = []
  const dropped: Drop[] = []
  let total = 0
  let skipped = 0

  function take<T>(into: T[], place: string, record: unknown, read: () => T) {
    if (total === MAX_RECORDS) {
      skipped++
      return
    }
    total++
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
    alert: (place: string, record: unknown, read: () => Alert) => take(alerts, place, record, read),
    /** Records that the source has beyond those it was asked for. */
    skip: (count: number) => void (skipped += count),
    batch: (observedAt?: number): Batch => ({
      readings,
      features,
      items,
      cases,
      posts,
      alerts,
      dropped,
      total,
      ...(skipped > 0 ? { skipped } : {}),
      ...(observedAt === undefined ? {} : { observedAt }),
    }),
  }
}
