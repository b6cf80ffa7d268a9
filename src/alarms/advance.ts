import { PRIORITIES, type Priority } from '../city/limits'
import { elapsed, type Moment } from '../sources/clock'
import { same } from '../sources/memory'
import { answeredAhead } from './acts'
import {
  forLog,
  isAnnouncement,
  type Alarm,
  type Book,
  type Finding,
  type Judgement,
  type LogEntry,
  type Subject,
} from './alarm'
import { floodOf, isChattering, remembered } from './flood'

/** Enough for weeks of a well-kept alarm system and for the worst hour of a bad one (faults §2.7: no endless lists). */
const LOG_LENGTH = 2_000
/** A shelf from this far in the future was made by another time of the clock, ms. */
const CLOCK_SLACK = 60_000
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
  const raised = log.filter(isAnnouncement)
  const allRaises = [...raises, ...raised.map(({ key, at, subject }) => ({ key, at, subject }))]
  const alarms = [...stepped, ...fresh].map((alarm) => settle(alarm, allRaises, book, now))
  const next: Book = {
    alarms: sameList(book.alarms, alarms) ? book.alarms : alarms,
    log: log.length > 0 ? [...book.log, ...log].slice(-LOG_LENGTH) : book.log,
    raises: raised.length > 0 || raises.length < book.raises.length ? allRaises : book.raises,
    flood: floodOf(book.flood, allRaises),
    ahead: book.ahead,
  }
  return answeredAhead(next, now.wall)
}

function begin(finding: Finding, now: Moment): Alarm {
  return {
    ...finding,
    phase: { kind: 'rising', since: now },
    raisedAt: now.wall,
    announcedAt: now.wall,
    acked: undefined,
    shelf: undefined,
    turn: undefined,
    chattering: false,
    swungAt: undefined,
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

/** A shelf that is over gives the alarm back as if it came now; so does one from a clock that was set back since. */
function unshelved(alarm: Alarm, wall: number): Alarm {
  const { shelf } = alarm
  if (!shelf || (wall < shelf.until && wall > shelf.at - CLOCK_SLACK)) return alarm
  return { ...alarm, shelf: undefined, acked: undefined, announcedAt: wall }
}

const isWorse = (next: Priority, before: Priority) => PRIORITIES.indexOf(next) < PRIORITIES.indexOf(before)

function present(alarm: Alarm, finding: Finding, now: Moment): Alarm {
  const next = { ...alarm, ...turned(alarm, finding, now), on: finding.on, off: finding.off }
  const { phase } = next
  switch (phase.kind) {
    case 'rising':
      return elapsed(phase.since, now) < next.on ? next : announced(next, now)
    case 'returned': {
      const again = phase.again ?? now
      if (elapsed(again, now) < next.on) return { ...next, phase: { ...phase, again } }
      return announced({ ...next, raisedAt: now.wall }, now)
    }
    case 'falling':
    case 'active': {
      const risen: Alarm =
        phase.kind === 'falling' ? { ...next, phase: { kind: 'active' }, swungAt: now } : next
      return isWorse(next.priority, alarm.priority) ? escalated(risen, now) : risen
    }
  }
}

/** What it speaks of and how urgent that is, once another priority has lasted: for the on-delay up, the off-delay down. */
function turned(
  alarm: Alarm,
  { priority, subject, on, off }: Finding,
  now: Moment,
): Pick<Alarm, 'priority' | 'turn' | 'subject'> {
  if (priority === alarm.priority) return { priority, turn: undefined, subject }
  const isShown = alarm.phase.kind === 'active' || alarm.phase.kind === 'falling'
  const delay = isWorse(priority, alarm.priority) ? on : isShown ? off : 0
  const turn = alarm.turn?.priority === priority ? alarm.turn : { priority, since: now }
  if (elapsed(turn.since, now) >= delay) return { priority, turn: undefined, subject }
  return { priority: alarm.priority, turn, subject: atLevelOf(alarm.subject, subject) }
}

/** What was read now, by the limit that it still counts as past. */
const atLevelOf = (before: Subject, now: Subject): Subject =>
  before.kind === 'limit' && now.kind === 'limit' ? { ...now, level: before.level } : now

/** Shows an alarm as new. One that chatters was seen before and asks nobody again. */
function announced(alarm: Alarm, now: Moment): Alarm {
  const acked = alarm.chattering ? alarm.acked : undefined
  return { ...alarm, phase: { kind: 'active' }, announcedAt: now.wall, swungAt: now, acked }
}

/** Worse than what somebody has seen or put aside is new to them; better is not. */
function escalated(alarm: Alarm, now: Moment): Alarm {
  return { ...alarm, announcedAt: now.wall, acked: undefined, shelf: undefined }
}

function absent(alarm: Alarm, now: Moment): Alarm | undefined {
  const { phase } = alarm
  const off = alarm.chattering ? Math.max(alarm.off, CHATTER_OFF) : alarm.off
  switch (phase.kind) {
    case 'rising':
      return undefined
    case 'active':
      return { ...alarm, phase: { kind: 'falling', since: now }, turn: undefined, swungAt: now }
    case 'falling':
      if (elapsed(phase.since, now) < off) return alarm
      if (alarm.acked && !alarm.shelf) return undefined
      return { ...alarm, phase: { kind: 'returned', at: now.wall, again: undefined } }
    case 'returned':
      if (alarm.acked && !alarm.shelf) return undefined
      return phase.again ? { ...alarm, phase: { ...phase, again: undefined } } : alarm
  }
}

/** What the log has to tell of one alarm's step. */
function told(before: Alarm, after: Alarm | undefined, at: number): LogEntry[] {
  const entry = (event: LogEntry['event'], { key, priority, subject } = after ?? before): LogEntry => ({
    at,
    key,
    event,
    priority,
    subject: forLog(subject),
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
  const chattering = isChattering(alarm, raises, now)
  const next = alarm.chattering === chattering ? alarm : { ...alarm, chattering }
  const held = before.alarms.find(({ key }) => key === next.key)
  return held && sameAlarm(held, next) ? held : next
}

function sameAlarm(a: Alarm, b: Alarm): boolean {
  return (
    samePhase(a.phase, b.phase) &&
    a.priority === b.priority &&
    a.on === b.on &&
    a.off === b.off &&
    a.acked === b.acked &&
    a.shelf === b.shelf &&
    a.announcedAt === b.announcedAt &&
    a.chattering === b.chattering &&
    a.turn === b.turn &&
    a.swungAt === b.swungAt &&
    same(a.subject, b.subject)
  )
}

const samePhase = (a: Alarm['phase'], b: Alarm['phase']) =>
  a.kind === 'returned' && b.kind === 'returned' ? a.again === b.again : a.kind === b.kind

const sameList = (a: readonly Alarm[], b: readonly Alarm[]) =>
  a.length === b.length && a.every((alarm, index) => alarm === b[index])
