import { describe, expect, it } from 'vitest'
import { instant } from '../city/period'
import { elapsed } from './clock'
import { SourceFault } from './contract'
import { aBatch, aFeature, aReading, NOW } from './fixtures'
import { advance, begin, type Memory } from './memory'
import type { Batch } from './records'
import { settle } from './settle'

const at = (seconds: number) => ({ wall: NOW + seconds * 1000, mono: seconds * 1000 })
const limits = { bounds: [106, 20, 107, 21] as const, now: NOW }
const cost = { bytes: 7, latencyMs: 3, serverDate: undefined }

const hear = (memory: Memory, batch: Batch, seconds: number) =>
  advance(memory, { ok: true, batch: settle(batch, limits), ...cost }, at(seconds))
const miss = (memory: Memory, seconds: number) =>
  advance(
    memory,
    { ok: false, fault: new SourceFault('server', '500', { status: 500 }), ...cost },
    at(seconds),
  )
const fresh = () => begin(at(0))

describe('a memory', () => {
  it('counts, and forgets a failure with the next good answer', () => {
    const after = miss(miss(hear(fresh(), aBatch(), 0), 30), 60)
    expect(after).toMatchObject({
      attempts: 3,
      successes: 1,
      failures: 2,
      failure: { kind: 'server', status: 500 },
    })
    expect(hear(after, aBatch(), 90)).toMatchObject({
      attempts: 4,
      successes: 2,
      failures: 0,
      failure: undefined,
    })
  })

  it('keeps the last good batch through any number of failures', () => {
    const good = hear(fresh(), aBatch({ readings: [aReading()] }), 0)
    const bad = Array.from({ length: 50 }, (_, i) => i).reduce((memory, i) => miss(memory, i), good)
    expect(bad.batch).toBe(good.batch)
    expect(bad.okAt).toEqual(at(0))
  })

  it('does not take an answer that is older than what it holds', () => {
    const good = hear(fresh(), aBatch({ readings: [aReading()], observedAt: NOW }), 0)
    const late = hear(good, aBatch({ readings: [aReading({ value: 1 })], observedAt: NOW - 1 }), 30)
    expect(late.batch).toBe(good.batch)
    expect(late.okAt).toEqual(at(0))
    expect(late.successes).toBe(2)
  })

  it('does not let an older record replace a newer one', () => {
    const values = (memory: Memory) => memory.batch?.readings.map(({ value }) => value)
    const names = (memory: Memory) => memory.batch?.features.map(({ name }) => name)
    const batch = (time: number, value: number, name: string) =>
      aBatch({
        readings: [aReading({ observedAt: time, value }), aReading({ figure: 'b', observedAt: NOW, value })],
        features: [aFeature({ observedAt: time, name })],
      })
    const first = hear(fresh(), batch(NOW - 10, 1, 'new'), 0)
    const second = hear(first, batch(NOW - 20, 2, 'old'), 30)
    expect([values(second), names(second)]).toEqual([[1, 2], ['new']])
  })

  it('lets go of records that the source no longer has', () => {
    const two = hear(fresh(), aBatch({ features: [aFeature(), aFeature({ id: 'b' })] }), 0)
    expect(hear(two, aBatch({ features: [aFeature()] }), 30).batch?.features).toHaveLength(1)
  })

  describe('of a source whose records alone tell the time', () => {
    const incident = (id: string, ago: number, more: object = {}) =>
      aFeature({ id, observedAt: NOW - ago * 1000, ...more })
    const standing = ({ batch }: Memory) => batch?.features.map(({ id }) => id)
    const list = (...features: ReturnType<typeof incident>[]) => aBatch({ features })

    it('row 39: takes the answer in which the newest record is gone, as it takes every later one', () => {
      const two = hear(fresh(), list(incident('a', 600), incident('b', 20)), 0)
      const one = hear(two, list(incident('a', 600)), 30)
      expect(standing(one)).toEqual(['a'])
      expect(one).toMatchObject({ okAt: at(30), movedAt: at(30), stood: 0 })
    })

    it('knows that the source was at work when it told the time of a record that is gone', () => {
      const two = hear(fresh(), list(incident('a', 600), incident('b', 20)), 0)
      expect(hear(two, list(incident('a', 600)), 30).batch?.observedAt).toBe(NOW - 20_000)
    })

    it('row 39: keeps the newer of two values of one record, and lets go of what is gone', () => {
      const two = hear(
        fresh(),
        list(incident('a', 10, { name: 'new' }), incident('b', 20), incident('c', 5)),
        0,
      )
      const late = hear(two, list(incident('a', 40, { name: 'old' }), incident('b', 20)), 30)
      expect(late.batch?.features.map(({ id, name }) => [id, name])).toEqual([
        ['a', 'new'],
        ['b', 'A'],
      ])
    })

    it('row 39: keeps the later of two moments of one station, and each moment of a course', () => {
      const measured = (area: string, ago: number) => {
        const observedAt = NOW - ago * 1000
        return aReading({ area, observedAt, asOf: instant(observedAt), value: ago })
      }
      const seconds = (memory: Memory) => memory.batch?.readings.map(({ area, value }) => [area, value])
      const first = hear(
        fresh(),
        aBatch({ readings: [measured('a', 10), measured('b', 60), measured('b', 30)] }),
        0,
      )
      const second = aBatch({ readings: [measured('a', 40), measured('b', 30), measured('b', 0)] })
      expect(seconds(hear(first, second, 30))).toEqual([
        ['a', 10],
        ['b', 30],
        ['b', 0],
      ])
    })

    it('row 38: counts the answers in which nothing came, went or changed', () => {
      const same = list(incident('a', 600), incident('b', 20))
      const thrice = [30, 60, 90].reduce((memory, at) => hear(memory, same, at), hear(fresh(), same, 0))
      expect(thrice.stood).toBe(3)
      expect(hear(thrice, list(incident('a', 600)), 120).stood).toBe(0)
    })

    it('row 45: does not hold on to a time that a wrong clock told', () => {
      const ahead = { wall: NOW + 4 * 3_600_000, mono: 0 }
      const answer = (value: number, observedAt: number, now: number) => ({
        ok: true as const,
        batch: settle(aBatch({ readings: [aReading({ value, observedAt })] }), { ...limits, now }),
        ...cost,
      })
      const wrong = advance(begin(ahead), answer(1, ahead.wall, ahead.wall), ahead)
      const right = advance(wrong, answer(2, NOW, NOW), at(1))
      expect(right.batch).toMatchObject({ readings: [{ value: 2 }], observedAt: NOW })
    })
  })

  it('gives the very same objects when the data are the same, so that nothing is drawn again', () => {
    const batch = (value: number) =>
      aBatch({ readings: [aReading({ value }), aReading({ figure: 'b' })], features: [aFeature()] })
    const first = hear(fresh(), batch(1), 0)
    const second = hear(first, batch(1), 30)
    expect(second.batch).toBe(first.batch)
    const third = hear(second, batch(2), 60)
    expect(third.batch?.features).toBe(first.batch?.features)
    expect(third.batch?.readings[1]).toBe(first.batch?.readings[1])
    expect(third.batch?.readings[0]?.value).toBe(2)
  })

  it('tells how far the source’s time is ahead, above a minute', () => {
    const ahead = (ms: number) => hear(fresh(), aBatch({ observedAt: NOW + ms }), 0).sourceAheadMs
    expect([ahead(-5_000), ahead(59_000), ahead(600_000)]).toEqual([0, 0, 600_000])
  })

  it('tells how far the server’s clock is from ours', () => {
    const read = advance(fresh(), { ok: true, batch: aBatch(), ...cost, serverDate: NOW + 90_000 }, at(0))
    expect(read.serverAheadMs).toBe(90_000)
  })
})

describe('time gone by', () => {
  it.each([
    ['both clocks agree', 5_000, 5_000, 5_000],
    ['the monotonic clock stood still while the machine slept', 3_600_000, 1_000, 3_600_000],
    ['the wall clock was set back', -14_400_000, 5_000, 5_000],
    ['both went back', -1, -1, 0],
  ])('is the longer of the two, never negative, when %s', (_, wall, mono, ms) => {
    expect(elapsed({ wall: NOW, mono: 0 }, { wall: NOW + wall, mono })).toBe(ms)
  })
})
