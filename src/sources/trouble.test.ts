import { describe, expect, it } from 'vitest'
import type { Moment } from './clock'
import type { FaultKind } from './contract'
import { begin, type Memory } from './memory'
import { troubleOf, watchClock, type ClockWatch, type Reach, type Witness } from './trouble'

const SECOND = 1_000
const NOON = Date.UTC(2026, 10, 22, 5)
const at = (seconds: number): Moment => ({ wall: NOON + seconds * SECOND, mono: 1e6 + seconds * SECOND })

interface Course {
  /** When it last answered well, in seconds after the start; never unless told. */
  ok?: number
  failed?: { at: number; kind: FaultKind; status?: number }
  aheadMs?: number
  every?: number
}

function witness({ ok, failed, aheadMs = 0, every = 30 }: Course): Witness {
  const memory: Memory = {
    ...begin(at(0)),
    serverAheadMs: aheadMs,
    plan: { from: at(Math.max(ok ?? 0, failed?.at ?? 0)), afterMs: 30 * SECOND },
  }
  if (ok !== undefined) Object.assign(memory, { okAt: at(ok), successes: 1 })
  if (failed) {
    const { kind, status } = failed
    const failure = { kind, status, detail: '', retryAfterMs: undefined, drift: [], at: at(failed.at) }
    Object.assign(memory, { failure, failures: 1 })
  }
  return { source: { every: every * SECOND }, memory }
}

const calm = (seconds: number): ClockWatch => ({ seen: at(seconds), jump: undefined })
const told = (courses: Course[], seconds: number, reach: Reach = 'unknown') =>
  troubleOf(courses.map(witness), calm(seconds), reach)
const lost = (ok: number, failedAt: number, kind: FaultKind = 'network') => ({
  ok,
  failed: { at: failedAt, kind },
})
const page = (ok: number, failedAt: number) => lost(ok, failedAt, 'auth')

describe('the one trouble behind many', () => {
  it('is none while sources answer, whatever else some of them do', () => {
    expect(told([{ ok: 95 }, lost(10, 90), lost(10, 91), lost(10, 92)], 100)).toEqual({ kind: 'none' })
  })

  it('is that nobody answers, since the last answer of any', () => {
    const courses = [lost(60, 88), lost(75, 89), lost(70, 95, 'timeout'), lost(66, 99)]
    expect(told(courses, 100)).toEqual({ kind: 'offline', since: at(75).wall, reach: 'unknown' })
  })

  it('tells a screen without a network from systems that are down by its own server', () => {
    const courses = [lost(60, 88), lost(75, 89), lost(70, 95)]
    expect(told(courses, 100, 'silent')).toMatchObject({ kind: 'offline', reach: 'silent' })
    expect(told(courses, 100, 'reached')).toMatchObject({ kind: 'offline', reach: 'reached' })
    expect(told(courses, 100, 'page')).toEqual({ kind: 'sign-in', since: at(75).wall })
  })

  it('is seen from the start on, when nobody has ever answered', () => {
    const failed = { at: 8, kind: 'timeout' } as const
    expect(told([{ failed }, { failed }, { failed }], 12)).toMatchObject({ kind: 'offline', since: NOON })
  })

  it('is not announced within seconds: a flapping network would never stop', () => {
    expect(told([lost(75, 78), lost(74, 79), lost(73, 80)], 81)).toEqual({ kind: 'none' })
  })

  it('is not concluded from one system that lost its three sources while the others were not asked yet', () => {
    const slow = Array.from({ length: 9 }, () => ({ ok: 60, every: 60 }))
    expect(told([lost(58, 71), lost(59, 72), lost(60, 73), ...slow], 80)).toEqual({ kind: 'none' })
  })

  it('does not wait for sources that are read once a day', () => {
    const daily = Array.from({ length: 20 }, () => ({ ok: 5, every: 86_400 }))
    expect(told([lost(58, 71), lost(59, 72), lost(60, 73), ...daily], 80).kind).toBe('offline')
  })

  it('is not found in a city of one source: that is the source’s own trouble', () => {
    expect(told([lost(10, 90)], 100)).toEqual({ kind: 'none' })
  })

  it('counts an error as an answer: who says 503 can be reached', () => {
    const courses = [lost(10, 90), lost(10, 91), lost(10, 92), lost(60, 95, 'server')]
    expect(told(courses, 120)).toEqual({ kind: 'none' })
  })

  it('is a network that wants a login when web pages come from all sides at once', () => {
    expect(told([page(60, 88), page(75, 89), lost(70, 95)], 100)).toEqual({
      kind: 'sign-in',
      since: at(75).wall,
    })
  })

  it('is no login of the network when one system’s session has ended and the others answer', () => {
    expect(told([page(60, 88), page(70, 89), page(75, 95), { ok: 96 }], 100)).toEqual({ kind: 'none' })
  })

  it('is no login of the network when sources answer 401 themselves', () => {
    const refused = { ok: 60, failed: { at: 95, kind: 'auth' as const, status: 401 } }
    expect(told([refused, refused, refused], 120)).toEqual({ kind: 'none' })
  })
})

describe('this screen’s clock', () => {
  const fine = { ok: 95 }
  it('is wrong when the servers agree that it is, by their median', () => {
    const courses = [-14_400, -14_401, -14_399, 3].map((s) => ({ ...fine, aheadMs: s * SECOND }))
    expect(told(courses, 100)).toEqual({ kind: 'clock', aheadMs: 14_400 * SECOND })
    const behind = [90, 91, 92].map((s) => ({ ...fine, aheadMs: s * SECOND }))
    expect(told(behind, 100)).toEqual({ kind: 'clock', aheadMs: -90 * SECOND })
  })

  it('is not judged by one server, nor by those that do not tell their time', () => {
    expect(told([{ ...fine, aheadMs: 9e6 }, fine, fine], 100)).toEqual({ kind: 'none' })
  })

  it('is right within a minute', () => {
    expect(
      told(
        [
          { ...fine, aheadMs: 50_000 },
          { ...fine, aheadMs: 55_000 },
        ],
        100,
      ),
    ).toEqual({ kind: 'none' })
  })

  it('was corrected: said for a minute, and not more', () => {
    const before = calm(100)
    const back: Moment = { wall: at(101).wall - 4 * 3_600_000, mono: at(101).mono }
    const watch = watchClock(before, back)
    expect(troubleOf([], watch, 'unknown')).toEqual({ kind: 'corrected', byMs: -4 * 3_600_000 })
    const later = { wall: back.wall + 61 * SECOND, mono: back.mono + 61 * SECOND }
    const ticks = [20, 40].map((s) => ({ wall: back.wall + s * SECOND, mono: back.mono + s * SECOND }))
    const after = [...ticks, later].reduce(watchClock, watch)
    expect(troubleOf([], after, 'unknown')).toEqual({ kind: 'none' })
  })

  it('is judged after a correction only by answers that came since', () => {
    const courses = [
      { ok: 95, aheadMs: 14_400_000 },
      { ok: 95, aheadMs: 14_400_000 },
    ].map(witness)
    const watch = watchClock(calm(100), { wall: at(101).wall + 14_400_000, mono: at(101).mono })
    expect(troubleOf(courses, watch, 'unknown')).toEqual({ kind: 'corrected', byMs: 14_400_000 })
  })

  it('shows that the machine slept when both clocks went on without us', () => {
    const watch = watchClock(calm(0), at(8 * 3600))
    expect(troubleOf([], watch, 'unknown')).toEqual({ kind: 'slept', forMs: 8 * 3_600_000 })
  })

  it('is at peace with ticks that come late', () => {
    expect(watchClock(calm(0), at(60)).jump).toBeUndefined()
  })
})
