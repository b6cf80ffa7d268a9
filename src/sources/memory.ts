import { elapsed, type Moment } from './clock'
import type { FaultKind, SourceFault } from './contract'
import { driftOf, type DriftRow } from './drift'
import type { Batch, Feature, Reading } from './records'
import { newer, readingKey } from './settle'

/** A source's time further ahead of ours than this is told to whoever looks (faults §2.4). */
const AHEAD_MS = 60_000
/** After "too many requests" the period is doubled until this many good reads (faults §2.5). */
const CALM_READS = 10

/** How one read ended. The batch of a good one is settled. */
export type Outcome = { bytes: number; latencyMs: number; serverDate: number | undefined } & (
  { ok: true; batch: Batch } | { ok: false; fault: SourceFault }
)

export interface Failure {
  kind: FaultKind
  /** Redacted; for the source page. */
  detail: string
  status: number | undefined
  retryAfterMs: number | undefined
  /** What could not be used, field by field, when that is why the read was refused. */
  drift: readonly DriftRow[]
  at: Moment
}

/** Everything we know of one source. Plain data; `advance` makes the next one. */
export interface Memory {
  startedAt: Moment
  /** The last good batch; an error never takes it away. */
  batch: Batch | undefined
  /** When the last accepted answer came. */
  okAt: Moment | undefined
  attempts: number
  successes: number
  /** Reads that failed since the last good one. */
  failures: number
  /** Why the last read failed; undefined when it did not. */
  failure: Failure | undefined
  /** When the source's own time last moved, by our clock. */
  movedAt: Moment | undefined
  /** Good answers in a row in which the source's own time stood still. */
  stood: number
  /** How far the source's time is ahead of ours, in ms; 0 within a minute. */
  sourceAheadMs: number
  /** How far the server's clock is ahead of ours by its Date header, in ms. */
  serverAheadMs: number
  /** Reads left in which the period is doubled, since the source said "too many requests". */
  slowReads: number
  bytes: number
  latencyMs: number
  /** When the next read was planned, and how long from then it waits. */
  plan: { from: Moment; afterMs: number }
}

export function begin(now: Moment): Memory {
  return {
    startedAt: now,
    batch: undefined,
    okAt: undefined,
    attempts: 0,
    successes: 0,
    failures: 0,
    failure: undefined,
    movedAt: undefined,
    stood: 0,
    sourceAheadMs: 0,
    serverAheadMs: 0,
    slowReads: 0,
    bytes: 0,
    latencyMs: 0,
    plan: { from: now, afterMs: 0 },
  }
}

/** The poll interval as it is now, in ms. */
export const periodOf = ({ slowReads }: Memory, every: number) => (slowReads > 0 ? every * 2 : every)

/** Ms until the next read; negative when it is overdue. */
export const timeLeft = ({ plan }: Memory, now: Moment) => plan.afterMs - elapsed(plan.from, now)

/**
 * The latest that it can be, epoch ms: by our clock, by a server that is ahead of us (one behind may be a cache), and
 * by our clock at the start when it was set back since. A time beyond it is a mistake of the source (faults §2.4).
 */
export function latestNow({ startedAt }: Memory, now: Moment, serverDate: number | undefined): number {
  return Math.max(now.wall, serverDate ?? now.wall, startedAt.wall + now.mono - startedAt.mono)
}

/** The memory after one read; when the next one comes is planned by `schedule`. */
export function advance(memory: Memory, outcome: Outcome, now: Moment): Memory {
  const { bytes, latencyMs, serverDate } = outcome
  const serverAheadMs = serverDate === undefined ? memory.serverAheadMs : serverDate - now.wall
  const next = { ...memory, attempts: memory.attempts + 1, bytes, latencyMs, serverAheadMs }
  return outcome.ok ? accept(next, outcome.batch, now, serverDate) : fail(next, outcome.fault, now)
}

function fail(memory: Memory, fault: SourceFault, at: Moment): Memory {
  const { kind, message: detail, status, retryAfterMs, loss } = fault
  const drift = loss ? driftOf(loss.dropped, loss.of) : []
  return {
    ...memory,
    failures: memory.failures + 1,
    failure: { kind, detail, status, retryAfterMs, drift, at },
    slowReads: kind === 'throttled' ? CALM_READS : memory.slowReads,
  }
}

function accept(memory: Memory, batch: Batch, now: Moment, serverDate: number | undefined): Memory {
  const held = memory.batch
  const before = held?.observedAt
  const { observedAt } = batch
  const answered = {
    ...memory,
    successes: memory.successes + 1,
    failures: 0,
    failure: undefined,
    slowReads: Math.max(0, memory.slowReads - 1),
  }
  const isOlder = before !== undefined && observedAt !== undefined && observedAt < before
  // An older answer came late or from a cache: what we hold is nearer the truth, unless it claims to be from the
  // future because a clock was wrong and is right again (faults §6 row 45).
  if (isOlder && before <= Math.max(now.wall, serverDate ?? now.wall) + AHEAD_MS)
    return { ...answered, stood: memory.stood + 1 }
  const moved = observedAt === undefined || observedAt !== before
  const ahead = observedAt === undefined ? 0 : observedAt - latestNow(memory, now, serverDate)
  return {
    ...answered,
    batch: held && !isOlder ? merge(held, batch) : batch,
    okAt: now,
    movedAt: moved ? now : memory.movedAt,
    stood: moved ? 0 : memory.stood + 1,
    sourceAheadMs: ahead > AHEAD_MS ? ahead : 0,
  }
}

/** The new batch, except where we hold something newer; what is the same stays the same object, so nothing redraws. */
function merge(held: Batch, batch: Batch): Batch {
  const next: Batch = {
    ...batch,
    readings: keep(held.readings, newest<Reading>(held.readings, batch.readings, readingKey)),
    features: keep(
      held.features,
      newest<Feature>(held.features, batch.features, ({ id }) => id),
    ),
    items: keep(held.items, batch.items),
    dropped: keep(held.dropped, batch.dropped),
  }
  return keep(held, next)
}

function newest<T extends { observedAt?: number }>(
  held: readonly T[],
  records: readonly T[],
  keyOf: (record: T) => string,
) {
  const before = new Map(held.map((record) => [keyOf(record), record]))
  return records.map((record) => {
    const known = before.get(keyOf(record))
    return known ? keep(known, newer(known, record)) : record
  })
}

const keep = <T>(held: T, next: T): T => (same(held, next) ? held : next)

/** Deep equality of plain data. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => same(value, b[index]))
    )
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length &&
    left.every(([key, value], index) => {
      // Records of one kind are made by the same code, so their keys nearly always come in the same order.
      const [other, counterpart] = right[index] ?? []
      return other === key
        ? same(value, counterpart)
        : right.some(([name, held]) => name === key && same(value, held))
    })
  )
}
