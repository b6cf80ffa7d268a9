import { elapsed, type Moment } from '../sources/clock'
import { isExercise, type Alarm, type Book, type Flood } from './alarm'

const WINDOW = 600_000
/** EEMUA 191: a flood begins above ten announcements in ten minutes and ends below five (faults §3.4). */
const FLOOD_FROM = 10
const FLOOD_UNTIL = 5
/** ISA-18.2: chattering is three announcements or more within a minute. */
const CHATTER_WINDOW = 60_000
const CHATTER_FROM = 3

/** Announcements young enough to count; the clock may have been set back, so none may lie ahead either. */
export function remembered(raises: Book['raises'], now: number): Book['raises'] {
  const kept = raises.filter(({ at }) => at <= now && now - at < WINDOW)
  return kept.length === raises.length ? raises : kept
}

/**
 * Whether people are being asked more than they can answer, and what came first. Trouble with sources is a class of
 * its own (faults §3.4 h), and an exercise asks for nothing.
 */
export function floodOf(before: Flood | undefined, raises: Book['raises']): Flood | undefined {
  const asking = raises.filter((raise) => raise.subject.kind !== 'source' && !isExercise(raise))
  const count = asking.length
  const [first] = asking
  if (before) {
    if (count < FLOOD_UNTIL) return undefined
    return before.count === count ? before : { ...before, count }
  }
  return count > FLOOD_FROM && first ? { since: first.at, count, first: first.subject } : undefined
}

/** Stays marked until it has neither come nor gone for a whole minute. */
export function isChattering(
  { key, chattering, swungAt }: Pick<Alarm, 'key' | 'chattering' | 'swungAt'>,
  raises: Book['raises'],
  now: Moment,
): boolean {
  const recent = raises.filter((raise) => raise.key === key && now.wall - raise.at < CHATTER_WINDOW).length
  if (recent >= CHATTER_FROM) return true
  return chattering && swungAt !== undefined && elapsed(swungAt, now) < CHATTER_WINDOW
}
