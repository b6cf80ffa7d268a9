import { parse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { failed } from '../tools/bench/report'
import { seeded } from '../tools/soak/chance'
import { growthOf } from '../tools/soak/growth'
import { bytesOf, Snapshot } from '../tools/soak/heap'
import { rowsOf, summary } from '../tools/soak/report'
import type { Outcome } from '../tools/soak/run'

const clean = { nodes: 0, listeners: 0, heapBytes: 90, usedBytes: 250 }
const leak = { nodes: 1, listeners: 1, heapBytes: 530, usedBytes: 700 }

function outcome(more: Partial<Outcome> = {}): Outcome {
  return {
    updates: 3_300,
    hours: 0.05,
    everyS: 1,
    draws: { charts: 330, map: 33 },
    app: clean,
    control: clean,
    planted: leak,
    strikes: [{ source: 'cameras', fault: 'hang', recoveredMs: 1_200 }],
    memory: { first: new Map([['renderer', 100]]), last: new Map([['renderer', 120]]) },
    ...more,
  }
}

const fails = (more: Partial<Outcome>) => failed(rowsOf(outcome(more)))

describe('the soak', () => {
  it('passes when the app keeps no more than the bare page and the planted leak is seen', () => {
    expect(fails({})).toBe(false)
  })

  it.each<[string, Partial<Outcome>]>([
    ['a node is kept for every tenth update', { app: { ...clean, nodes: 0.1 } }],
    ['a listener is kept for every tenth update', { app: { ...clean, listeners: 0.1 } }],
    ['the heap grows by more than 100 B above the bare page', { app: { ...clean, heapBytes: 191 } }],
    ['the planted leak is overlooked, so that nothing it says counts', { planted: clean }],
    ['nothing could be measured', { app: { ...clean, nodes: NaN, listeners: NaN, heapBytes: NaN } }],
    [
      'a source does not come back after a fault',
      { strikes: [{ source: 'a', fault: 'reset', recoveredMs: undefined }] },
    ],
  ])('fails when %s', (_, more) => expect(fails(more)).toBe(true))

  it('lets no shrinking of the bare page tighten the budget of the app', () => {
    expect(fails({ control: { ...clean, heapBytes: -500 } })).toBe(false)
  })

  it('reads the slope from the second half, when what fills up once is full', () => {
    const filling = [0, 400, 700, 900, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000]
    const samples = filling.map((listeners, at) => ({
      nodes: at,
      listeners,
      heapBytes: 0,
      usedBytes: 0,
      updates: at * 100,
    }))
    expect(growthOf(samples)).toEqual({ nodes: 0.01, listeners: 0, heapBytes: 0, usedBytes: 0 })
  })

  it('finds the growth of the data below what comes and goes', () => {
    const samples = Array.from({ length: 12 }, (_, at) => ({
      ...{ nodes: 0, listeners: 0, usedBytes: 0, updates: at * 500 },
      heapBytes: 8_000_000 + at * 500 * 300 + (at % 3 === 1 ? 900_000 : 0),
    }))
    expect(growthOf(samples).heapBytes).toBeCloseTo(300)
  })

  it('counts of the heap the data of the page, not the code that V8 compiled', () => {
    const snapshot = {
      snapshot: {
        meta: {
          node_fields: ['type', 'name', 'id', 'self_size'],
          node_types: [['hidden', 'object', 'code', 'native', 'string']],
        },
      },
      nodes: [
        [1, 0, 1, 100],
        [2, 1, 3, 5_000],
        [3, 2, 5, 64],
        [3, 3, 7, 9_000],
        [4, 4, 9, 20],
      ].flat(),
    }
    expect(bytesOf(parse(Snapshot, snapshot))).toBe(100 + 20)
  })

  it('strikes the same sources with the same faults when it is given the same seed', () => {
    const course = (seed: number) => Array.from({ length: 8 }, seeded(seed).bind(null, ['a', 'b', 'c', 'd']))
    expect(course(7)).toEqual(course(7))
    expect(course(7)).not.toEqual(course(8))
  })

  it('tells weeks of updates, hours of real time and every fault, and calls nothing a week that was not one', () => {
    const text = summary(
      outcome({ strikes: [{ source: 'cameras', fault: 'hang', recoveredMs: undefined }] }),
      33_000,
    )
    expect(text).toContain(
      '3300 updates = 0.10 weeks of updates at the shipped intervals; 0.05 h of real time',
    )
    expect(text).toContain('hang → cameras: NOT BACK')
  })
})
