import { describe, expect, it } from 'vitest'
import { instant, parsePeriod } from '../../city/period'
import { aReading } from '../../sources/fixtures'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { pairsOf, relate, strengthOf, type Pair } from './relate'

const HOUR = 3_600_000
const NOON = Date.parse('2026-11-22T12:00:00+07:00')

/** Anscombe's quartet (1973): four sets with r = 0,816 and the line y = 3,00 + 0,500 x. */
const ANSCOMBE_X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
const ANSCOMBE_1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
const ANSCOMBE_2 = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]
const pairs = (xs: number[], ys: number[]): Pair[] => xs.map((x, index) => ({ x, y: ys[index] ?? NaN }))

function figure(id: string, history: Reading[], parts: Reading[] = []): FigureData {
  return {
    figure: {
      id,
      name: { vi: id, en: id },
      pillar: 'ioc',
      unit: 'count',
      better: 'neither',
      sources: ['s'],
    },
    history,
    parts,
    all: [...history, ...parts],
    latest: history.at(-1),
    severity: 'none',
  }
}
const exact = (value: number | null, more: Partial<Reading>) =>
  aReading({ value, qualifier: 'exact', ...more })
const hours = (values: (number | null)[], shift = 0) =>
  values.map((value, hour) => exact(value, { asOf: instant(NOON + hour * HOUR + shift) }))

describe('the relation of two figures', () => {
  it.each([
    ['first', ANSCOMBE_1],
    ['second', ANSCOMBE_2],
  ])('is the published one of Anscombe’s %s set', (_, ys) => {
    const relation = relate(pairs(ANSCOMBE_X, ys))
    if (relation.kind !== 'found') throw new Error(relation.kind)
    expect(relation.r).toBeCloseTo(0.816, 3)
    expect(relation.slope).toBeCloseTo(0.5, 2)
    expect(relation.intercept).toBeCloseTo(3.0, 2)
    expect(relation.n).toBe(11)
  })

  it('by ranks is the published one of IQ and hours of television, −29/165', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    const television = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    expect(relate(pairs(iq, television))).toMatchObject({ rho: expect.closeTo(-29 / 165, 10) })
  })

  it('by ranks gives equal values their middle rank', () => {
    // Ranks 1,5 1,5 3 … 8 and 1 … 8: sums of squares 41,5 and 42, of products 41,5; ρ = 41,5 / √(41,5 · 42).
    const xs = [0, 0, 1, 2, 3, 4, 5, 6]
    const ys = [1, 2, 3, 4, 5, 6, 7, 8]
    expect(relate(pairs(xs, ys))).toMatchObject({ rho: expect.closeTo(Math.sqrt(41.5 / 42), 10) })
  })

  it('is not told from seven pairs, and it is told how many are missing', () => {
    expect(relate(pairs(ANSCOMBE_X.slice(0, 7), ANSCOMBE_1))).toEqual({ kind: 'few', have: 7, need: 8 })
  })

  it('does not exist with something that never changes', () => {
    expect(relate(pairs(Array<number>(9).fill(5), ANSCOMBE_1))).toEqual({ kind: 'flat', which: 'x' })
  })

  it.each([
    [0.19, 'veryWeak'],
    [-0.2, 'weak'],
    [0.5, 'moderate'],
    [0.6, 'strong'],
    [-0.8, 'veryStrong'],
    [1, 'veryStrong'],
  ])('of %d is %s', (r, strength) => expect(strengthOf(r)).toBe(strength))
})

describe('the pairs of two figures', () => {
  it('over time are those of the same hour; without a partner or without a number there is no pair', () => {
    const found = pairsOf(figure('x', hours([1, 2, null, 4])), figure('y', hours([5, 6, 7], 600_000)), 'time')
    expect(found.list).toEqual([
      { x: 1, y: 5 },
      { x: 2, y: 6 },
    ])
    expect(found).toMatchObject({ unit: 'hour', from: NOON, to: NOON + HOUR + 600_000, apart: false })
  })

  it('over areas are those of the same area, and say when their periods differ', () => {
    const part = (area: string, value: number, text: string) => {
      const asOf = parsePeriod(text, 'Asia/Ho_Chi_Minh')
      return exact(value, { area, ...(asOf && { asOf }) })
    }
    const x = figure('x', [], [part('a', 1, '2023'), part('b', 2, '2023'), part('c', 3, '2023')])
    const same = figure('y', [], [part('b', 7, '2023'), part('a', 6, '2023')])
    const other = figure('y', [], [part('b', 7, '2024'), part('a', 6, '2024')])
    expect(pairsOf(x, same, 'area')).toMatchObject({
      list: [
        { x: 1, y: 6 },
        { x: 2, y: 7 },
      ],
      apart: false,
    })
    expect(pairsOf(x, other, 'area').apart).toBe(true)
  })
})
