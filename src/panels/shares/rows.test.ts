import { describe, expect, it } from 'vitest'
import { parsePeriod, type Period } from '../../city/period'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { fillOf, shareOf } from './rows'

const asOf = period('2022')

function period(text: string): Period {
  const read = parsePeriod(text, 'Asia/Ho_Chi_Minh')
  if (!read) throw new Error(text)
  return read
}

function data(more: Partial<Reading>, unit: '%' | 'count' = '%'): FigureData {
  const latest: Reading = {
    figure: 'share',
    area: 'city',
    dims: {},
    value: null,
    qualifier: 'exact',
    compare: [],
    asOf,
    quality: 'manual',
    ...more,
  }
  const name = { vi: 'Dịch vụ công', en: 'Services' }
  return {
    figure: { id: 'share', name, pillar: 'cqs', unit, better: 'high', sources: ['a'] },
    latest,
    history: [latest],
    parts: [],
    all: [latest],
    severity: 'none',
  }
}
const of = (numerator: number, denominator: number) => ({ numerator, denominator })

describe('so many of so many', () => {
  it.each([
    [99.2, 251, 253],
    [96.4, 271, 281],
    [81, 227, 281],
    [42.9, 6, 14],
  ])('agrees with %d%% as the documents print it', (value, numerator, denominator) => {
    expect(shareOf(data({ value, of: of(numerator, denominator) }))?.check).toBe('agrees')
  })

  it('does not agree with another percentage, and says which it would be', () => {
    const share = shareOf(data({ value: 98.2, of: of(251, 253) }))
    expect(share?.check).toBe('differs')
    expect(share?.percent).toBeCloseTo(99.209, 3)
  })

  it('agrees with "> 80 %" when it is more, and not when it is less', () => {
    expect(shareOf(data({ value: 80, qualifier: 'gt', of: of(227, 281) }))?.check).toBe('agrees')
    expect(shareOf(data({ value: 90, qualifier: 'gt', of: of(227, 281) }))?.check).toBe('differs')
  })

  it('cannot disagree with "about" or with nothing', () => {
    expect(shareOf(data({ value: 50, qualifier: 'approx', of: of(1, 3) }))?.check).toBe('unchecked')
    expect(shareOf(data({ of: of(1, 3) }))?.check).toBe('unchecked')
  })

  it('tells how many are left, and none when more than all are there', () => {
    expect(shareOf(data({ value: 99.2, of: of(251, 253) }))?.left).toBe(2)
    expect(shareOf(data({ value: 110, of: of(11, 10) }))).toMatchObject({ left: 0, check: 'agrees' })
  })

  it('of a count must be the count itself', () => {
    expect(shareOf(data({ value: 227, of: of(227, 281) }, 'count'))?.check).toBe('agrees')
    expect(shareOf(data({ value: 220, of: of(227, 281) }, 'count'))?.check).toBe('differs')
  })

  it('is not computed from a denominator that is only "more than 400", nor from nothing at all', () => {
    expect(shareOf(data({ value: 230 }, 'count'))).toBeUndefined()
    expect(shareOf(data({ value: 0, of: of(0, 0) }))).toBeUndefined()
    expect(shareOf({ ...data({}), latest: undefined })).toBeUndefined()
  })
})

describe('the bar', () => {
  it('is as long as the two numbers say, else as the percentage says', () => {
    expect(fillOf(data({ value: 50, of: of(1, 2) }))).toBe(0.5)
    expect(fillOf(data({ value: 90, qualifier: 'gt' }))).toBe(0.9)
  })

  it('is not drawn for a count without a whole, nor without a value', () => {
    expect(fillOf(data({ value: 230 }, 'count'))).toBeUndefined()
    expect(fillOf(data({}))).toBeUndefined()
  })
})
