import * as v from 'valibot'
import { Priority } from '../city/limits'
import { SOURCE_STATES } from '../sources/freshness'
import { ALERT_SEVERITIES, ALERT_STATUSES, QUALIFIERS } from '../sources/records'
import { EVENTS, isAnnouncement, type Alarm, type Book, type LogEntry } from './alarm'
import { floodOf, remembered } from './flood'

const Subject = v.variant('kind', [
  v.object({
    kind: v.literal('limit'),
    figure: v.string(),
    area: v.string(),
    dims: v.record(v.string(), v.string()),
    level: v.picklist(['warn', 'alarm']),
    value: v.number(),
    low: v.exactOptional(v.number()),
    high: v.exactOptional(v.number()),
    qualifier: v.picklist(QUALIFIERS),
  }),
  v.object({
    kind: v.literal('city'),
    source: v.string(),
    // The shape of its place comes back with the source's first answer.
    alert: v.object({
      id: v.string(),
      status: v.picklist(ALERT_STATUSES),
      severity: v.picklist(ALERT_SEVERITIES),
      title: v.string(),
      text: v.exactOptional(v.string()),
      instruction: v.exactOptional(v.string()),
      sender: v.exactOptional(v.string()),
      area: v.exactOptional(v.string()),
      sentAt: v.number(),
      startsAt: v.exactOptional(v.number()),
      expiresAt: v.exactOptional(v.number()),
    }),
  }),
  v.object({ kind: v.literal('source'), source: v.string(), state: v.picklist(SOURCE_STATES) }),
])

const Act = v.object({ by: v.string(), at: v.number() })
const Shelf = v.object({ ...Act.entries, until: v.number(), reason: v.string() })

const KeptAlarm = v.object({
  key: v.string(),
  priority: Priority,
  subject: Subject,
  on: v.number(),
  off: v.number(),
  raisedAt: v.number(),
  announcedAt: v.number(),
  returnedAt: v.exactOptional(v.number()),
  acked: v.exactOptional(Act),
  shelf: v.exactOptional(Shelf),
})

const KeptEntry = v.object({
  at: v.number(),
  key: v.string(),
  event: v.picklist(EVENTS),
  priority: Priority,
  subject: Subject,
  by: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
  until: v.exactOptional(v.number()),
})

/** As many letters of the log as fit beside the alarms in one entry of the keep, which takes two bytes for each. */
const LOG_LETTERS = 700_000

/** The book as it survives a restart: monotonic times and what has not been announced do not. */
export const KeptBook = v.object({ alarms: v.array(KeptAlarm), log: v.array(KeptEntry) })
export type KeptBook = v.InferOutput<typeof KeptBook>

/** What another window of this browser says was done. */
export const KeptAct = v.variant('act', [
  v.object({ act: v.literal('acknowledge'), keys: v.array(v.string()), ...Act.entries }),
  v.object({ act: v.literal('shelve'), key: v.string(), ...Shelf.entries }),
  v.object({ act: v.literal('unshelve'), key: v.string(), ...Act.entries }),
])

export function toKept({ alarms, log }: Book): KeptBook {
  const kept = alarms.flatMap(({ phase, acked, shelf, key, priority, subject, on, off, ...times }) => {
    if (phase.kind === 'rising') return []
    const { raisedAt, announcedAt } = times
    return {
      ...{ key, priority, subject: plain(subject), on, off, raisedAt, announcedAt },
      ...(phase.kind === 'returned' ? { returnedAt: phase.at } : {}),
      ...(acked ? { acked } : {}),
      ...(shelf ? { shelf } : {}),
    }
  })
  return { alarms: kept, log: newest(log) }
}

/** The shape of a warning's place comes back with the source's first answer. */
function plain(subject: Alarm['subject']): Alarm['subject'] {
  if (subject.kind !== 'city') return subject
  const { geometry: _, ...alert } = subject.alert
  return { ...subject, alert }
}

/** What of the log fits: an entry that is too large would not be kept at all, and everything announced anew. */
function newest(log: readonly LogEntry[]): LogEntry[] {
  let letters = 0
  const first = log.findLastIndex((entry) => (letters += JSON.stringify(entry).length + 1) > LOG_LETTERS)
  return log.slice(first + 1)
}

/** The book after a restart: the same alarms under the same keys, none of them announced anew (faults §3.4 i). */
export function fromKept({ alarms, log }: KeptBook, now: number): Book {
  const raises = remembered(announcements(log), now)
  return {
    alarms: alarms.map(({ returnedAt, acked, shelf, ...alarm }): Alarm => ({
      ...alarm,
      phase:
        returnedAt === undefined
          ? { kind: 'active' }
          : { kind: 'returned', at: returnedAt, again: undefined },
      acked,
      shelf,
      turn: undefined,
      chattering: false,
      swungAt: undefined,
    })),
    log,
    raises,
    flood: floodOf(undefined, raises),
    ahead: [],
  }
}

const announcements = (log: readonly LogEntry[]): Book['raises'] =>
  log.filter(isAnnouncement).map(({ key, at, subject }) => ({ key, at, subject }))
