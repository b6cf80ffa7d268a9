import type { Alarm, AlarmEvent, Book, LogEntry, Shelf } from './alarm'

/** Something a person did to alarms. Acts travel between the windows of a desk, so they say when and by whom. */
export type AlarmAct =
  | { act: 'acknowledge'; keys: readonly string[]; by: string; at: number }
  | { act: 'shelve'; key: string; by: string; at: number; until: number; reason: string }
  | { act: 'unshelve'; key: string; by: string; at: number }

/** The end of a shift: nobody may put an alarm aside for those who come after (faults §3.4 b). */
export const LONGEST_SHELF = 8 * 3_600_000

/** The book after an act. What an act cannot apply to, it leaves alone. */
export function apply(book: Book, act: AlarmAct): Book {
  switch (act.act) {
    case 'acknowledge':
      return acknowledge(book, act)
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

/** Only what was announced before the press: nobody has seen what came with it (faults §3.4 c). Never clears. */
function acknowledge(book: Book, { keys, by, at }: Extract<AlarmAct, { act: 'acknowledge' }>): Book {
  return keys.reduce(
    (next, key) =>
      change(next, key, (alarm) =>
        alarm.acked || alarm.phase.kind === 'rising' || alarm.announcedAt > at
          ? undefined
          : { alarm: { ...alarm, acked: { by, at } }, entry: note(alarm, 'acked', { by, at }) },
      ),
    book,
  )
}

function note(
  { key, priority, subject }: Alarm,
  event: AlarmEvent,
  { by, at, reason, until }: { by: string; at: number; reason?: string; until?: number },
): LogEntry {
  const more = { ...(reason === undefined ? {} : { reason }), ...(until === undefined ? {} : { until }) }
  return { at, key, event, priority, subject, by, ...more }
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
