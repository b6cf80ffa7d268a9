import { PRIORITIES, type Priority } from '../city/limits'
import { elapsed, type Moment } from '../sources/clock'
import type { Alarm, Book, Finding, Judgement, LogEntry } from './alarm'
import { floodOf, isChattering, remembered } from './flood'

/** Enough for weeks of a well-kept alarm system and for the worst hour of a bad one (faults §2.7: no endless lists). */
const LOG_LENGTH = 2_000
/** A chattering alarm returns only after this long without a new announcement, ms. */
const CHATTER_OFF = 60_000

/** The same alarms when nothing changed: identities tell Vue what to draw again. */
export function advance(book: Book, { findings, unknown }: Judgement, now: Moment): Book {
  const found = new Map(findings.map((finding) => [finding.key, finding]))
  const known = new Set(book.alarms.map(({ key }) => key))
  const raises = remembered(book.raises, now.wall)
  const log: LogEntry[] = []
  const stepped = book.alarms.flatMap((alarm) => {
    const finding = unknown.has(alarm.key) ? alarm : found.get(alarm.key)
    const next = step(alarm, finding, unknown.has(alarm.key), now)
    log.push(...told(alarm, next, now.wall))
    return next ?? []
  })
  const fresh = findings
    .filter(({ key }) => !known.has(key))
    .map((finding) => {
      const rising = begin(finding, now)
      const alarm = present(rising, finding, now)
      log.push(...told(rising, alarm, now.wall))
      return alarm
    })
  const raised = log.filter(({ event }) => event === 'raised' || event === 'escalated')
  const allRaises = [...raises, ...raised.map(({ key, at, subject }) => ({ key, at, subject }))]
  const alarms = [...stepped, ...fresh].map((alarm) => settle(alarm, allRaises, book, now))
  return {
    alarms: sameList(book.alarms, alarms) ? book.alarms : alarms,
    log: log.length > 0 ? [...book.log, ...log].slice(-LOG_LENGTH) : book.log,
    raises: raised.length > 0 || raises.length < book.raises.length ? allRaises : book.raises,
    flood: floodOf(book.flood, allRaises, now.wall),
  }
}

function begin(finding: Finding, now: Moment): Alarm {
  return {
    ...finding,
    phase: { kind: 'rising', since: now },
    raisedAt: now.wall,
    announcedAt: now.wall,
    acked: undefined,
    shelf: undefined,
    chattering: false,
  }
}

/** One alarm a moment later; undefined when there is nothing left to remember. */
function step(
  alarm: Alarm,
  finding: Finding | undefined,
  isUnknown: boolean,
  now: Moment,
): Alarm | undefined {
  const current = unshelved(alarm, now.wall)
  // What was over while it lay on the shelf asks nobody any more.
  if (current !== alarm && current.phase.kind === 'returned') return undefined
  if (isUnknown) return current
  return finding ? present(current, finding, now) : absent(current, now)
}

/** A shelf that is over gives the alarm back as if it came now. */
function unshelved(alarm: Alarm, wall: number): Alarm {
  if (!alarm.shelf || wall < alarm.shelf.until) return alarm
  return { ...alarm, shelf: undefined, acked: undefined, announcedAt: wall }
}

const isWorse = (next: Priority, before: Priority) => PRIORITIES.indexOf(next) < PRIORITIES.indexOf(before)

function present(alarm: Alarm, finding: Finding, now: Moment): Alarm {
  const { phase } = alarm
  const { subject, priority, on, off } = finding
  const current = { ...alarm, subject, on, off }
  if (phase.kind === 'rising')
    return elapsed(phase.since, now) < on
      ? { ...current, priority }
      : announced({ ...current, priority }, now)
  if (phase.kind === 'returned') return announced({ ...current, priority, raisedAt: now.wall }, now)
  const risen: Alarm = { ...current, priority, phase: phase.kind === 'falling' ? { kind: 'active' } : phase }
  // Worse than what somebody has seen is new to them; better is not.
  return isWorse(priority, alarm.priority) ? announced(risen, now) : risen
}

/** Shows an alarm as new. One that chatters was seen before and asks nobody again. */
function announced(alarm: Alarm, now: Moment): Alarm {
  const acked = alarm.chattering ? alarm.acked : undefined
  return { ...alarm, phase: { kind: 'active' }, announcedAt: now.wall, acked }
}

function absent(alarm: Alarm, now: Moment): Alarm | undefined {
  const { phase } = alarm
  const off = alarm.chattering ? Math.max(alarm.off, CHATTER_OFF) : alarm.off
  switch (phase.kind) {
    case 'rising':
      return undefined
    case 'active':
      return { ...alarm, phase: { kind: 'falling', since: now } }
    case 'falling':
      if (elapsed(phase.since, now) < off) return alarm
      return alarm.acked && !alarm.shelf ? undefined : { ...alarm, phase: { kind: 'returned', at: now.wall } }
    case 'returned':
      return alarm.acked && !alarm.shelf ? undefined : alarm
  }
}

/** What the log has to tell of one alarm's step. */
function told(before: Alarm, after: Alarm | undefined, at: number): LogEntry[] {
  const entry = (event: LogEntry['event'], { key, priority, subject } = after ?? before): LogEntry => ({
    at,
    key,
    event,
    priority,
    subject,
  })
  if (!after)
    return before.phase.kind === 'falling' ? [entry('returned'), entry('cleared')] : ended(before, entry)
  const wasActive = before.phase.kind === 'active' || before.phase.kind === 'falling'
  const events: LogEntry[] = []
  if (before.shelf && !after.shelf) events.push(entry('unshelved'))
  if (after.phase.kind === 'active' && !wasActive) events.push(entry('raised'))
  else if (wasActive && isWorse(after.priority, before.priority)) events.push(entry('escalated'))
  if (after.phase.kind === 'returned' && wasActive) events.push(entry('returned'))
  return events
}

const ended = (before: Alarm, entry: (event: LogEntry['event']) => LogEntry) =>
  before.phase.kind === 'rising' ? [] : [entry('cleared')]

/** Marks what comes and goes, and keeps an alarm that did not change the same object. */
function settle(alarm: Alarm, raises: Book['raises'], before: Book, now: Moment): Alarm {
  const chattering = isChattering(alarm, raises, now.wall)
  const next = alarm.chattering === chattering ? alarm : { ...alarm, chattering }
  const held = before.alarms.find(({ key }) => key === next.key)
  return held && sameAlarm(held, next) ? held : next
}

function sameAlarm(a: Alarm, b: Alarm): boolean {
  return (
    a.phase.kind === b.phase.kind &&
    a.priority === b.priority &&
    a.acked === b.acked &&
    a.shelf === b.shelf &&
    a.announcedAt === b.announcedAt &&
    a.chattering === b.chattering &&
    JSON.stringify(a.subject) === JSON.stringify(b.subject)
  )
}

const sameList = (a: readonly Alarm[], b: readonly Alarm[]) =>
  a.length === b.length && a.every((alarm, index) => alarm === b[index])
