import type { Source } from '../city/schema'
import { elapsed, type Moment } from './clock'
import type { Failure, Memory } from './memory'

/** How the page's own server answers when the city's systems do not (faults §2.5). */
export type Reach = 'unknown' | 'reached' | 'page' | 'silent'

/**
 * One cause behind many troubled sources, said once instead of by every panel (faults §6 rows 10, 12, 45).
 * `since` is epoch ms. `aheadMs` and `byMs` are positive when this screen's clock is, or jumped, ahead.
 */
export type Trouble =
  | { kind: 'none' }
  | { kind: 'offline'; since: number; reach: Exclude<Reach, 'page'> }
  | { kind: 'sign-in'; since: number }
  | { kind: 'clock'; aheadMs: number }
  | { kind: 'slept'; forMs: number }
  | { kind: 'corrected'; byMs: number }

export interface Witness {
  source: Pick<Source, 'every'>
  memory: Memory
}

/** What one look at both clocks a second tells: when they last were, and the last time they did not run on evenly. */
export interface ClockWatch {
  seen: Moment
  jump: { kind: 'slept' | 'corrected'; ms: number; at: Moment } | undefined
}

/** The clocks of one machine drift apart by less than this within a second (faults §2.4). */
const JUMP_MS = 2_000
/** A hidden page ticks once a minute; only a longer gap on both clocks is sleep. */
const SLEPT_MS = 90_000
/** A jump is said this long. */
const SAID_MS = 60_000
/** This screen's clock may differ from the servers' by this much. */
const SKEW_MS = 60_000
/** Nobody answers only when so many have tried in vain since anybody last did, and half of all the answers are missing, … */
const IN_VAIN = 3
/** … and this long after it: a flapping network is not announced each time (faults §6 row 11). */
const QUIET_MS = 10_000

/**
 * The next watch. Where the monotonic clock stands still in sleep, sleep and a clock set forward look the same: both
 * are a jump of the wall clock, and the banner names both.
 */
export function watchClock(watch: ClockWatch, now: Moment): ClockWatch {
  const passed = now.mono - watch.seen.mono
  const jumped = now.wall - watch.seen.wall - passed
  if (Math.abs(jumped) > JUMP_MS) return { seen: now, jump: { kind: 'corrected', ms: jumped, at: now } }
  if (passed > SLEPT_MS) return { seen: now, jump: { kind: 'slept', ms: passed, at: now } }
  return { ...watch, seen: now }
}

/** The one trouble worth a banner, the gravest first; `reach` only matters while nobody answers. */
export function troubleOf(witnesses: readonly Witness[], watch: ClockWatch, reach: Reach): Trouble {
  const now = watch.seen
  const silent = inVain(witnesses, now, isSilence)
  if (silent)
    return reach === 'page'
      ? { kind: 'sign-in', since: silent.wall }
      : { kind: 'offline', since: silent.wall, reach }
  const pages = inVain(witnesses, now, (failure) => isSilence(failure) || isPage(failure))
  if (pages) return { kind: 'sign-in', since: pages.wall }
  const aheadMs = aheadOf(witnesses, watch.jump?.at)
  if (Math.abs(aheadMs) > SKEW_MS) return { kind: 'clock', aheadMs }
  const { jump } = watch
  if (!jump || elapsed(jump.at, now) > SAID_MS) return { kind: 'none' }
  return jump.kind === 'slept' ? { kind: 'slept', forMs: jump.ms } : { kind: 'corrected', byMs: jump.ms }
}

/** No server spoke: what is missing may as well be on this screen's side. */
const isSilence = ({ kind }: Failure) => kind === 'network' || kind === 'timeout'
/** A web page instead of data; a plain 401 says who it is from and is the source's own affair. */
const isPage = ({ kind, status }: Failure) => kind === 'auth' && status === undefined

/**
 * Since when every try of every source has ended in the same way; undefined while any ends otherwise, or too few have
 * tried to say so.
 */
function inVain(
  witnesses: readonly Witness[],
  now: Moment,
  isSuch: (failure: Failure) => boolean,
): Moment | undefined {
  const started = witnesses[0]?.memory.startedAt ?? now
  const answers = witnesses.flatMap(({ memory }) => otherwise(memory, isSuch))
  const last = answers.reduce((latest, at) => (at.mono > latest.mono ? at : latest), started)
  const well = witnesses.filter((witness) => wasWell(witness, last, answers.length))
  const failed = well.filter(
    ({ memory: { failure } }) => failure !== undefined && failure.at.mono > last.mono,
  )
  const many = well.length > 1 && failed.length >= Math.min(IN_VAIN, well.length)
  return many && rate(failed) * 2 >= rate(well) && elapsed(last, now) >= QUIET_MS ? last : undefined
}

/** Answers per ms that these sources give while all is well. */
const rate = (witnesses: readonly Witness[]) =>
  witnesses.reduce((sum, { source }) => sum + 1 / source.every, 0)

/** When a source last answered in another way; what was kept from before the page began is no answer. */
function otherwise({ failure, okAt, successes }: Memory, isSuch: (failure: Failure) => boolean): Moment[] {
  const good = successes > 0 && okAt ? [okAt] : []
  return failure && !isSuch(failure) ? [...good, failure.at] : good
}

/** A source that was silent long before the others says nothing about what befell them. */
function wasWell({ source, memory }: Witness, last: Moment, answers: number): boolean {
  if (answers === 0) return true
  return memory.successes > 0 && memory.okAt !== undefined && elapsed(memory.okAt, last) <= 2 * source.every
}

/** Ms by which this screen's clock is ahead of the servers': the median, so that one wrong server convinces nobody. */
function aheadOf(witnesses: readonly Witness[], jumpedAt: Moment | undefined): number {
  const told = witnesses
    // Servers of other origins keep their date to themselves unless they expose it; then nothing is known.
    .filter(({ memory }) => memory.serverAheadMs !== 0)
    .filter(({ memory }) => jumpedAt === undefined || memory.plan.from.mono > jumpedAt.mono)
    .map(({ memory }) => -memory.serverAheadMs)
    .sort((a, b) => a - b)
  if (told.length < Math.min(2, witnesses.length)) return 0
  const middle = told[Math.floor(told.length / 2)] ?? 0
  // In steps, so that the banner does not follow the jitter of answers.
  return Math.round(middle / 5_000) * 5_000
}
