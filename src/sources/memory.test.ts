import { describe, expect, it } from 'vitest'
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
