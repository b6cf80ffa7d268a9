import { describe, expect, it } from 'vitest'
import { matchRank, searchKey } from './search'

describe('search', () => {
  it.each([
    ['Đền Kiến Vũ', 'den kien vu'],
    ['\u00d0oàn Thanh niên', 'doan thanh nien'],
    ['Khu phố\u00a04.0', 'khu pho 4 0'],
    ['Ễnh ương – Ộ Ử', 'enh uong o u'],
  ])('reads %s as "%s", composed or not', (text, key) => {
    expect(searchKey(text)).toBe(key)
    expect(searchKey(text.normalize('NFD'))).toBe(key)
  })

  it('finds a name by its words without marks, in any order, best matches first', () => {
    const ranks = ['kien vu', 'Đền', 'vũ kiến', 'ien v', 'chua'].map((query) =>
      matchRank('Đền Kiến Vũ', query),
    )
    expect(ranks).toEqual([2, 3, 1, 1, 0])
  })

  it('finds nothing for a query of nothing', () => {
    expect(matchRank('Đền Kiến Vũ', ' – ')).toBe(0)
  })
})
