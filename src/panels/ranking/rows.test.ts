import { describe, expect, it } from 'vitest'
import { parsePeriod, type Period } from '../../city/period'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { linePlaces, rankingScale, type RankingOptions } from './rows'

const asOf = period('2022-08')

function period(text: string): Period {
  const read = parsePeriod(text, 'Asia/Ho_Chi_Minh')
  if (!read) throw new Error(text)
  return read
}

/** Departments of Hải Phòng with their share of online dossiers (S3-11). */
function data(unit: '%' | 'count', values: Record<string, number>): FigureData {
  const parts = Object.entries(values).map(([agency, value]): Reading => ({
    figure: 'online',
    area: 'city',
    dims: { agency },
    value,
    qualifier: 'exact',
    compare: [],
    asOf,
    quality: 'manual',
  }))
  const name = { vi: 'Hồ sơ trực tuyến', en: 'Online dossiers' }
  return {
    figure: { id: 'online', name, pillar: 'cqs', unit, better: 'high', sources: ['a'] },
    latest: undefined,
    history: [],
    parts,
    all: parts,
    severity: 'none',
  }
}

const eighty = { value: 80, name: { vi: 'Ngưỡng', en: 'Threshold' } }
const options = (lines: RankingOptions['lines']): RankingOptions => ({
  by: 'agency',
  most: 10,
  order: 'best',
  lines,
})

describe('a threshold across ranked bars', () => {
  it('stands at its own share of 100 %, however far the best one has come', () => {
    const low = data('%', { 'Sở Du lịch': 30, 'UBND h. Kiến Thụy': 20 })
    expect(linePlaces(low, options([eighty])).map(({ at }) => at)).toEqual([0.8])
  })

  it('stays inside the bars when it is farther than every value', () => {
    const counts = data('count', { 'Phường A': 10, 'Phường B': 40 })
    expect(linePlaces(counts, options([eighty])).map(({ at }) => at)).toEqual([1])
    expect(rankingScale(counts, counts.parts, [eighty])).toBe(80)
  })

  it('changes nothing where there is none: the longest bar is the best one', () => {
    const low = data('%', { 'Sở Du lịch': 30 })
    expect(rankingScale(low, low.parts, [])).toBe(30)
    expect(linePlaces(low, options([]))).toEqual([])
  })

  it('leaves room for a share of more than the whole', () => {
    const over = data('%', { 'Sở Nội vụ': 125 })
    expect(linePlaces(over, options([eighty])).map(({ at }) => at)).toEqual([0.64])
  })
})
