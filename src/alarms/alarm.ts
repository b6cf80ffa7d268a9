import type { Priority } from '../city/limits'
import type { Id } from '../city/text'
import type { SourceState } from '../sources/freshness'
import type { Alert, Qualifier } from '../sources/records'
import type { Moment } from '../sources/clock'

/**
 * What an alarm speaks of. `limit`: a figure past its limit; `city`: a warning that an authority gave out; `source`:
 * a source that cannot be trusted, a class of its own that never passes for trouble in the city (faults §3.4 h).
 */
export type Subject = LimitSubject | CitySubject | SourceSubject

export interface LimitSubject {
  kind: 'limit'
  figure: Id
  area: Id
  dims: Readonly<Record<string, string>>
  /** Which limit is passed. */
  level: 'warn' | 'alarm'
  value: number
  low?: number
  high?: number
  qualifier: Qualifier
}

export interface CitySubject {
  kind: 'city'
  source: Id
  alert: Alert
}

export interface SourceSubject {
  kind: 'source'
  source: Id
  state: SourceState
}

/** Something found past its bounds now, whether or not it is known already. */
export interface Finding {
  /** The same trouble keeps its key for as long as it is remembered. */
  key: string
  priority: Priority
  subject: Subject
  /** How long it must last before it is announced, and be away before it returns, ms. */
  on: number
  off: number
}

/** Everything found now, and the known alarms about which nothing can be said: they stay as they are. */
export interface Judgement {
  findings: readonly Finding[]
  unknown: ReadonlySet<string>
}

/** Who did something, and when (epoch ms). */
export interface Act {
  by: string
  at: number
}

/** Put aside for a time, with a reason; comes back by itself (ISA-18.2 shelving). Epoch ms. */
export interface Shelf extends Act {
  until: number
  reason: string
}

/**
 * Where the trouble itself stands, whatever people did about it. `rising` and `falling` wait out the delays and are
 * shown as what they were before, and so does what is past its bounds `again` after it returned.
 */
export type Phase =
  | { kind: 'rising'; since: Moment }
  | { kind: 'active' }
  | { kind: 'falling'; since: Moment }
  | { kind: 'returned'; at: number; again: Moment | undefined }

/** One alarm: the trouble's phase, and beside it, independent of it, what people did (OPC UA Part 9). */
export interface Alarm extends Finding {
  phase: Phase
  /** Since when, and when it was last announced: anew when it grew worse or left the shelf. Epoch ms. */
  raisedAt: number
  announcedAt: number
  acked: Act | undefined
  shelf: Shelf | undefined
  /** Another priority that has not lasted long enough: between two limits the delays count as well (row 40). */
  turn: { priority: Priority; since: Moment } | undefined
  /** It comes and goes: three announcements within a minute; shown as one that stays (faults §3.4). */
  chattering: boolean
  /** When it last came or went. */
  swungAt: Moment | undefined
}

export const STANDINGS = ['unacked', 'acked', 'returned', 'shelved', 'pending'] as const
/** What people see of an alarm. `pending` is not shown: it has not lasted long enough. */
export type Standing = (typeof STANDINGS)[number]

export function standingOf({ phase, acked, shelf }: Alarm): Standing {
  if (phase.kind === 'rising') return 'pending'
  if (shelf) return 'shelved'
  if (phase.kind === 'returned') return 'returned'
  return acked ? 'acked' : 'unacked'
}

/** An exercise is shown as one and never sounds, moves the wall or counts as trouble. */
export const isExercise = ({ subject }: Pick<Finding, 'subject'>) =>
  subject.kind === 'city' && subject.alert.status !== 'actual'

/** Whether it still waits for somebody to say that they have seen it, over or not. */
export function isUnanswered(alarm: Alarm): boolean {
  const standing = standingOf(alarm)
  return standing === 'unacked' || standing === 'returned'
}

/** What nobody may overlook: the wall turns to it, and its ring on the map is one to act on. */
export const isUrgent = ({ priority }: Pick<Finding, 'priority'>) =>
  priority === 'critical' || priority === 'high'

export const EVENTS = ['raised', 'escalated', 'returned', 'acked', 'shelved', 'unshelved', 'cleared'] as const
export type AlarmEvent = (typeof EVENTS)[number]

/** Whether people were asked for something: what counts for floods, chatter and statistics. */
export const isAnnouncement = ({ event }: Pick<LogEntry, 'event'>) =>
  event === 'raised' || event === 'escalated'

/** A line of the log: what happened to which alarm, when (epoch ms), and through whom when it was a person. */
export interface LogEntry {
  at: number
  key: string
  event: AlarmEvent
  priority: Priority
  subject: Subject
  by?: string
  reason?: string
  until?: number
}

/** A warning's long words and its place stay with the alarm: the log of weeks would not fit where it is kept. */
export function forLog(subject: Subject): Subject {
  if (subject.kind !== 'city') return subject
  const { text: _, instruction: __, geometry: ___, ...alert } = subject.alert
  return { ...subject, alert }
}

/** More alarms than people can read: what came first is the best hint at the cause (EEMUA 191). */
export interface Flood {
  since: number
  /** Announcements within the last ten minutes. */
  count: number
  first: Subject
}

/** All that is known of alarms. Plain data; `advance` and the acts make the next one. */
export interface Book {
  alarms: readonly Alarm[]
  /** Newest last; the oldest leave when it is full. */
  log: readonly LogEntry[]
  /** Announcements of the last ten minutes, oldest first. */
  raises: readonly { key: string; at: number; subject: Subject }[]
  flood: Flood | undefined
  /** Acknowledged in another window of this browser, and not announced in this one yet: each reads by itself. */
  ahead: readonly (Act & { key: string })[]
}

export const EMPTY_BOOK: Book = { alarms: [], log: [], raises: [], flood: undefined, ahead: [] }
