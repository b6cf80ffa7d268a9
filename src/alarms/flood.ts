import type { Alarm, Book, Flood } from './alarm'

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

/** Whether people are being asked more than they can answer, and what came first. */
export function floodOf(before: Flood | undefined, raises: Book['raises'], now: number): Flood | undefined {
  const count = raises.length
  const [first] = raises
  if (before) {
    if (count < FLOOD_UNTIL) return undefined
    return before.count === count ? before : { ...before, count }
  }
  return count > FLOOD_FROM && first ? { since: now, count, first: first.subject } : undefined
}

/** Stays marked until a whole minute has brought at most one announcement. */
export function isChattering(
  { key, chattering }: Pick<Alarm, 'key' | 'chattering'>,
  raises: Book['raises'],
  now: number,
): boolean {
  const recent = raises.filter((raise) => raise.key === key && now - raise.at < CHATTER_WINDOW).length
  return recent >= CHATTER_FROM || (chattering && recent > 1)
}
