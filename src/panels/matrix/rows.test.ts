import { describe, expect, it } from 'vitest'
import type { Item, Status } from '../../sources/records'
import { matrixRows, newestSync, troubles } from './rows'

const entry = (title: string, group?: string, status?: Status): Item => ({
  id: title,
  title,
  ...(group === undefined ? {} : { group }),
  ...(status === undefined ? {} : { status }),
})

const items = [
  entry('SMAS', 'Giáo dục', 'ok'),
  entry('Thi trực tuyến', 'Giáo dục', 'unknown'),
  entry('Bệnh án điện tử', 'Y tế', 'ok'),
  entry('Khám từ xa', 'Y tế', 'alarm'),
  entry('Dữ liệu du lịch', 'Du lịch', 'ok'),
]

describe('a matrix of systems', () => {
  it('puts the sector with the worst entry first, and the worst entry first in it', () => {
    expect(matrixRows(items, 3).map(({ group, cells }) => [group, cells.map(({ title }) => title)])).toEqual([
      ['Y tế', ['Khám từ xa', 'Bệnh án điện tử']],
      ['Giáo dục', ['Thi trực tuyến', 'SMAS']],
      ['Du lịch', ['Dữ liệu du lịch']],
    ])
  })

  it('does not count an entry that says nothing about itself as working', () => {
    const [row] = matrixRows([entry('Hội nghị trực tuyến', 'Chính quyền')], 3)
    expect(row).toMatchObject({ working: 0, all: 1 })
    expect(troubles([entry('Hội nghị trực tuyến')])).toEqual([{ status: 'unknown', count: 1 }])
  })

  it('goes on in another row where a sector has many, which still tells the count of the whole sector', () => {
    const many = Array.from({ length: 7 }, (_, i) => entry(`Hệ thống ${i}`, 'Y tế', 'ok'))
    const rows = matrixRows(many, 3)
    expect(rows.map(({ cells, working, all }) => [cells.length, working, all])).toEqual([
      [3, 7, 7],
      [3, 7, 7],
      [1, 7, 7],
    ])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3)
  })

  it('has nothing to show without entries', () => {
    expect(matrixRows([], 3)).toEqual([])
  })
})

it('counts troubles, worst first', () => {
  expect(troubles(items)).toEqual([
    { status: 'alarm', count: 1 },
    { status: 'unknown', count: 1 },
  ])
})

it('finds the newest sync among dates, moments and words', () => {
  const at = (text: string): Item => ({ ...entry(text), at: text })
  const zone = 'Asia/Ho_Chi_Minh'
  expect(newestSync([at('2026-11-20'), at('2026-11-22T08:00:00+07:00'), at('chưa đồng bộ')], zone)).toBe(
    Date.parse('2026-11-22T08:00:00+07:00'),
  )
  expect(newestSync([at('chưa đồng bộ')], zone)).toBeUndefined()
})
