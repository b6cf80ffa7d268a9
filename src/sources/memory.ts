import { elapsed, type Moment } from './clock'
import type { FaultKind, SourceFault } from './contract'
import { driftOf, type DriftRow } from './drift'
import { merge } from './merge'
import type { Batch } from './records'

export { same } from './same'

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
  const answered = {
    ...memory,
    successes: memory.successes + 1,
    failures: 0,
    failure: undefined,
    slowReads: Math.max(0, memory.slowReads - 1),
  }
  // A clock was wrong and is right again: what claims to be from later than this is held no longer (faults §6 row 45).
  const latest = Math.max(now.wall, serverDate ?? now.wall) + AHEAD_MS
  // An older answer came from a cache: what we hold is nearer the truth. One to an earlier request cannot come here:
  // a source is read one answer at a time.
  if (held && isOlder(batch, held, latest)) return { ...answered, stood: memory.stood + 1 }
  const next = held ? merge(held, batch, latest) : batch
  const { observedAt } = next
  const moved = next.byRecord ? next !== held : observedAt === undefined || observedAt !== held?.observedAt
  const ahead = observedAt === undefined ? 0 : observedAt - latestNow(memory, now, serverDate)
  return {
    ...answered,
    batch: next,
    okAt: now,
    movedAt: moved ? now : memory.movedAt,
    stood: moved ? 0 : memory.stood + 1,
    sourceAheadMs: ahead > AHEAD_MS ? ahead : 0,
  }
}

/**
 * By a time that both answers state for their whole. The newest of their records is no such time: it goes back when
 * that one is closed and leaves the list (faults §6 row 39).
 */
function isOlder(batch: Batch, held: Batch, latest: number): boolean {
  if (batch.byRecord || held.byRecord || batch.observedAt === undefined) return false
  return held.observedAt !== undefined && batch.observedAt < held.observedAt && held.observedAt <= latest
}
