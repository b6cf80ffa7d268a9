import { describe, expect, it } from 'vitest'
import { instant, parsePeriod } from '../city/period'
import { aReading } from '../sources/fixtures'
import type { Reading } from '../sources/records'
import { before, timeOf, timelineOf } from './timeline'

const at = (iso: string, value: number | null, more: Partial<Reading> = {}) =>
  aReading({ value, qualifier: 'exact', asOf: instant(Date.parse(`${iso}+07:00`)), ...more })

describe('a figure on even steps of time', () => {
  it('has one value for each hour, the latest of it, and keeps gaps as gaps', () => {
    const line = timelineOf([
      at('2026-11-22T08:00:00', 3),
      at('2026-11-22T08:40:00', 4),
      at('2026-11-22T10:00:00', null),
      at('2026-11-22T11:00:00', 6),
    ])
    expect(line).toMatchObject({ step: 'hour', values: [4, undefined, undefined, 6], known: 2 })
    expect(line && timeOf(line, 3)).toBe(Date.parse('2026-11-22T11:00:00+07:00'))
  })

  it('counts days from midnight in the city', () => {
    const day = (text: string, value: number) => {
      const asOf = parsePeriod(text, 'Asia/Ho_Chi_Minh')
      return aReading({ value, qualifier: 'exact', ...(asOf && { asOf }) })
    }
    const line = timelineOf([day('2026-10-31', 1), day('2026-11-01', 2), day('2026-11-03', 4)])
    expect(line).toMatchObject({ step: 'day', values: [1, 2, undefined, 4] })
  })

  it('never reckons with "over", with a range or with what is suspect', () => {
    const moment = '2026-11-22T08:00:00'
    expect(timelineOf([at(moment, 86, { qualifier: 'gt' })])).toBeUndefined()
    expect(timelineOf([at(moment, 5, { low: 5, high: 10 })])).toBeUndefined()
    expect(timelineOf([at(moment, 5, { quality: 'suspect' })])).toBeUndefined()
  })

  it('does not exist for figures of a month or a year', () => {
    const asOf = parsePeriod('2023-04', 'Asia/Ho_Chi_Minh')
    expect(timelineOf([aReading({ qualifier: 'exact', ...(asOf && { asOf }) })])).toBeUndefined()
    expect(timelineOf([])).toBeUndefined()
  })

  it('knows what stood there a week ago, two weeks ago and so on', () => {
    expect(before({ values: [1, 2, 3, undefined, 5, 6, 7] }, 6, 2)).toEqual([5, 3, 1])
    expect(before({ values: [1, 2, 3, undefined, 5, 6, 7] }, 5, 2)).toEqual([2])
  })
})
