import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aSource, body, network, pass, SECOND, start, stopAll } from '../../tests/sourcesApp'
import { parsePeriod } from '../city/period'
import { NOW, ZONE } from './fixtures'
import { dueState } from './freshness'

/** The rows of faults §6 about clocks and sleep. */

const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  stopAll()
  vi.useRealTimers()
})

const twenty = Array.from({ length: 20 }, (_, i) => aSource(`s-${i}`))
/** A source that measures by a clock that nobody sets: its own. */
function measuring() {
  const began = performance.now()
  return () => Response.json([{ x: 1, t: NOW + performance.now() - began }])
}

describe('a source that answers the same for ever', () => {
  it('row 38: is frozen at three periods, and since when its own time stood still', async () => {
    const { fetch } = network(() => Response.json([{ x: 86, t: NOW }]))
    const { sources } = start([aSource('a')], fetch)
    await pass(100 * SECOND)
    const { state, since } = sources.use('a').state.value
    expect(state).toBe('frozen')
    expect(since - NOW).toBeLessThan(2 * SECOND)
  })
})

describe('a machine that was not there', () => {
  it('row 43: for eight hours shows everything late at once, then reads all, four at a time', async () => {
    let open = 0
    let most = 0
    const { fetch, asked } = network(async () => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setTimeout(resolve, 300))
      open--
      return body()
    })
    const { sources } = start(twenty, fetch)
    const states = () => [...new Set(sources.all.map(({ state }) => state.value.state))]
    await pass(5 * SECOND)
    expect([asked.length, states()]).toEqual([20, ['live']])
    vi.setSystemTime(Date.now() + 8 * HOUR)
    await pass(SECOND)
    expect([asked.length, states()]).toEqual([20, ['stale']])
    await pass(9 * SECOND)
    expect([asked.length, states()]).toEqual([40, ['live']])
    expect(most).toBe(4)
  })

  it('row 44: for ten seconds reads what is overdue once, and nothing twice', async () => {
    const { fetch, asked } = network(() => body())
    const { sources } = start(twenty, fetch)
    await pass(25 * SECOND)
    vi.setSystemTime(Date.now() + 10 * SECOND)
    await pass(8 * SECOND)
    expect(asked).toHaveLength(40)
    expect(sources.all.every(({ state }) => state.value.state === 'live')).toBe(true)
  })
})

describe('a wall clock that is set', () => {
  it.each([
    ['four hours back', -4 * HOUR],
    ['four hours ahead', 4 * HOUR],
    ['a minute and a half ahead', 90 * SECOND],
  ])('row 45: %s stops no poll, starts no storm and makes no age negative', async (_, by) => {
    const { fetch, asked } = network(measuring())
    const { sources } = start([aSource('a')], fetch)
    await pass(10 * SECOND)
    vi.setSystemTime(Date.now() + by)
    for (let step = 0; step < 30; step++) {
      await pass(10 * SECOND)
      expect(sources.use('a').state.value.ageMs).toBeGreaterThanOrEqual(0)
      expect(sources.use('a').memory.value.batch?.readings).toHaveLength(1)
    }
    expect(asked.length).toBeGreaterThanOrEqual(10)
    expect(asked.length).toBeLessThanOrEqual(13)
  })

  it('row 45: wrongly by a minute and a half is known from the servers’ own', async () => {
    const { fetch } = network(() =>
      Response.json([{ x: 1 }], { headers: { Date: new Date(Date.now() + 90 * SECOND).toUTCString() } }),
    )
    const { sources } = start([aSource('a')], fetch)
    await pass(2 * SECOND)
    const { serverAheadMs } = sources.use('a').memory.value
    expect(Math.round(serverAheadMs / SECOND)).toBeGreaterThanOrEqual(89)
    expect(sources.use('a').state.value.state).toBe('live')
  })
})

describe('row 46: a figure of a period', () => {
  const DAY = 24 * HOUR
  it.each([
    ['the day of 23 hours', '2026-03-28', 'Europe/Berlin', 23 * HOUR],
    ['the day of 25 hours', '2026-10-24', 'Europe/Berlin', 25 * HOUR],
    ['a day at home', '2026-10-24', ZONE, 24 * HOUR],
  ])('is due after %s', (_, text, zone, lasts) => {
    const before = parsePeriod(text, zone)
    if (!before) throw new Error(text)
    const due = before.end + lasts + HOUR
    const at = (now: number) => dueState(before.end, { period: 'day', due: HOUR }, zone, now)
    expect([at(due), at(due + 1)]).toEqual(['live', 'late'])
  })

  it.each([
    ['29 days in a leap year', '2028-01', 29],
    ['28 days in another', '2027-01', 28],
    ['31 days over New Year', '2026-11', 31],
  ])('is due after %s', (_, text, days) => {
    const before = parsePeriod(text, ZONE)
    if (!before) throw new Error(text)
    const due = before.end + days * DAY + 10 * DAY
    const at = (now: number) => dueState(before.end, { period: 'month', due: 10 * DAY }, ZONE, now)
    expect([at(due), at(due + 1)]).toEqual(['live', 'late'])
  })
})

describe('a period longer than any timer', () => {
  it('row 47: of thirty days asks once and then waits', async () => {
    const { fetch, asked } = network(() => body())
    start([aSource('a', { every: 30 * 24 * HOUR, cadence: 'once' })], fetch)
    await pass(5 * SECOND)
    // Past the longest timer that we set, without a tick for each of its seconds.
    vi.setSystemTime(Date.now() + 25 * HOUR)
    await pass(10 * SECOND)
    expect(asked).toHaveLength(1)
  })
})
