import { describe, expect, it } from 'vitest'
import {
  formatAge,
  formatAmount,
  formatChange,
  formatDate,
  formatMove,
  formatNumber,
  formatPeriod,
  formatRank,
  formatSpan,
  formatTime,
} from './format'

const ZONE = 'Asia/Ho_Chi_Minh'
const at = Date.parse('2023-04-30T18:25:07+07:00')
const NARROW = '\u202f'

describe('numbers as domain.md §2.5 writes them', () => {
  it.each([
    [2224, 'vi', '2.224'],
    [2224, 'en', '2,224'],
    [0.13, 'vi', '0,13'],
    [1234567.891, 'vi', '1.234.567,89'],
  ] as const)('%s in %s reads %s', (value, language, text) => {
    expect(formatNumber(value, language)).toBe(text)
  })

  it.each([
    [{ value: 86, unit: '%', qualifier: 'gt' }, `>${NARROW}86`, '%'],
    [{ value: 180, unit: 'count', qualifier: 'approx' }, `≈${NARROW}180`, ''],
    [{ value: 35, unit: '%', qualifier: 'nearly' }, 'gần\u00a035', '%'],
    [{ value: 93, unit: '%', qualifier: 'gte' }, `≥${NARROW}93`, '%'],
    [{ value: 308e9, unit: 'VND' }, '308 tỷ đồng', ''],
    [{ value: 7500, unit: 'count', low: 5000, high: 10000 }, '5.000–10.000', ''],
    [{ value: 40, unit: 'Mbps', qualifier: 'gt' }, `>${NARROW}40`, 'Mbps'],
  ] as const)('%o keeps its qualifier and unit', (amount, value, unit) => {
    expect(formatAmount(amount, 'vi')).toEqual({ value, unit })
  })

  it('writes the difference of two percentages in points', () => {
    expect(formatChange(29, '%', 'vi')).toBe('▲ 29 điểm %')
    expect(formatChange(-3, 'count', 'en')).toBe('▼ 3')
    expect(formatChange(0, '%', 'vi')).toBe('=')
  })

  it('writes a rank with its denominator and movement', () => {
    expect(formatRank({ place: 24, outOf: 63, moved: 20 }, 'vi')).toBe('Hạng 24/63 (▲ 20 bậc)')
    expect(formatRank({ place: 2 }, 'vi')).toBe('Hạng 2')
    expect(formatRank({ place: 5, outOf: 9, moved: -1 }, 'en')).toBe('Rank 5/9 (▼ 1 place)')
  })
})

describe('times in the city’s own zone', () => {
  it.each([
    ['year', '2023', '2023'],
    ['half', '6 tháng đầu năm 2023', 'H1 2023'],
    ['quarter', 'quý II/2023', 'Q2 2023'],
    ['month', 'tháng 4/2023', '04/2023'],
    ['day', '30/04/2023', '30/04/2023'],
    ['instant', '18:25', '18:25'],
  ] as const)('a %s reads %s in Vietnamese and %s in English', (kind, vi, en) => {
    expect(formatPeriod({ kind, start: at }, 'vi', ZONE)).toBe(vi)
    expect(formatPeriod({ kind, start: at }, 'en', ZONE)).toBe(en)
  })

  it('shows the city’s hour whatever the browser’s zone is', () => {
    expect(formatTime(at, ZONE, true)).toBe('18:25:07')
    expect(formatDate(Date.parse('2023-04-30T23:30:00Z'), ZONE)).toBe('01/05/2023')
  })

  it.each([
    [900, '0 giây'],
    [12_000, '12 giây'],
    [180_000, '3 phút'],
    [7_200_000, '2 giờ'],
    [432_000_000, '5 ngày'],
  ])('an age of %d ms reads %s', (ms, text) => {
    expect(formatAge(ms, 'vi')).toBe(text)
  })
})

it('tells how long something took, fine enough to compare', () => {
  const HOUR = 3_600_000
  expect(formatSpan(45 * 60_000, 'vi')).toBe('45 phút')
  expect(formatSpan(5.4 * HOUR, 'vi')).toBe('5,4 giờ')
  expect(formatSpan(36 * HOUR, 'en')).toBe('36 h')
  expect(formatSpan(55.2 * HOUR, 'vi')).toBe('2,3 ngày')
})

it('tells places gained and lost in words of the language', () => {
  expect(formatMove(20, 'vi')).toBe('▲ 20 bậc')
  expect(formatMove(-1, 'en')).toBe('▼ 1 place')
  expect(formatMove(0, 'vi')).toBe('=')
})
