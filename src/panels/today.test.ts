import { describe, expect, it } from 'vitest'
import { instant } from '../city/period'
import type { Reading } from '../sources/records'
import { courseOfDay } from './today'

function at(iso: string, value: number | null, usual?: number): Reading {
  const compare = usual === undefined ? [] : [{ kind: 'usual' as const, value: usual }]
  const plain = { figure: 'f', area: 'a', dims: {}, qualifier: 'exact', quality: 'live' } as const
  return { ...plain, value, compare, asOf: instant(Date.parse(iso)) }
}

describe('the course of a day', () => {
  it('row 46: starts at midnight in the city’s zone and leaves yesterday out', () => {
    const history = [
      at('2026-11-22T23:00:00+07:00', 9),
      at('2026-11-23T00:00:00+07:00', 0, 1),
      at('2026-11-23T08:30:00+07:00', 12, 10),
    ]
    expect(courseOfDay(history, 'Asia/Ho_Chi_Minh')).toEqual([
      { hour: 0, value: 0, usual: 1 },
      { hour: 8.5, value: 12, usual: 10 },
    ])
  })

  it('keeps a gap as a gap, never as zero', () => {
    const course = courseOfDay([at('2026-11-23T08:00:00+07:00', null)], 'Asia/Ho_Chi_Minh')
    expect(course).toEqual([{ hour: 8, value: null, usual: null }])
  })

  it('row 46: counts the hour that a clock change repeats', () => {
    const history = [at('2026-10-25T00:00:00+02:00', 1), at('2026-10-25T23:00:00+01:00', 2)]
    expect(courseOfDay(history, 'Europe/Berlin').map(({ hour }) => hour)).toEqual([0, 24])
  })

  it('is empty without readings', () => {
    expect(courseOfDay([], 'Asia/Ho_Chi_Minh')).toEqual([])
  })
})
