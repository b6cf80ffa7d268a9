import { describe, expect, it } from 'vitest'
import type { Figure } from '../city/figure'
import { parsePeriod, type Period } from '../city/period'
import { aFigure } from '../sources/fixtures'
import type { Reading } from '../sources/records'
import type { FigureData } from './contract'
import { facts, type FactWords } from './facts'

const ZONE = 'Asia/Ho_Chi_Minh'
const words: FactWords = {
  language: 'vi',
  zone: ZONE,
  target: (value, due) => `Mục tiêu ${value}${due ? ` trước ${due}` : ''}`,
  usual: (value) => `Thường lệ ${value}`,
  compare: { previous: 'Trước', baseline: 'Gốc', nation: 'Cả nước', peer: 'So sánh', usual: 'Thường lệ' },
}
const share = aFigure('online-payment', { pillar: 'kts', sources: ['payment'] })

function period(text: string): Period {
  const parsed = parsePeriod(text, ZONE)
  if (!parsed) throw new Error(text)
  return parsed
}
function reading(value: number | null, asOf: string, more: Partial<Reading> = {}): Reading {
  return {
    figure: share.id,
    area: 'kien-an',
    dims: {},
    value,
    qualifier: 'exact',
    compare: [],
    asOf: period(asOf),
    quality: 'live',
    ...more,
  }
}
function data(history: Reading[], figure: Figure & { id: string } = share): FigureData {
  return { figure, history, latest: history.at(-1), parts: [], all: history, severity: 'none' }
}
const texts = (figure: FigureData) => facts(figure, words).map(({ text }) => text)

describe('what puts a value in context', () => {
  it('tells the reading before with its period and the difference in points', () => {
    expect(texts(data([reading(0.13, '2022'), reading(33, '2023')]))).toEqual([
      '2022: 0,13% (▲ 32,87 điểm %)',
    ])
  })

  it('never subtracts from "over" or "nearly": nobody knows that difference', () => {
    const history = [reading(61, '2022'), reading(90, '2023', { qualifier: 'gt' })]
    expect(texts(data(history))).toEqual(['2022: 61%'])
    expect(texts(data([reading(86, '2022', { qualifier: 'gt' }), reading(90, '2023')]))).toEqual([
      '2022: >\u202f86%',
    ])
  })

  it('tells rank with denominator and movement, and n of m', () => {
    const ranked = reading(33, '2023', {
      rank: { place: 3, outOf: 14 },
      of: { numerator: 6, denominator: 14 },
    })
    expect(texts(data([ranked]))).toEqual(['Hạng 3/14', '6/14'])
  })

  it('tells the target with its due day, and whether it is met', () => {
    const figure = { ...share, target: { op: '>=' as const, value: 60, due: '2022-12-31' } }
    expect(facts(data([reading(33, '2023')], figure), words)).toEqual([
      { kind: 'target', text: 'Mục tiêu ≥\u202f60% trước 31/12/2022', tone: 'bad' },
    ])
    expect(facts(data([reading(61, '2023')], figure), words)[0]?.tone).toBe('good')
    expect(facts(data([], figure), words)[0]?.tone).toBe('plain')
  })

  it('tells the usual value of the hour and the nation’s with the difference', () => {
    const now = reading(40, '2026-11-22T03:00:00Z', {
      compare: [
        { kind: 'usual', value: 35 },
        { kind: 'nation', value: 17 },
      ],
    })
    expect(texts(data([now]))).toEqual(['Thường lệ 35%', 'Cả nước 17% (▲ 23 điểm %)'])
  })

  it('never compares one minute with the minute before', () => {
    expect(texts(data([reading(1, '2026-11-22T03:00:00Z'), reading(2, '2026-11-22T03:01:00Z')]))).toEqual([])
  })
})
