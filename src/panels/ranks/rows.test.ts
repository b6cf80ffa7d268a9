import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../city/period'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import type { FactWords } from '../facts'
import { besideRank, hasValue, placeText, rankOf } from './rows'

const words: FactWords = {
  language: 'vi',
  zone: 'Asia/Ho_Chi_Minh',
  target: (value) => `Mục tiêu ${value}`,
  usual: (value) => `Thường lệ ${value}`,
  compare: { previous: 'Trước', baseline: 'Gốc', nation: 'Cả nước', peer: 'So sánh', usual: 'Thường lệ' },
}

function reading(value: number | null, asOf: string, more: Partial<Reading> = {}): Reading {
  const period = parsePeriod(asOf, words.zone)
  if (!period) throw new Error(asOf)
  const plain = {
    figure: 'rank',
    area: 'city',
    dims: {},
    qualifier: 'exact',
    compare: [],
    quality: 'manual',
  } as const
  return { ...plain, value, asOf: period, ...more }
}

function data(unit: 'rank' | 'Mbps', history: readonly Reading[]): FigureData {
  const name = { vi: 'Băng rộng', en: 'Broadband' }
  return {
    figure: {
      id: 'rank',
      name,
      pillar: 'ht',
      unit,
      better: unit === 'rank' ? 'low' : 'high',
      sources: ['a'],
    },
    latest: history.at(-1),
    history,
    parts: [],
    all: history,
    severity: 'none',
  }
}

describe('a place in a ranking', () => {
  it('is the value of a figure that counts places, and has no value of its own beside it', () => {
    const place = data('rank', [reading(4, '2023')])
    expect(rankOf(place.figure, place.latest)).toEqual({ place: 4 })
    expect(hasValue(place)).toBe(false)
  })

  it('is never made of a value in another unit', () => {
    const speed = data('Mbps', [reading(40, '2022-08')])
    expect(rankOf(speed.figure, speed.latest)).toBeUndefined()
    expect(hasValue(speed)).toBe(true)
  })

  it('shows a denominator only when the source tells one', () => {
    expect(placeText({ place: 24, outOf: 63 })).toBe('24/63')
    expect(placeText({ place: 2 })).toBe('2')
  })
})

describe('beside the place', () => {
  it('stands the nation’s value, with the difference where both are exact', () => {
    const fixed = reading(60, '2022-08', {
      qualifier: 'approx',
      rank: { place: 38, outOf: 63 },
      compare: [{ kind: 'nation', value: 73.5 }],
    })
    expect(besideRank(data('Mbps', [fixed]), words)).toEqual(['Cả nước 73,5 Mbps'])
  })

  it('stands the earlier place as it was, without an arrow that would say that 4 is more than 2', () => {
    const places = [reading(2, '2023-04', { rank: { place: 2, outOf: 14 } }), reading(4, '2023')]
    expect(besideRank(data('rank', places), words)).toEqual(['4/2023: hạng 2/14'])
  })

  it('stands no earlier place where the source itself tells how far it moved', () => {
    const places = [
      reading(91.73, '2022', { rank: { place: 23, outOf: 30 } }),
      reading(93.86, '2023', { rank: { place: 21, outOf: 30, moved: 2 } }),
    ]
    expect(besideRank(data('rank', places), words)).toEqual([])
  })

  it('stands nothing without an earlier place', () => {
    expect(besideRank(data('rank', [reading(4, '2023')]), words)).toEqual([])
    expect(besideRank(data('rank', []), words)).toEqual([])
  })
})
