import { describe, expect, it } from 'vitest'
import { codeClashes, existsOn, heirsOn, mainHeirOn, type Areas } from './areas'
import type { Area } from './schema'

const area = (more: Partial<Area>): Area => ({ name: { vi: 'a', en: 'a' }, level: 'commune', ...more })
const AREAS: Areas = {
  'nam-son': area({
    validTo: '2024-12-31',
    successors: [
      { area: 'kien-an', share: 0.3 },
      { area: 'phu-lien', share: 0.7 },
    ],
  }),
  'bac-ha': area({ validFrom: '2025-01-01', validTo: '2025-06-30', successors: [{ area: 'phu-lien' }] }),
  trang: area({
    validTo: '2024-12-31',
    successors: [
      { area: 'half', share: 0.5 },
      { area: 'phu-lien', share: 0.5 },
    ],
  }),
  half: area({
    validFrom: '2025-01-01',
    validTo: '2025-06-30',
    successors: [{ area: 'phu-lien', share: 1 }],
  }),
  lost: area({ validTo: '2024-12-31' }),
  'kien-an': area({ validFrom: '2025-07-01', code: '11443' }),
  'phu-lien': area({ validFrom: '2025-07-01', code: '11446' }),
  'tran-thanh-ngo': area({ validTo: '2024-12-31', code: '11443' }),
}

describe('an area with a lifetime', () => {
  it('exists on its first and its last day and on no day beyond', () => {
    const short = area({ validFrom: '2025-01-01', validTo: '2025-06-30' })
    const days = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01']
    expect(days.map((day) => existsOn(short, day))).toEqual([false, true, true, false])
  })

  it('stands for itself while it exists', () => {
    expect(heirsOn(AREAS, 'nam-son', '2023-12-31')).toEqual([{ area: 'nam-son', share: 1 }])
  })

  it('is followed by its successors with their shares, through generations, each named once', () => {
    expect(heirsOn(AREAS, 'nam-son', '2026-01-01')).toEqual([
      { area: 'kien-an', share: 0.3 },
      { area: 'phu-lien', share: 0.7 },
    ])
    expect(heirsOn(AREAS, 'trang', '2026-01-01')).toEqual([{ area: 'phu-lien', share: 1 }])
  })

  it('has no heir on a day between two reforms that nobody describes', () => {
    expect(heirsOn(AREAS, 'nam-son', '2025-03-01')).toEqual([])
    expect(heirsOn(AREAS, 'lost', '2026-01-01')).toEqual([])
  })

  it('gives a place to the heir with most of the land, or to the only one', () => {
    expect(mainHeirOn(AREAS, 'nam-son', '2026-01-01')).toEqual({ area: 'phu-lien', share: 0.7 })
    expect(mainHeirOn(AREAS, 'bac-ha', '2026-01-01')).toEqual({ area: 'phu-lien', share: undefined })
    expect(mainHeirOn(AREAS, 'lost', '2026-01-01')).toBeUndefined()
  })

  it('is followed once even when a file names it as its own successor', () => {
    const circle: Areas = { a: area({ validTo: '2020-01-01', successors: [{ area: 'a', share: 1 }] }) }
    expect(heirsOn(circle, 'a', '2026-01-01')).toEqual([])
  })

  it('may have the code of an area that ended before it began, and of no other', () => {
    expect(codeClashes(AREAS)).toEqual([])
    const clash = { ...AREAS, other: area({ code: '11446', validFrom: '2026-01-01' }) }
    expect(codeClashes(clash)).toEqual([['phu-lien', 'other']])
  })
})
