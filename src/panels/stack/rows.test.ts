import { limits as aLimit } from '../../alarms/fixtures'
import { describe, expect, it } from 'vitest'
import { instant } from '../../city/period'
import type { Reading } from '../../sources/records'
import { THEMES } from '../../ui/themes'
import type { FigureData } from '../contract'
import { partColour } from './option'
import { newestHour, newestShares, stackHours, valueOf } from './rows'

const at = (hour: string, day = '22') => Date.parse(`2026-11-${day}T${hour}:00+07:00`)
const CITY = { area: 'kien-an', zone: 'Asia/Ho_Chi_Minh' }
const PARTS = ['negative', 'positive']

function reading(time: number, tone: string | undefined, value: number | null, area = 'kien-an'): Reading {
  return {
    figure: 'f',
    area,
    dims: tone === undefined ? {} : { tone },
    value,
    qualifier: 'exact',
    compare: [],
    asOf: instant(time),
    quality: 'live',
  }
}

const dataOf = (all: Reading[], limits?: { warn: number }): FigureData => ({
  figure: {
    id: 'f',
    name: { vi: 'F', en: 'F' },
    pillar: 'ioc',
    unit: 'count',
    better: 'low',
    sources: ['s'],
    ...(limits && { limits: aLimit(limits) }),
  },
  severity: 'none',
  latest: undefined,
  history: [],
  parts: [],
  all,
})

const all = [
  reading(at('23:00', '21'), 'negative', 9),
  reading(at('00:00'), 'negative', 1),
  reading(at('00:00'), 'positive', 3),
  reading(at('01:00'), undefined, 99),
  reading(at('01:00'), 'neutral', 5),
  reading(at('01:00'), 'negative', 7, 'van-dau'),
  reading(at('02:00'), 'negative', 1),
  reading(at('02:30'), 'negative', 2),
  reading(at('02:30'), 'positive', 6),
  reading(at('03:00'), 'negative', null),
  reading(at('04:00'), 'negative', 0),
  reading(at('04:00'), 'positive', 0),
]
const hours = stackHours(dataOf(all), CITY, 'tone', PARTS)

describe('stacked hours', () => {
  it('are those of the newest day, of the city itself and of the parts that are asked for', () => {
    expect(hours.map(({ hour, readings }) => [hour, ...readings.map(valueOf)])).toEqual([
      [0, 1, 3],
      [2, 2, 6],
      [3, null, null],
      [4, 0, 0],
    ])
  })

  it('tell the shares of the newest hour in which anything was', () => {
    const newest = newestHour(hours)
    expect(newest?.hour).toBe(2)
    expect(newest && newestShares(dataOf(all), newest).map(({ share }) => share)).toEqual([25, 75])
  })

  it('claim no share of an hour in which a part is missing', () => {
    const half = dataOf([reading(at('05:00'), 'negative', 4)])
    const newest = newestHour(stackHours(half, CITY, 'tone', PARTS))
    expect(newest && newestShares(half, newest).map(({ share }) => share)).toEqual([undefined, undefined])
  })

  it('are none without readings', () => {
    expect(stackHours(dataOf([]), CITY, 'tone', PARTS)).toEqual([])
    expect(newestHour([])).toBeUndefined()
  })

  it('have colour only for a part past its limit', () => {
    const limited = dataOf(all, { warn: 5 })
    const newest = newestHour(hours)
    const [few, many] = newest ? newestShares(limited, newest) : []
    const { dark } = THEMES
    expect(partColour(dark, 0, few?.severity ?? 'none')).toBe(dark.text)
    expect(partColour(dark, 1, many?.severity ?? 'none')).toBe(dark.warn)
  })
})
