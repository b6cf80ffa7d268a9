import { describe, expect, it } from 'vitest'
import type { Figure } from '../../city/figure'
import { parsePeriod } from '../../city/period'
import { aReading } from '../../sources/fixtures'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { compare } from './columns'

const name = (vi: string) => ({ vi, en: vi })
const AREAS = {
  a: { name: name('An Bình'), level: 'commune' },
  b: { name: name('Bến Đá'), level: 'commune' },
} as const
const city = {
  zone: 'Asia/Ho_Chi_Minh',
  nameOf: (id: string) => new Map(Object.entries(AREAS)).get(id)?.name.vi ?? id,
}

function part(area: string, value: number | null, text = '2026-11-21', more: Partial<Reading> = {}): Reading {
  const asOf = parsePeriod(text, city.zone)
  return aReading({ area, value, qualifier: 'exact', ...(asOf && { asOf }), ...more })
}
function figure(parts: Reading[], more: Partial<Figure> = {}): FigureData {
  return {
    figure: {
      id: 'f',
      name: name('f'),
      pillar: 'ioc',
      unit: 'count',
      better: 'low',
      sources: ['s'],
      ...more,
    },
    history: [],
    parts,
    all: parts,
    latest: undefined,
    severity: 'none',
  }
}
const run = (...figures: FigureData[]) => compare(figures, 'area', city, 'vi')

describe('figures side by side', () => {
  it('stand over the same areas in the order of the first, best first, gaps last', () => {
    const late = figure([part('b', 9), part('a', 3), part('c', null)])
    const share = figure([part('a', 80), part('b', 95.5)], { unit: '%', better: 'high' })
    const { rows, columns } = run(late, share)
    expect(rows.map((row) => row.name)).toEqual(['An Bình', 'Bến Đá', 'c'])
    expect(columns.map(({ cells }) => cells.map((cell) => cell?.text))).toEqual([
      ['3', '9', undefined],
      ['80', '95,5', undefined],
    ])
    expect(columns[0]?.cells[0]).toMatchObject({ share: 3 / 9, mark: 'best' })
    expect(columns[1]?.cells.map((cell) => cell?.mark)).toEqual(['worst', 'best', undefined])
  })

  it('of one period say it once, and of different periods each its own', () => {
    expect(run(figure([part('a', 1)]), figure([part('a', 2)])).when).toBe('21/11/2026')
    const apart = run(figure([part('a', 1)]), figure([part('a', 2, '2025')]))
    expect(apart.when).toBeUndefined()
    expect(apart.columns.map(({ when }) => when)).toEqual(['21/11/2026', '2025'])
  })

  it('name no best where neither side is good, where all are equal, of several periods, or from "over 86"', () => {
    const marks = (data: FigureData) => run(data).columns[0]?.cells.map((cell) => cell?.mark)
    expect(marks(figure([part('a', 1), part('b', 2)], { better: 'neither' }))).toEqual([undefined, undefined])
    expect(marks(figure([part('a', 2), part('b', 2)]))).toEqual([undefined, undefined])
    expect(marks(figure([part('a', 1), part('b', 2, '2025')]))).toEqual([undefined, undefined])
    expect(marks(figure([part('a', 1), part('b', 2, undefined, { qualifier: 'gt' })]))).toEqual([
      undefined,
      undefined,
    ])
  })

  it('may stand over agencies instead of areas', () => {
    const data = figure([part('a', 5), part('a', 7, undefined, { dims: { agency: 'Sở Nội vụ' } })])
    expect(compare([data], 'agency', city, 'vi').rows).toEqual([{ key: 'Sở Nội vụ', name: 'Sở Nội vụ' }])
  })
})
