import { describe, expect, it } from 'vitest'
import type { Case } from '../../sources/records'
import { bucketCounts, bucketOf, medianTime, onTime, satisfaction } from './rows'

const zone = 'Asia/Ho_Chi_Minh'
const noon = Date.parse('2026-11-22T12:00:00+07:00')
const HOUR = 3_600_000
const matter = (more: Partial<Case>): Case => ({ id: 'a', title: 'Việc', state: 'doing', ...more })

describe('an open case', () => {
  const due = (hours: number, more: Partial<Case> = {}) =>
    bucketOf(matter({ dueAt: noon + hours * HOUR, ...more }), noon, zone)

  it('is due today until midnight in the city, not in Greenwich', () => {
    expect(due(11.9)).toBe('today')
    expect(due(12.1)).toBe('soon')
  })

  it('is due soon within three days and later after them', () => {
    expect(due(72)).toBe('soon')
    expect(due(72.1)).toBe('later')
  })

  it('is late for long after more than three days', () => {
    expect(due(-72, { state: 'overdue' })).toBe('late')
    expect(due(-72.1, { state: 'overdue' })).toBe('longLate')
    expect(bucketOf(matter({ state: 'overdue' }), noon, zone)).toBe('late')
  })
})

it('counts every open case in one bucket and finished ones in none', () => {
  const cases = [
    matter({ state: 'overdue', dueAt: noon - HOUR }),
    matter({}),
    matter({ state: 'done', dueAt: noon }),
    matter({ dueAt: noon + HOUR }),
  ]
  const counts = bucketCounts(cases, noon, zone)
  expect(counts.map(({ bucket, count }) => [bucket, count])).toEqual([
    ['longLate', 0],
    ['late', 1],
    ['today', 1],
    ['soon', 0],
    ['later', 0],
    ['none', 1],
  ])
  expect(bucketCounts([], noon, zone).map(({ bucket }) => bucket)).not.toContain('none')
})

describe('the share on time', () => {
  const times = { dueAt: noon, closedAt: noon - HOUR }

  it('is out of the finished cases that had a due time', () => {
    const cases = [
      matter({ state: 'done', ...times }),
      matter({ state: 'doneLate', dueAt: noon, closedAt: noon + HOUR }),
      matter({ state: 'done' }),
      matter({ state: 'rejected', ...times }),
      matter({ state: 'overdue', dueAt: noon }),
    ]
    expect(onTime(cases)).toEqual({ onTime: 1, of: 2 })
  })

  it('believes a source that itself tells late from timely ends', () => {
    expect(
      onTime([matter({ state: 'done' }), matter({ state: 'done' }), matter({ state: 'doneLate' })]),
    ).toEqual({
      onTime: 2,
      of: 3,
    })
  })

  it('is unknown, and not 0 or 100 %, when no finished case had one', () => {
    expect(onTime([matter({ state: 'done' })])).toBeUndefined()
    expect(onTime([])).toBeUndefined()
  })
})

describe('the middle', () => {
  it('of response times is the median of the cases that were answered', () => {
    const answered = [1, 2, 30].map((hours) => matter({ openedAt: noon, respondedAt: noon + hours * HOUR }))
    expect(medianTime([...answered, matter({ openedAt: noon })], 'respondedAt')).toEqual({
      value: 2 * HOUR,
      of: 3,
    })
    expect(medianTime([matter({ openedAt: noon })], 'closedAt')).toBeUndefined()
  })

  it('leaves out a case that ended before it began', () => {
    expect(medianTime([matter({ openedAt: noon, closedAt: noon - 1 })], 'closedAt')).toBeUndefined()
  })

  it('of satisfaction is the mean of values on the scale', () => {
    const cases = [5, 4, 0, 9].map((value) => matter({ satisfaction: value }))
    expect(satisfaction(cases)).toEqual({ value: 4.5, of: 2 })
    expect(satisfaction([])).toBeUndefined()
  })
})
