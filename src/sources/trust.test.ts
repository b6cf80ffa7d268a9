import { describe, expect, it } from 'vitest'
import type { Cadence } from '../city/figure'
import type { SourceState } from './freshness'
import { trustOf } from './trust'

function source(id: string, state: SourceState, ageMs?: number, cadence: Cadence = 'live') {
  return { source: { id, cadence }, freshness: { state, ageMs, since: 1000 } }
}

describe('how much of the picture can be trusted', () => {
  it('counts a source that says "there is nothing" as live, and no other state', () => {
    const trust = trustOf([
      source('a', 'live', 5),
      source('b', 'empty', 5),
      source('c', 'partial', 5),
      source('d', 'waiting'),
    ])
    expect([trust.live, trust.all]).toEqual([2, 4])
  })

  it('names those in trouble, worst first', () => {
    const trust = trustOf([
      source('late', 'late', 9),
      source('down', 'down'),
      source('fine', 'live', 1),
      source('auth', 'auth', 3),
    ])
    expect(trust.troubled.map(({ id }) => id)).toEqual(['down', 'auth', 'late'])
  })

  it('names the oldest of the sources that should move; a figure published once is not old', () => {
    const trust = trustOf([
      source('a', 'live', 5000),
      source('b', 'late', 60_000),
      source('seed', 'live', 9e9, 'once'),
    ])
    expect(trust.oldest).toEqual({ id: 'b', ageMs: 60_000 })
  })

  it('has no age while nothing has answered', () => {
    expect(trustOf([source('a', 'waiting')]).oldest).toBeUndefined()
  })
})
