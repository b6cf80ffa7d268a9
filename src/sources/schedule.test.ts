import { describe, expect, it } from 'vitest'
import { aBatch } from './fixtures'
import { SourceFault, type FaultKind } from './contract'
import { advance, begin, type Memory, type Outcome } from './memory'
import { holdBack, nextDelay } from './schedule'

const start = { wall: 1_000_000, mono: 0 }
const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
const good: Outcome = { ok: true, batch: aBatch(), ...cost }
const bad = (kind: FaultKind, retryAfterMs?: number): Outcome => ({
  ok: false,
  fault: new SourceFault(kind, '', retryAfterMs === undefined ? {} : { retryAfterMs }),
  ...cost,
})
const after = (...outcomes: Outcome[]) =>
  outcomes.reduce((memory, next) => advance(memory, next, start), begin(start))
const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome)

/** Seconds to the next read when chance is at its least, in the middle, and nearly at its most. */
const delays = (memory: Memory, every: number) =>
  [0, 0.5, 1].map((random) => nextDelay(memory, every * 1000, () => random) / 1000)

describe('the next read', () => {
  it.each<[string, Memory, number, number[]]>([
    ['comes at the interval, give or take a tenth', after(good), 30, [27, 30, 33]],
    ['comes within 2 s after a first failure', after(bad('network')), 30, [0.5, 1, 2]],
    ['comes within 4 s after a second', after(...times(2, bad('server'))), 30, [0.5, 2, 4]],
    ['comes within 16 s after a fourth', after(...times(4, bad('timeout'))), 30, [0.5, 8, 16]],
    [
      'never comes later than the interval while retrying',
      after(...times(4, bad('network'))),
      10,
      [0.5, 5, 10],
    ],
    ['is a probe a minute from five failures on', after(...times(5, bad('server'))), 10, [54, 60, 66]],
    ['is a probe a minute after two hundred', after(...times(200, bad('server'))), 10, [54, 60, 66]],
    ['is a probe per interval when that is longer', after(...times(9, bad('network'))), 900, [810, 900, 990]],
    ['is not hurried when the answer was wrong', after(bad('shape')), 30, [27, 30, 33]],
    ['waits ten minutes when it is forbidden', after(bad('forbidden')), 30, [540, 600, 660]],
    ['waits ten minutes when the source is gone', after(bad('gone')), 30, [540, 600, 660]],
    ['tries a renewed session once', after(bad('auth')), 30, [0.5, 1, 2]],
    ['then waits five minutes for someone to sign in', after(...times(2, bad('auth'))), 30, [270, 300, 330]],
    [
      'obeys Retry-After and comes up to a fifth later',
      after(bad('throttled', 120_000)),
      30,
      [120, 132, 144],
    ],
    ['obeys the Retry-After of a 503', after(bad('server', 60_000)), 30, [60, 66, 72]],
    ['is never at once when there were too many', after(bad('throttled', 0)), 30, [54, 60, 60]],
    ['slows to twice the interval when there were too many', after(bad('throttled')), 30, [54, 60, 66]],
    ['stays slow for ten good reads', after(bad('throttled'), ...times(9, good)), 30, [54, 60, 66]],
    ['is back at the interval after them', after(bad('throttled'), ...times(10, good)), 30, [27, 30, 33]],
    ['is back at the interval after a good read', after(...times(9, bad('server')), good), 30, [27, 30, 33]],
  ])('%s', (_, memory, every, expected) => {
    for (const [i, delay] of delays(memory, every).entries()) expect(delay).toBeCloseTo(expected[i] ?? NaN, 5)
  })

  it('bounds a broken source to a handful of requests in ten minutes', () => {
    let memory = begin(start)
    let seconds = 0
    while (seconds < 600) {
      memory = advance(memory, bad('server'), start)
      seconds += nextDelay(memory, 5_000, () => 0) / 1000
    }
    expect(memory.attempts).toBeLessThanOrEqual(17)
  })
})

describe('a read holds back', () => {
  it('at the start by less than a second, the same each time and spread over the sources', () => {
    const holds = Array.from({ length: 60 }, (_, i) =>
      holdBack(`source-${i}`, begin(start), start, Math.random),
    )
    expect(Math.max(...holds)).toBeLessThan(1000)
    expect(new Set(holds.map((ms) => Math.floor(ms / 100))).size).toBeGreaterThan(7)
    expect(holdBack('source-7', begin(start), start, Math.random)).toBe(holds[7])
  })

  const planned: Memory = { ...after(good), plan: { from: start, afterMs: 30_000 } }
  it.each([
    ['not at all when it is on time', 30_000, 30_000, 0],
    ['not at all when it is a little late', 32_000, 32_000, 0],
    ['by up to two seconds after a sleep', 8 * 3_600_000, 8 * 3_600_000, 1_800],
    ['also when only the wall clock saw the sleep', 8 * 3_600_000, 1_000, 1_800],
    ['also when only the monotonic clock did', -4 * 3_600_000, 8 * 3_600_000, 1_800],
  ])('%s', (_, wall, mono, ms) => {
    expect(holdBack('a', planned, { wall: start.wall + wall, mono }, () => 0.9)).toBe(ms)
  })
})
