import { hash } from './hash'
import { periodOf, timeLeft, type Memory } from './memory'
import type { Moment } from './clock'
import type { FaultKind } from './contract'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** From this many failures in a row on, a source is only probed (faults §2.5). */
export const BROKEN_AFTER = 5
const PROBE = MINUTE
/** Nothing changes by asking again soon: someone must give the right, or put the source back. */
const REFUSED = 10 * MINUTE
const SIGN_IN = 5 * MINUTE
const FIRST_RETRY = 2 * SECOND
/** A timer of zero is no timer to the scheduler, and an instant retry helps nobody. */
const SHORTEST = SECOND / 2
/** Nobody is waited for longer, whatever the header says (faults §2.5). */
const LONGEST_WAIT = 15 * MINUTE

/** Faults of a source that did answer: the same again in two seconds would be the same. */
const ANSWERED: readonly FaultKind[] = ['shape', 'parse', 'limit', 'refused', 'http']

/** A number from 0 (included) to 1. */
export type Random = () => number

/**
 * Ms from the end of one read to the next.
 *
 * All is well: the interval ±10 %. After a failure the retry comes early, at a random time within 2, 4, 8, 16 s
 * (full jitter) and never later than the interval would have brought it; a source that answered wrongly is
 * simply asked at the interval. From five failures on one probe a minute, or per interval when that is longer.
 * A Retry-After is obeyed, plus up to 20 % and up to 15 minutes; one of 0 s is no leave for a storm of requests.
 */
export function nextDelay(memory: Memory, every: number, random: Random): number {
  const period = periodOf(memory, every)
  const jittered = (ms: number) => ms * (0.9 + 0.2 * random())
  const { failure, failures } = memory
  if (!failure) return jittered(period)
  const asked = failure.retryAfterMs
  const planned = () => {
    if (failure.kind === 'forbidden' || failure.kind === 'gone') return jittered(Math.max(period, REFUSED))
    if (failure.kind === 'auth' && failures > 1) return jittered(Math.max(period, SIGN_IN))
    if (failures >= BROKEN_AFTER) return jittered(Math.max(period, PROBE))
    if (ANSWERED.includes(failure.kind) || failure.kind === 'throttled') return jittered(period)
    return Math.max(SHORTEST, Math.min(period, FIRST_RETRY * 2 ** (failures - 1)) * random())
  }
  if (asked === undefined) return planned()
  const obeyed = Math.min(asked * (1 + 0.2 * random()), LONGEST_WAIT)
  return Math.max(obeyed, Math.min(planned(), PROBE))
}

const START_SPREAD = SECOND
/** A tablet that was put away is fresh within three seconds of being taken up (faults §6 row 67). */
const WAKE_SPREAD = 2 * SECOND
/** Overdue by more than this, our timers stood still: the machine slept. Three ticks of the shared clock. */
export const ASLEEP_MS = 3 * SECOND

/**
 * Ms that a read holds back, so that all sources do not ask at once: up to a second at the start, fixed by the
 * source's name, and up to two when the machine wakes.
 */
export function holdBack(id: string, memory: Memory, now: Moment, random: Random): number {
  if (memory.attempts === 0) return hash(id) % START_SPREAD
  return timeLeft(memory, now) < -ASLEEP_MS ? random() * WAKE_SPREAD : 0
}
