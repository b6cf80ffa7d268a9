import { TZDate } from '@date-fns/tz'
import { addMonths } from 'date-fns'
import type { Cadence } from '../city/figure'
import type { City, Source } from '../city/schema'
import type { Id } from '../city/text'
import { agedOf, partsOf, spanOf, type Aged } from './aged'
import { elapsed, type Moment } from './clock'
import { periodOf, type Failure, type Memory } from './memory'
import { BROKEN_AFTER } from './schedule'

/**
 * From fine to worst. `empty`: the source says that there is nothing. `waiting`: before the first answer.
 * `paused`: not asked at all; only a panel that is configured wrongly is (`BrokenPanel`), sources never stop.
 * `partial`: some records were unusable, missing or too many. `late`: an answer is missing.
 * `frozen`: answers come but the source's own time stands still. `stale`: too old to act on. `invalid`: answers
 * that make no sense. `auth`: the source wants someone to sign in. `down`: no answer.
 */
export const SOURCE_STATES = [
  'live',
  'empty',
  'waiting',
  'paused',
  'partial',
  'late',
  'frozen',
  'stale',
  'invalid',
  'auth',
  'down',
] as const
export type SourceState = (typeof SOURCE_STATES)[number]

export interface Freshness {
  state: SourceState
  /**
   * Age of what is shown, in ms: by the source's own time when it tells one, of the oldest part where parts have their
   * own. Undefined while there is nothing.
   */
  ageMs: number | undefined
  /** Epoch ms since when nothing better was true: the last good answer, the last movement, or the start. */
  since: number
  /** Parts that have not been renewed while others have. */
  aged?: Aged
}

/** What a source promises. Spans are in ms; `zone` is the city's. */
export interface Pledge {
  every: number
  cadence: Cadence
  zone: string
  /** How far its own time may be behind because it publishes that late. */
  lag?: number | undefined
  /** Figures of it that are published once or per period and so promise nothing by the minute. */
  apart?: ReadonlySet<Id>
}

export function pledgeOf(
  { every, cadence, lag }: Source,
  { zone, figures }: Pick<City, 'zone' | 'figures'>,
): Pledge {
  const apart = [...figures.values()].filter((figure) => (figure.cadence ?? 'live') !== 'live')
  return { every, cadence, zone, lag, apart: new Set(apart.map(({ id }) => id)) }
}

/** From the first read. With the load of the page before it and a tick after, a wall names every state in 10 s. */
const WAITING_MS = 6_500
/** In periods. */
const LATE = 2
const STALE = 5
const FROZEN = 3
/** Clocks may differ by this much before a source's own time counts against it. */
const SKEW_MS = 60_000
const NONE: ReadonlySet<Id> = new Set()

/** The state of a source by three clocks: the source's time, the time of receipt and now (faults §2). */
export function stateOf(memory: Memory, promise: Pledge, now: Moment): Freshness {
  const { batch, okAt, startedAt, movedAt } = memory
  if (!batch || !okAt) return { state: without(memory, now), ageMs: undefined, since: startedAt.wall }
  const { cadence, apart = NONE } = promise
  const parts = cadence === 'live' ? partsOf(batch).filter(({ figure }) => !apart.has(figure)) : []
  const told = spanOf(parts, batch.observedAt)
  const aged = agedOf(parts, now.wall - bound(memory, promise, LATE))
  const ageMs = Math.max(elapsed(okAt, now), told ? now.wall - told.oldest : 0)
  const state = having(memory, promise, { newest: told?.newest, isPartial: aged !== undefined }, now)
  const since = state === 'frozen' && movedAt ? movedAt.wall : okAt.wall
  return { state, ageMs, since, ...(aged && { aged }) }
}

function without({ failure, startedAt }: Memory, now: Moment): SourceState {
  if (failure) return blamed(failure) ?? 'down'
  return elapsed(startedAt, now) < WAITING_MS ? 'waiting' : 'down'
}

/** The state that the kind of a failure is enough to tell. */
function blamed({ kind }: Failure): SourceState | undefined {
  if (kind === 'auth' || kind === 'forbidden') return 'auth'
  return kind === 'shape' || kind === 'parse' || kind === 'limit' || kind === 'refused'
    ? 'invalid'
    : undefined
}

/** What the data tell of themselves: their newest time, and whether parts of them are old. */
interface Told {
  newest: number | undefined
  isPartial: boolean
}

function having(memory: Memory, promise: Pledge, told: Told, now: Moment): SourceState {
  const { failure, failures, batch, stood } = memory
  // One 401 may be a session that is just being renewed; the retry follows within seconds.
  const renewing = failure?.status === 401 && failures === 1
  const blame = failure && !renewing ? blamed(failure) : undefined
  if (blame) return blame
  if (failures >= BROKEN_AFTER) return 'down'
  if (!failure && promise.cadence === 'live' && stood >= FROZEN) return 'frozen'
  const aged = [receiptState(memory, promise, now), ownState(memory, promise, told.newest, now)]
  if (aged.includes('stale')) return 'stale'
  // Kept from an earlier run: nothing of this one says that it still holds (row 52).
  if (aged.includes('late') || memory.successes === 0) return 'late'
  if (batch?.total === 0) return 'empty'
  return batch?.dropped.length || batch?.skipped || told.isPartial ? 'partial' : 'live'
}

type Age = 'live' | 'late' | 'stale'

function receiptState(memory: Memory, { every }: Pledge, now: Moment): Age {
  const age = elapsed(memory.okAt ?? memory.startedAt, now)
  // Being asked to wait does not make what we show any younger (faults §6 row 18).
  const period = memory.failure?.kind === 'throttled' ? every : periodOf(memory, every)
  if (age > STALE * period) return 'stale'
  return age > LATE * period ? 'late' : 'live'
}

/** How old a source's own time may be, ms, when it counts by periods. */
const bound = (memory: Memory, { every, lag = 0 }: Pledge, periods: number) =>
  periods * periodOf(memory, every) + SKEW_MS + lag

/** By the time that the data themselves tell. */
function ownState(memory: Memory, promise: Pledge, newest: number | undefined, now: Moment): Age {
  const { batch } = memory
  const { cadence, zone } = promise
  if (!batch || cadence === 'once') return 'live'
  if (cadence !== 'live') {
    const ends = batch.readings.map(({ asOf }) => asOf.end)
    return ends.length === 0 ? 'live' : dueState(Math.max(...ends), cadence, zone, now.wall)
  }
  if (newest === undefined) return 'live'
  // Moving is not enough: live means no older than two periods, whatever comes in how regularly (faults §6).
  const age = now.wall - newest
  if (age > bound(memory, promise, STALE)) return 'stale'
  return age > bound(memory, promise, LATE) ? 'late' : 'live'
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

/**
 * How a figure that is published per period stands: late when the reading of the period after the newest one is
 * overdue, stale when it is overdue twice as long. `end` is the newest period's end, epoch ms.
 */
export function dueState(end: number, cadence: Exclude<Cadence, string>, zone: string, now: number): Age {
  const { period, due } = cadence
  const next = new TZDate(end, zone)
  const nextEnd =
    period === 'day' ? next.setDate(next.getDate() + 1) : addMonths(next, MONTHS[period]).getTime()
  if (now > nextEnd + 2 * due) return 'stale'
  return now > nextEnd + due ? 'late' : 'live'
}

/**
 * The state of something that draws on several sources. All alike: that state. Good and bad mixed: `partial`.
 * All bad: the worst. A source that has nothing to report is as good as live; without any source it is `empty`.
 */
export function combine(states: readonly SourceState[]): SourceState {
  const [first = 'empty'] = states
  if (states.every((state) => state === first)) return first
  const fine = states.filter((state) => state === 'live' || state === 'empty')
  if (fine.length === states.length) return 'live'
  if (fine.length > 0) return 'partial'
  return states.reduce(
    (worst, next) => (SOURCE_STATES.indexOf(next) > SOURCE_STATES.indexOf(worst) ? next : worst),
    first,
  )
}

/** An age in steps that a person can use: 5 s below a minute, minutes below an hour, then hours. */
export function roundAge(ms: number): number {
  const step = ms < 60_000 ? 5_000 : ms < 3_600_000 ? 60_000 : 3_600_000
  return Math.floor(ms / step) * step
}
