import { describe, expect, it } from 'vitest'
import { causesOf } from './cause'
import { FAULTS, SourceFault, type FaultKind } from './contract'
import { aBatch, aReading, NOW } from './fixtures'
import { advance, begin, type Memory } from './memory'

const at = (seconds: number) => ({ wall: NOW + seconds * 1000, mono: seconds * 1000 })
const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
const good = (more: Parameters<typeof aBatch>[0] = {}) =>
  advance(begin(at(0)), { ok: true, batch: aBatch({ readings: [aReading()], ...more }), ...cost }, at(0))
const bad = (memory: Memory, kind: FaultKind, more: ConstructorParameters<typeof SourceFault>[2] = {}) =>
  advance(memory, { ok: false, fault: new SourceFault(kind, '', more), ...cost }, at(60))

describe('why a source is as it is', () => {
  it('is nobody’s business while it is live, one failure or not', () => {
    expect(causesOf(good(), { state: 'live' })).toEqual([])
    expect(causesOf(bad(good(), 'network'), { state: 'live' })).toEqual([])
  })

  it('row 6: after silence is since when, and how often it was asked, and nothing else', () => {
    const memory = bad(bad(good(), 'network'), 'network')
    expect(causesOf(memory, { state: 'late' })).toEqual([{ kind: 'network', since: NOW, attempts: 2 }])
    expect(causesOf(bad(begin(at(0)), 'timeout'), { state: 'down' })).toEqual([
      { kind: 'timeout', since: NOW, attempts: 1 },
    ])
  })

  it('row 18: is the wait it asked for, when it named one', () => {
    expect(causesOf(bad(good(), 'throttled', { retryAfterMs: 120_000 }), { state: 'late' })).toEqual([
      { kind: 'throttled', until: NOW + 180_000 },
    ])
    expect(causesOf(bad(good(), 'throttled'), { state: 'late' })).toEqual([
      { kind: 'throttled', until: undefined },
    ])
  })

  it('row 30: is how many records did not fit', () => {
    const dropped = Array.from({ length: 3 }, (_, i) => ({
      path: `$[*] ${i} $.x`,
      reason: 'missing',
      sample: '',
    }))
    expect(causesOf(bad(good(), 'shape', { loss: { dropped, of: 10 } }), { state: 'invalid' })).toEqual([
      { kind: 'drift', count: 3, of: 10 },
    ])
  })

  it('row 38: is since when its own time stands still, or how old its data are', () => {
    const memory = good({ observedAt: NOW - 5000 })
    expect(causesOf(memory, { state: 'frozen' })).toEqual([{ kind: 'frozen', since: NOW }])
    expect(causesOf(memory, { state: 'stale' })).toEqual([{ kind: 'old', since: NOW - 5000 }])
  })

  it('row 36: is which parts are old, or from when the newest is when all of them are', () => {
    const names = [{ area: 'lam-ha', dims: {} }]
    const aged = { count: 11, of: 12, names, newest: NOW - 9000 }
    expect(causesOf(good(), { state: 'partial', aged })).toEqual([{ kind: 'aged', count: 11, of: 12, names }])
    expect(causesOf(good({ observedAt: NOW }), { state: 'late', aged })).toEqual([
      { kind: 'old', since: NOW - 9000 },
    ])
    expect(causesOf(bad(good(), 'network'), { state: 'partial' })).toEqual([])
  })

  it('row 28: tells what was left out beside it, live or not', () => {
    const dropped = [{ path: 'id', reason: 'twice', sample: '' }]
    expect(causesOf(good({ dropped, total: 20_000, skipped: 80_000 }), { state: 'partial' })).toEqual([
      { kind: 'dropped', count: 1, of: 20_000 },
      { kind: 'skipped', shown: 19_999, of: 100_000 },
    ])
    expect(causesOf(good({ observedAt: NOW + 600_000 }), { state: 'live' })).toEqual([
      { kind: 'ahead', ms: 600_000 },
    ])
  })

  it.each(FAULTS)('is told for the fault %s', (kind) => {
    expect(causesOf(bad(good(), kind, { status: 500 }), { state: 'down' })[0]).toMatchObject({ kind })
  })
})
