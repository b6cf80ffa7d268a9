import { describe, expect, it } from 'vitest'
import type { Areas } from '../city/areas'
import { parsePeriod } from '../city/period'
import type { Area } from '../city/schema'
import type { Reading } from '../sources/records'
import { partsOn } from './rollUp'

const area = (more: Partial<Area>): Area => ({ name: { vi: 'a', en: 'a' }, level: 'commune', ...more })
const old = (kienAn: number, phuLien: number) =>
  area({
    validTo: '2024-12-31',
    successors: [
      { area: 'kien-an', share: kienAn },
      { area: 'phu-lien', share: phuLien },
    ],
  })
const AREAS: Areas = {
  'nam-son': old(0.3, 0.7),
  'quan-tru': old(0.84, 0.16),
  unsure: area({ validTo: '2024-12-31', successors: [{ area: 'kien-an' }] }),
  'kien-an': area({ validFrom: '2025-07-01' }),
  'phu-lien': area({ validFrom: '2025-07-01' }),
}
const YEAR = parsePeriod('2023', 'Asia/Ho_Chi_Minh') ?? { kind: 'year', text: '', start: 0, end: 0 }

function part(id: string, value: number | null, more: Partial<Reading> = {}): Reading {
  const plain = { figure: 'stations', dims: {}, qualifier: 'exact', compare: [], quality: 'live' } as const
  return { ...plain, area: id, value, asOf: YEAR, ...more }
}
const COUNT = { aggregate: 'sum', digits: 0 } as const
const onToday = (parts: Reading[], figure: Parameters<typeof partsOn>[1] = COUNT) =>
  partsOn(parts, figure, AREAS, '2026-11-22').map(({ area, value, quality }) => [area, value, quality])

describe('the parts of a figure under later borders', () => {
  it('share a count out among the successors by land, as an estimate', () => {
    expect(onToday([part('nam-son', 10), part('quan-tru', 100)])).toEqual([
      ['kien-an', 87, 'estimated'],
      ['phu-lien', 23, 'estimated'],
    ])
  })

  it('leave percentages, averages and ranks with the area they spoke of', () => {
    expect(onToday([part('nam-son', 83)], {})).toEqual([['nam-son', 83, 'live']])
  })

  it('leave what is not an exact number, or has heirs of unknown size, where it was', () => {
    expect(
      onToday([part('nam-son', 400, { qualifier: 'gt' }), part('unsure', 5), part('quan-tru', null)]),
    ).toEqual([
      ['nam-son', 400, 'live'],
      ['unsure', 5, 'live'],
      ['quan-tru', null, 'live'],
    ])
  })

  it('never override what a source says about the new area itself', () => {
    expect(onToday([part('nam-son', 10), part('phu-lien', 55)])).toEqual([
      ['phu-lien', 55, 'live'],
      ['kien-an', 3, 'estimated'],
    ])
  })

  it('never add up different periods', () => {
    const month = parsePeriod('2023-04', 'Asia/Ho_Chi_Minh') ?? YEAR
    const rows = partsOn(
      [part('nam-son', 10), part('quan-tru', 10, { asOf: month })],
      COUNT,
      AREAS,
      '2026-11-22',
    )
    expect(rows.filter((row) => row.area === 'kien-an').map(({ value, asOf }) => [value, asOf.text])).toEqual(
      [
        [3, '2023'],
        [8, '2023-04'],
      ],
    )
  })

  it('are the source’s own while its areas exist', () => {
    const parts = [part('nam-son', 10)]
    expect(partsOn(parts, COUNT, AREAS, '2023-12-31')).toBe(parts)
  })

  it('keep a comparison only when every portion has it', () => {
    const compare = [{ kind: 'usual', value: 20 }] as const
    const rows = partsOn([part('nam-son', 10, { compare }), part('quan-tru', 10)], COUNT, AREAS, '2026-11-22')
    expect(rows.map((row) => row.compare)).toEqual([[], []])
    const both = partsOn(
      [part('nam-son', 10, { compare }), part('quan-tru', 10, { compare })],
      COUNT,
      AREAS,
      '2026-11-22',
    )
    expect(both[0]?.compare).toEqual([{ kind: 'usual', value: 23 }])
  })
})
