import { elapsed, type Moment } from './clock'
import type { Freshness } from './freshness'

/** What a screen shows of a source, and when that last changed. */
export interface Steady {
  shown: Freshness
  /** The last changes of the shown state, oldest first; the first answer is none. */
  changes: readonly Moment[]
}

/** A source whose state changed this often within a minute is flapping, … */
const FLAPPING = 2
const RECENT_MS = 60_000
/** … and is shown to change once in so long (faults §6 rows 11, 21). */
const HOLD_MS = 10_000

/**
 * The state to show. A single fault shows at once and so does its end; what flaps changes once in ten seconds, so a
 * worse state is hidden for ten seconds at most and the screen does not flicker. The age is always the true one.
 */
export function steadied(before: Steady | undefined, next: Freshness, now: Moment): Steady {
  if (!before) return { shown: next, changes: [] }
  const { shown } = before
  const changes = before.changes.filter((at) => elapsed(at, now) < RECENT_MS)
  if (next.state === shown.state) return { shown: next, changes }
  if (shown.state === 'waiting') return { shown: next, changes }
  const last = changes.at(-1)
  const isHeld = changes.length >= FLAPPING && last !== undefined && elapsed(last, now) < HOLD_MS
  if (isHeld) return { shown: { ...next, state: shown.state, since: shown.since }, changes }
  return { shown: next, changes: [...changes, now].slice(-FLAPPING) }
}
