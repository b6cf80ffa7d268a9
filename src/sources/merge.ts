import { known } from './known'
import type { Batch, Feature, Reading } from './records'
import { same } from './same'
import { newer, readingKey } from './settle'

/**
 * The new batch, except where we hold something newer; what is the same stays the same object, so nothing redraws, and
 * what the new answer no longer has is gone. Nothing held that claims to be later than `latest` is newer: a clock was
 * wrong and is right again (faults §6 row 45).
 */
export function merge(held: Batch, batch: Batch, latest: number): Batch {
  const before = held.readings.filter(({ observedAt = 0 }) => observedAt <= latest)
  const features = held.features.filter(({ observedAt = 0 }) => observedAt <= latest)
  const readings = batch.byRecord ? unlessOlder(before, batch.readings) : batch.readings
  const next: Batch = known({
    ...batch,
    readings: keep(held.readings, newest<Reading>(before, readings, readingKey)),
    features: keep(
      held.features,
      newest<Feature>(features, batch.features, ({ id }) => id),
    ),
    items: keep(held.items, batch.items),
    dropped: keep(held.dropped, batch.dropped),
    observedAt: batch.byRecord ? lastTold(held, batch, latest) : batch.observedAt,
  })
  return keep(held, next)
}

const keep = <T>(held: T, next: T): T => (same(held, next) ? held : next)

/** The last time that any record told, gone or not: until then the source was at work. */
const lastTold = (held: Batch, { observedAt }: Batch, latest: number) =>
  held.observedAt === undefined || observedAt === undefined || held.observedAt > latest
    ? observedAt
    : Math.max(held.observedAt, observedAt)

/** Record by record the newer of two. */
function newest<T extends { observedAt?: number }>(
  held: readonly T[],
  records: readonly T[],
  keyOf: (record: T) => string,
): readonly T[] {
  const before = new Map(held.map((record) => [keyOf(record), record]))
  return records.map((record) => {
    const twin = before.get(keyOf(record))
    return twin ? keep(twin, newer(twin, record)) : record
  })
}

/** Where the answer has only older moments of something than we hold, what we hold; gone is what it has none of. */
function unlessOlder(held: readonly Reading[], readings: readonly Reading[]): readonly Reading[] {
  const [before, after] = [lastMoments(held), lastMoments(readings)]
  const isOlder = (reading: Reading) => {
    const key = momentKey(reading)
    return (before.get(key) ?? -Infinity) > (after.get(key) ?? Infinity)
  }
  return [...held.filter(isOlder), ...readings.filter((reading) => !isOlder(reading))]
}

function lastMoments(readings: readonly Reading[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const reading of readings) {
    const key = momentKey(reading)
    last.set(key, Math.max(last.get(key) ?? -Infinity, reading.observedAt ?? -Infinity))
  }
  return last
}

/** A reading of the moment of its measurement is the same record as the one before it, and one of a period is not. */
function momentKey(reading: Reading): string {
  const { asOf, observedAt, figure, area, dims } = reading
  return asOf.kind === 'instant' && asOf.start === observedAt
    ? JSON.stringify([figure, area, Object.entries(dims).sort()])
    : readingKey(reading)
}
