import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../city/period'
import { aReading, ZONE } from '../sources/fixtures'
import type { Reading } from '../sources/records'
import { gapOf } from './gaps'

const names = ['lam-ha', 'van-dau', 'kien-an', 'phu-lien']
const figure = {
  id: 'waiting',
  name: { vi: 'Đang chờ', en: 'Waiting' },
  pillar: 'cqs',
  unit: 'count',
  better: 'low',
  sources: ['onestop'],
  expects: { by: 'area', names },
} as const
const gap = (all: readonly Reading[], more: object = {}) =>
  gapOf({
    figure: { ...figure, expects: { by: 'area', names: [...names] }, sources: ['onestop'], ...more },
    all,
  })
const of = (area: string, more: Partial<Reading> = {}) => aReading({ area, ...more })
const month = (area: string, text: string) => {
  const asOf = parsePeriod(text, ZONE)
  if (!asOf) throw new Error(text)
  return of(area, { asOf })
}

describe('row 36: a reading of parts', () => {
  it('is complete when every expected one has a value', () => {
    expect(gap(names.map((name) => of(name)))).toBeUndefined()
  })

  it('names those that are missing or have no value', () => {
    expect(gap([of('lam-ha'), of('kien-an', { value: null }), of('phu-lien')])).toEqual({
      have: 2,
      all: 4,
      missing: ['van-dau', 'kien-an'],
      by: 'area',
    })
  })

  it('misses a part whose newest value is of an older period', () => {
    const all = [...names.map((name) => month(name, '2023-03')), month('lam-ha', '2023-04')]
    expect(gap(all)?.missing).toEqual(['van-dau', 'kien-an', 'phu-lien'])
  })

  it('does not miss a part that has come and is only doubted', () => {
    const doubt = { value: 9e9, why: 'range', at: 0, count: 0, quality: 'live' } as const
    const all = names.map((name) => of(name, name === 'lam-ha' ? { value: null, doubt } : {}))
    expect(gap(all)).toBeUndefined()
  })

  it('may be broken down by something else than areas', () => {
    const by = { expects: { by: 'agency', names: ['Sở Y tế', 'Sở Xây dựng'] } }
    expect(gap([of('kien-an', { dims: { agency: 'Sở Y tế' } })], by)?.missing).toEqual(['Sở Xây dựng'])
  })

  it('misses nothing when the city file expects nothing', () => {
    expect(gap([], { expects: undefined })).toBeUndefined()
  })
})
