import { describe, expect, it } from 'vitest'
import type { Cadence } from '../city/figure'
import { parsePeriod } from '../city/period'
import { FAULTS, SourceFault, type FaultKind } from './contract'
import { aBatch, aReading, NOW, ZONE } from './fixtures'
import { combine, roundAge, SOURCE_STATES, stateOf, type SourceState } from './freshness'
import { advance, begin, type Memory } from './memory'
import type { Batch } from './records'

const EVERY = 30
const at = (seconds: number) => ({ wall: NOW + seconds * 1000, mono: seconds * 1000 })
const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
const fresh = begin(at(0))

type Step = (memory: Memory, seconds: number) => Memory
const ok =
  (batch: Partial<Batch> = {}): Step =>
  (memory, seconds) =>
    advance(memory, { ok: true, batch: aBatch({ readings: [aReading()], ...batch }), ...cost }, at(seconds))
const bad =
  (kind: FaultKind, status?: number): Step =>
  (memory, seconds) => {
    const fault = new SourceFault(kind, kind, status === undefined ? {} : { status })
    return advance(memory, { ok: false, fault, ...cost }, at(seconds))
  }
/** Reads in the rhythm of the interval, the first at 0 s. */
const run = (...steps: Step[]) => steps.reduce((memory, step, i) => step(memory, i * EVERY), fresh)
const times = (count: number, step: Step) => Array.from({ length: count }, () => step)

/** A source that moves, and whose own time is so many seconds behind. */
const moved =
  (behind: number): Step =>
  (memory, seconds) =>
    ok({ observedAt: NOW + (seconds - behind) * 1000 })(memory, seconds)

const stateAt = (memory: Memory, seconds: number, cadence: Cadence = 'live') =>
  stateOf(memory, { every: EVERY * 1000, cadence, zone: ZONE }, at(seconds))

describe('the state of a source', () => {
  it.each<[string, Memory, number, SourceState]>([
    ['waits before the first answer', fresh, 6, 'waiting'],
    ['is down when there is none in 6.5 seconds', fresh, 6.5, 'down'],
    ['is down when the first read fails', run(bad('network')), 1, 'down'],
    ['wants a sign-in when the first read is refused', run(bad('forbidden')), 1, 'auth'],
    ['is invalid when the first answer makes no sense', run(bad('shape')), 1, 'invalid'],
    ['is live with a good answer', run(ok()), 0, 'live'],
    ['is live until two intervals are over', run(ok()), 60, 'live'],
    ['is late then', run(ok()), 61, 'late'],
    ['is late until five', run(ok()), 150, 'late'],
    ['is stale then', run(ok()), 151, 'stale'],
    ['is stale after a night asleep, before any read', run(ok()), 8 * 3600, 'stale'],
    ['stays live through one failure', run(ok(), bad('server')), 31, 'live'],
    ['is late when failures go on', run(ok(), bad('server'), bad('server')), 70, 'late'],
    ['is down at five failures', run(ok(), ...times(5, bad('timeout'))), 151, 'down'],
    ['is down, not stale, for as long as that lasts', run(ok(), ...times(50, bad('network'))), 9999, 'down'],
    [
      'flapping every other time stays live',
      run(...times(20, ok()), bad('server'), ok(), bad('server')),
      690,
      'live',
    ],
    ['bears one 401, which may be a session being renewed', run(ok(), bad('auth', 401)), 31, 'live'],
    ['wants a sign-in at the second 401', run(ok(), bad('auth', 401), bad('auth', 401)), 61, 'auth'],
    ['wants a sign-in at once for a log-in page', run(ok(), bad('auth')), 31, 'auth'],
    ['wants a sign-in at once for a 403', run(ok(), bad('forbidden', 403)), 31, 'auth'],
    ['is invalid at once when an answer makes no sense', run(ok(), bad('parse')), 31, 'invalid'],
    ['recovers with one good answer', run(ok(), ...times(9, bad('shape')), ok()), 301, 'live'],
    ['is empty when the source says so', run(ok({ readings: [] })), 0, 'empty'],
    [
      'is partial when something was dropped',
      run(ok({ readings: [aReading()], dropped: [{ path: '', reason: '', sample: '' }] })),
      0,
      'partial',
    ],
    ['is live by its own time until two intervals and a minute', run(moved(120)), 0, 'live'],
    ['is late then, however regularly it answers', run(...times(40, moved(121))), 1170, 'late'],
    ['is late by its own time until five intervals and a minute', run(moved(210)), 0, 'late'],
    ['is stale then, whatever we receive', run(moved(211)), 0, 'stale'],
    ['is live when its own time is a little ahead', run(ok({ observedAt: NOW + 600_000 })), 0, 'live'],
  ])('%s', (_, memory, seconds, state) => expect(stateAt(memory, seconds).state).toBe(state))

  it('that is known to publish late is only late beyond that', () => {
    const lagging = { every: EVERY * 1000, cadence: 'live', zone: ZONE, lag: 600_000 } as const
    const stateBehind = (seconds: number) => stateOf(run(moved(seconds)), lagging, at(0)).state
    expect([720, 721, 810, 811].map(stateBehind)).toEqual(['live', 'late', 'late', 'stale'])
    expect(stateOf(run(moved(700)), lagging, at(0)).ageMs).toBe(700_000)
    expect(stateOf(run(moved(0)), lagging, at(61)).state).toBe('late')
  })

  const standing = ok({ readings: [aReading()], observedAt: NOW })
  it('is frozen when its own time stands still for three periods, and tells since when', () => {
    expect(stateAt(run(standing, standing, standing), 60).state).toBe('live')
    expect(stateAt(run(...times(4, standing)), 90)).toMatchObject({ state: 'frozen', since: NOW })
    expect(stateAt(run(...times(40, standing)), 1170)).toMatchObject({ state: 'frozen', since: NOW })
    const moving: Step = (memory, seconds) => ok({ observedAt: NOW + seconds * 1000 })(memory, seconds)
    expect(stateAt(run(...times(4, standing), moving), 120).state).toBe('live')
  })

  it('is not frozen when nothing new is expected or it tells no time', () => {
    expect(stateAt(run(...times(9, standing)), 240, 'once').state).toBe('live')
    expect(stateAt(run(...times(9, ok())), 240).state).toBe('live')
  })

  it('has the age of the data by their own time, never negative', () => {
    expect(stateAt(fresh, 5).ageMs).toBeUndefined()
    expect(stateAt(run(ok()), 12).ageMs).toBe(12_000)
    expect(stateAt(run(ok({ observedAt: NOW - 20_000 })), 12).ageMs).toBe(32_000)
    expect(stateAt(run(ok({ observedAt: NOW + 600_000 })), 0).ageMs).toBe(0)
    const setBack = { wall: NOW - 4 * 3_600_000, mono: 12_000 }
    expect(stateOf(run(ok()), { every: 30_000, cadence: 'live', zone: ZONE }, setBack).ageMs).toBe(12_000)
  })

  it('keeps the time of the last good answer while failing', () => {
    expect(stateAt(run(ok(), ok(), ...times(9, bad('network'))), 400).since).toBe(NOW + 30_000)
  })

  it.each(FAULTS)('is never live for long with the fault %s, and the last good value stays', (kind) => {
    const memory = run(ok(), ...times(6, bad(kind)))
    expect(stateAt(memory, 200).state).toMatch(/auth|invalid|down/)
    expect(memory.batch?.readings).toHaveLength(1)
  })
})

describe('a figure that is published per period', () => {
  const DAY = 86_400_000
  const april = parsePeriod('2023-04', ZONE)
  if (!april) throw new Error('a month')
  const memory = run(ok({ readings: [aReading({ asOf: april })] }))
  // April's end is 01/05; May ends 01/06 and is due ten days later.
  const may = april.end + 31 * DAY
  it.each<[string, number, SourceState]>([
    ['is live while the next is not due', may + 10 * DAY, 'live'],
    ['is late from then on', may + 10 * DAY + 1, 'late'],
    ['is stale when it is overdue twice as long', may + 20 * DAY + 1, 'stale'],
  ])('%s', (_, wall, state) => {
    const now = { wall, mono: wall - NOW }
    const heard = { ...memory, okAt: now }
    const cadence: Cadence = { period: 'month', due: 10 * DAY }
    expect(stateOf(heard, { every: 30_000, cadence, zone: ZONE }, now).state).toBe(state)
  })
})

describe('several sources together', () => {
  it.each(SOURCE_STATES)('are %s when all of them are', (state) => {
    expect(combine([state])).toBe(state)
    expect(combine([state, state])).toBe(state)
  })

  it.each<[SourceState[], SourceState]>([
    [[], 'empty'],
    [['live', 'empty'], 'live'],
    [['live', 'down'], 'partial'],
    [['empty', 'stale'], 'partial'],
    [['late', 'stale'], 'stale'],
    [['down', 'late', 'auth'], 'down'],
    [['waiting', 'partial'], 'partial'],
  ])('%j are %s', (states, state) => expect(combine(states)).toBe(state))
})

describe('a rounded age', () => {
  it.each([
    [0, 0],
    [4_999, 0],
    [59_999, 55_000],
    [60_000, 60_000],
    [119_999, 60_000],
    [3_599_999, 3_540_000],
    [9_000_000, 7_200_000],
  ])('of %d ms is %d', (ms, rounded) => expect(roundAge(ms)).toBe(rounded))
})
