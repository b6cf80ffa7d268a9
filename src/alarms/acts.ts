import { type Act, type Alarm, type AlarmEvent, type Book, forLog, type LogEntry, type Shelf } from './alarm'

/** Something a person did to alarms. Acts travel between the windows of a desk, so they say when and by whom. */
export type AlarmAct =
  | { act: 'acknowledge'; keys: readonly string[]; by: string; at: number }
  | { act: 'shelve'; key: string; by: string; at: number; until: number; reason: string }
  | { act: 'unshelve'; key: string; by: string; at: number }

/** The end of a shift: nobody may put an alarm aside for those who come after (faults §3.4 b). */
export const LONGEST_SHELF = 8 * 3_600_000

/** How much sooner than this one another window may have read of the same trouble: the period of a slow source, ms. */
const AHEAD = 90_000

/** The book after an act in this window, at `now` by the wall clock. What an act cannot apply to, it leaves alone. */
export function apply(book: Book, act: AlarmAct, now: number): Book {
  switch (act.act) {
    case 'acknowledge':
      return act.keys.reduce((next, key) => acknowledge(next, { key, ...act }, now, 0), book)
    case 'shelve':
      return change(book, act.key, (alarm) => {
        const { by, at, reason } = act
        const until = Math.min(act.until, at + LONGEST_SHELF)
        if (until <= at || reason.trim() === '') return undefined
        const shelf: Shelf = { by, at, reason, until }
        return { alarm: { ...alarm, shelf }, entry: note(alarm, 'shelved', shelf) }
      })
    case 'unshelve':
      return change(book, act.key, (alarm) =>
        alarm.shelf
          ? { alarm: { ...alarm, shelf: undefined }, entry: note(alarm, 'unshelved', act) }
          : undefined,
      )
  }
}

/**
 * The book after an act that another window of this browser took on. That one reads the city by itself: it may have
 * announced an alarm that this one hears of only now, or in a moment.
 */
export function hear(book: Book, act: AlarmAct, now: number): Book {
  if (act.act !== 'acknowledge') return apply(book, act, now)
  return act.keys.reduce((next, key) => {
    const done = acknowledge(next, { key, ...act }, now, AHEAD)
    const isKnown = next.alarms.some((alarm) => alarm.key === key && alarm.phase.kind !== 'rising')
    return isKnown ? done : { ...done, ahead: [...done.ahead, { key, by: act.by, at: act.at }] }
  }, book)
}

/** Alarms that were announced now and had been acknowledged next door before. */
export function answeredAhead(book: Book, now: number): Book {
  if (book.ahead.length === 0) return book
  const isDue = ({ key }: { key: string }) =>
    book.alarms.some((alarm) => alarm.key === key && alarm.phase.kind !== 'rising')
  const young = book.ahead.filter(({ at }) => Math.abs(now - at) < AHEAD)
  const answered = young.filter(isDue).reduce((next, seen) => acknowledge(next, seen, now, AHEAD), book)
  return { ...answered, ahead: young.filter((seen) => !isDue(seen)) }
}

/**
 * Only what was announced before the press, or `slack` ms after it: nobody has seen what came with it (faults §3.4 c).
 * What was announced in the future was so by a clock that has been set back since. Never clears.
 */
function acknowledge(book: Book, { key, by, at }: Act & { key: string }, now: number, slack: number): Book {
  return change(book, key, (alarm) => {
    const isLater = alarm.announcedAt > at + slack && alarm.announcedAt <= now
    if (alarm.acked || alarm.phase.kind === 'rising' || isLater) return undefined
    return { alarm: { ...alarm, acked: { by, at } }, entry: note(alarm, 'acked', { by, at }) }
  })
}

/** What of an act this window took on, for the others to take on as well; undefined when nothing. */
export function takenOn(before: Book, after: Book, act: AlarmAct): AlarmAct | undefined {
  if (before === after) return undefined
  if (act.act !== 'acknowledge') return act
  const isNew = (key: string) =>
    after.alarms.some((alarm) => alarm.key === key && alarm.acked) &&
    !before.alarms.some((alarm) => alarm.key === key && alarm.acked)
  return { ...act, keys: act.keys.filter(isNew) }
}

function note(
  { key, priority, subject }: Alarm,
  event: AlarmEvent,
  { by, at, reason, until }: { by: string; at: number; reason?: string; until?: number },
): LogEntry {
  const more = { ...(reason === undefined ? {} : { reason }), ...(until === undefined ? {} : { until }) }
  return { at, key, event, priority, subject: forLog(subject), by, ...more }
}

function change(
  book: Book,
  key: string,
  act: (alarm: Alarm) => { alarm: Alarm; entry: LogEntry } | undefined,
): Book {
  const alarm = book.alarms.find((each) => each.key === key)
  const changed = alarm && act(alarm)
  if (!changed) return book
  return {
    ...book,
    alarms: book.alarms.map((each) => (each === alarm ? changed.alarm : each)),
    log: [...book.log, changed.entry],
  }
}
