import { describe, expect, it } from 'vitest'
import { instant } from '../../city/period'
import { aReading } from '../../sources/fixtures'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { deviationOf, scoreOf, sizeOf } from './deviate'

const HOUR = 3_600_000
const START = Date.parse('2026-10-26T00:00:00+07:00')

function figure(history: Reading[]): FigureData {
  const name = { vi: 'f', en: 'f' }
  return {
    figure: { id: 'f', name, pillar: 'ioc', unit: 'count', better: 'neither', sources: ['s'] },
    history,
    parts: [],
    all: history,
    latest: history.at(-1),
    severity: 'none',
  }
}
const hourly = (count: number, value: (hour: number) => number | null, usual?: (hour: number) => number) =>
  figure(
    Array.from({ length: count }, (_, hour) =>
      aReading({
        value: value(hour),
        qualifier: 'exact',
        asOf: instant(START + hour * HOUR),
        compare: usual ? [{ kind: 'usual', value: usual(hour) }] : [],
      }),
    ),
  )
/** Week 0 is 1 below, week 1 is right, week 2 is 1 above, week 3 is 2 above: 10 at every hour. */
const weekly = (hour: number) => 9 + Math.floor(hour / 168)

describe('the deviation from the usual', () => {
  it('is counted in spreads of the same weekday and hour of the past weeks', () => {
    // At noon 9, 10, 11 and 12 in four weeks, then 20. The usual is 10,5. Against the median of the three others, the weeks
    // lay −2, −1, 1 and 2 away: the median size is 1,5, the spread 2,2239, the score 9,5 / 2,2239 = 4,2718.
    const deviation = deviationOf(hourly(4 * 168 + 13, (hour) => (hour === 4 * 168 + 12 ? 20 : weekly(hour))))
    expect(deviation).toMatchObject({
      kind: 'judged',
      value: 20,
      usual: 10.5,
      score: expect.closeTo(9.5 / (1.4826 * 1.5), 10),
      basis: { from: 'history', weeks: 4 },
    })
  })

  it('is not told from two weeks, and it is told how many are missing', () => {
    expect(deviationOf(hourly(2 * 168 + 5, weekly))).toEqual({ kind: 'few', have: 2, need: 3 })
  })

  it('compares a Monday morning with Monday mornings, not with the night before', () => {
    const shape = (hour: number) => (hour % 24 > 7 ? 100 : 2) + Math.floor(hour / 168)
    const deviation = deviationOf(hourly(4 * 168 + 10, shape))
    expect(deviation).toMatchObject({ usual: 101.5, value: 104 })
  })

  it('takes the source’s own usual where the past is short, and the day’s differences as the spread', () => {
    // Nine hours 2 above the usual, then 10 above: 10 / (1,4826 · 2).
    const short = hourly(
      10,
      (hour) => 10 + hour + (hour === 9 ? 10 : 2),
      (hour) => 10 + hour,
    )
    expect(deviationOf(short)).toMatchObject({
      kind: 'judged',
      score: expect.closeTo(10 / 2.9652, 10),
      basis: { from: 'source', n: 9 },
    })
  })

  it('states the source’s usual without judging while fewer than eight differences are known', () => {
    expect(
      deviationOf(
        hourly(
          4,
          () => 12,
          () => 10,
        ),
      ),
    ).toEqual({
      kind: 'stated',
      value: 12,
      usual: 10,
      have: 3,
      need: 8,
    })
  })

  it('says nothing without a value or from "over 86"', () => {
    expect(deviationOf(figure([]))).toEqual({ kind: 'none' })
    expect(deviationOf(figure([aReading({ qualifier: 'gt' })]))).toEqual({ kind: 'none' })
    expect(deviationOf(hourly(700, (hour) => (hour === 699 ? null : 5)))).toEqual({ kind: 'none' })
  })
})

describe('a score', () => {
  it('falls back on the mean where more than half of the past never differed', () => {
    expect(scoreOf(3, [0, 0, 0, 4])).toBeCloseTo(3 / 1.2533, 10)
  })
  it('has no bound where nothing ever differed, and is nothing where nothing differs', () => {
    expect(scoreOf(-1, [0, 0])).toBe(-Infinity)
    expect(scoreOf(0, [0, 0])).toBe(0)
  })
  it('puts what cannot be judged last', () => {
    const judged = { kind: 'judged', value: 1, usual: 1, score: -3, basis: { from: 'source', n: 9 } } as const
    expect(sizeOf(judged)).toBe(3)
    expect(sizeOf({ kind: 'few', have: 0, need: 3 })).toBeLessThan(
      sizeOf({ kind: 'stated', value: 1, usual: 1, have: 0, need: 8 }),
    )
  })
})
