import { describe, expect, it } from 'vitest'
import type { Case } from '../sources/records'
import { DAY_MS, lateMs, lateness, wordsFor } from './caseFacts'

const noon = Date.parse('2026-11-22T12:00:00+07:00')
const matter = (more: Partial<Case>): Case => ({ id: 'a', title: 'Ổ gà', state: 'doing', ...more })

describe('lateness', () => {
  it('is told in time only where the due time is known', () => {
    expect(lateMs(matter({ state: 'overdue', dueAt: noon - DAY_MS }), noon)).toBe(DAY_MS)
    expect(lateMs(matter({ state: 'overdue' }), noon)).toBeUndefined()
    expect(lateMs(matter({ state: 'overdue', dueAt: noon }), noon)).toBeUndefined()
    expect(lateMs(matter({ dueAt: noon + DAY_MS }), noon)).toBeUndefined()
  })

  it('deserves a look, and a hand after three days or when the matter is critical', () => {
    expect(lateness(matter({}), noon)).toBe('none')
    expect(lateness(matter({ state: 'overdue' }), noon)).toBe('warn')
    expect(lateness(matter({ state: 'overdue', dueAt: noon - 3 * DAY_MS }), noon)).toBe('warn')
    expect(lateness(matter({ state: 'overdue', dueAt: noon - 3 * DAY_MS - 1 }), noon)).toBe('alarm')
    expect(lateness(matter({ state: 'overdue', severity: 'critical' }), noon)).toBe('alarm')
  })
})

it('speaks of tasks where cases have money or a share done, and of reports otherwise', () => {
  expect(wordsFor([matter({}), matter({ progress: 0 })])).toBe('task')
  expect(wordsFor([matter({ satisfaction: 5 })])).toBe('report')
})
