import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../city/period'
import { figureReadings } from './figures'
import { aFigure } from './fixtures'
import type { Batch, Reading } from './records'

const figure = aFigure('online-dossiers', { plausible: [0, 100], sources: ['seed', 'onestop'] })

function reading(value: number, asOf: string, more: Partial<Reading> = {}): Reading {
  const period = parsePeriod(asOf, 'Asia/Ho_Chi_Minh')
  if (!period) throw new Error(asOf)
  const base = {
    figure: figure.id,
    area: 'kien-an',
    dims: {},
    qualifier: 'exact',
    compare: [],
    quality: 'live',
  } as const
  return { ...base, value, asOf: period, ...more }
}
const batch = (readings: Reading[]): Batch => ({
  readings,
  features: [],
  items: [],
  cases: [],
  posts: [],
  alerts: [],
  dropped: [],
  total: readings.length,
})
const read = (...batches: [string, Reading[]][]) =>
  figureReadings(figure, 'kien-an', new Map(batches.map(([id, readings]) => [id, batch(readings)])))

describe('the readings of a figure', () => {
  it('are a history in order of their periods, whichever source and order they came in', () => {
    const found = read(
      ['seed', [reading(90, '2023'), reading(61, '2022')]],
      ['onestop', [reading(86, '2023-04-30')]],
    )
    expect(found.history.map(({ value }) => value)).toEqual([61, 86, 90])
    expect(found.latest?.value).toBe(90)
  })

  it('never let an older observation of the same period over a newer one', () => {
    const found = read(
      ['seed', [reading(5, '2023', { observedAt: 2000 })]],
      ['onestop', [reading(4, '2023', { observedAt: 1000 })]],
    )
    expect(found.history.map(({ value }) => value)).toEqual([5])
  })

  it('leave out what belongs to another figure', () => {
    expect(read(['seed', [reading(7, '2023', { figure: 'other' })]]).latest).toBeUndefined()
  })

  it('where the newest is not believed are those of the one before it, marked suspect', () => {
    const doubt = { value: 9240, why: 'range', at: 0, count: 0, quality: 'live' } as const
    const doubted = { value: null, quality: 'suspect', doubt } as const
    const found = read([
      'seed',
      [
        reading(90, '2022'),
        reading(0, '2023', doubted),
        reading(3, '2022', { area: 'ngoc-son' }),
        reading(0, '2023', { area: 'ngoc-son', ...doubted }),
        reading(0, '2023', { area: 'lam-ha', ...doubted }),
      ],
    ])
    expect(found.latest).toMatchObject({ value: 90, quality: 'suspect', doubt: { value: 9240 } })
    expect(found.history.map(({ value }) => value)).toEqual([90, null])
    expect(found.parts.map(({ area, value, quality }) => [area, value, quality])).toEqual([
      ['ngoc-son', 3, 'suspect'],
      ['lam-ha', null, 'suspect'],
    ])
  })

  it('keep areas and breakdowns apart from the whole', () => {
    const found = read([
      'seed',
      [
        reading(10, '2022', { area: 'ngoc-son' }),
        reading(20, '2023', { area: 'ngoc-son' }),
        reading(9, '2023', { dims: { agency: 'A' } }),
        reading(50, '2023'),
      ],
    ])
    expect(found.latest?.value).toBe(50)
    expect(found.parts.map(({ value }) => value).toSorted()).toEqual([20, 9])
  })
})
