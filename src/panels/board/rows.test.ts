import { describe, expect, it } from 'vitest'
import type { Case, CaseState } from '../../sources/records'
import { boardRows, segments, tally, totalBudget } from './rows'

let count = 0
const cases = (state: CaseState, times: number, more: Partial<Case> = {}): Case[] =>
  Array.from({ length: times }, () => ({ id: `${count++}`, title: 'Việc', state, ...more }))

describe('the rows of a board', () => {
  const roads = { category: 'Hạ tầng giao thông' }
  const waste = { category: 'Vệ sinh môi trường' }

  it('put the group with most overdue cases first, however few it has open', () => {
    const all = [...cases('doing', 9, roads), ...cases('overdue', 1, roads), ...cases('overdue', 2, waste)]
    expect(boardRows(all, 'category', 20).map(({ key, open, overdue }) => [key, open, overdue])).toEqual([
      ['Vệ sinh môi trường', 2, 2],
      ['Hạ tầng giao thông', 10, 1],
    ])
  })

  it('keep cases that do not say their group together, after equal groups that do', () => {
    const all = [...cases('new', 1), ...cases('new', 1, roads)]
    expect(boardRows(all, 'category', 20).map(({ key }) => key)).toEqual(['Hạ tầng giao thông', ''])
  })

  it('are only the first so many', () => {
    expect(boardRows([...cases('new', 1, roads), ...cases('overdue', 1, waste)], 'category', 1)).toHaveLength(
      1,
    )
  })

  it('are none without cases', () => {
    expect(boardRows([], 'agency', 20)).toEqual([])
  })
})

it('counts overdue cases among the open ones, and late and refused ones among the finished', () => {
  const all = [
    ...cases('new', 1),
    ...cases('doing', 2),
    ...cases('overdue', 3),
    ...cases('done', 4),
    ...cases('doneLate', 5),
    ...cases('rejected', 6),
  ]
  expect(tally(all)).toEqual({ overdue: 3, fresh: 1, doing: 2, done: 15, open: 6, all: 21 })
})

it('adds up the money that is told and says how many cases told it', () => {
  const all = [...cases('doing', 2, { budget: 3e9 }), ...cases('doing', 1)]
  expect(totalBudget(all)).toEqual({ amount: 6e9, told: 2 })
  expect(totalBudget(cases('doing', 1))).toBeUndefined()
})

describe('a bar', () => {
  it('shows one overdue case among hundreds, without growing longer than its count', () => {
    const row = tally([...cases('overdue', 1), ...cases('done', 399)])
    const [overdue, done] = segments(row, row.all)
    expect(overdue).toEqual({ part: 'overdue', x: 0, width: 2.5 })
    expect(done).toEqual({ part: 'done', x: 2.5, width: 97.5 })
  })

  it('is as long as its share of the longest row', () => {
    const row = tally([...cases('overdue', 1), ...cases('new', 1), ...cases('doing', 2)])
    expect(segments(row, 8).map(({ part, x, width }) => [part, x, width])).toEqual([
      ['overdue', 0, 12.5],
      ['fresh', 12.5, 12.5],
      ['doing', 25, 25],
    ])
  })
})
