import { describe, expect, it } from 'vitest'
import type { Case } from '../../sources/records'
import { caseRows, timesOf } from './rows'

const noon = Date.parse('2026-11-22T12:00:00+07:00')
const HOUR = 3_600_000
const matter = (id: string, more: Partial<Case>): Case => ({ id, title: id, state: 'doing', ...more })

const all: Case[] = [
  matter('done early', { state: 'done', closedAt: noon - 9 * HOUR }),
  matter('no date, minor', { severity: 'minor', openedAt: noon }),
  matter('no date, critical', { severity: 'critical', openedAt: noon - HOUR }),
  matter('no date, unsaid, newer', { openedAt: noon - HOUR }),
  matter('no date, unsaid, older', { openedAt: noon - 5 * HOUR }),
  matter('due tomorrow', { state: 'new', dueAt: noon + 24 * HOUR }),
  matter('due today', { dueAt: noon + HOUR }),
  matter('late without date', { state: 'overdue' }),
  matter('late a little', { state: 'overdue', dueAt: noon - HOUR }),
  matter('late for long', { state: 'overdue', dueAt: noon - 50 * HOUR }),
  matter('done just now', { state: 'doneLate', closedAt: noon }),
]

describe('a list of cases', () => {
  it('begins with what is late for longest and ends with what has no due time and no weight', () => {
    expect(caseRows(all, 'open', 60).map(({ id }) => id)).toEqual([
      'late for long',
      'late a little',
      'late without date',
      'due today',
      'due tomorrow',
      'no date, critical',
      'no date, minor',
      'no date, unsaid, newer',
      'no date, unsaid, older',
    ])
  })

  it('shows only overdue ones when it is asked for those', () => {
    expect(caseRows(all, 'overdue', 60).map(({ id }) => id)).toEqual([
      'late for long',
      'late a little',
      'late without date',
    ])
  })

  it('adds the finished ones after the open ones, newest first', () => {
    expect(
      caseRows(all, 'all', 60)
        .slice(-2)
        .map(({ id }) => id),
    ).toEqual(['done just now', 'done early'])
  })

  it('is cut after the worst', () => {
    expect(caseRows(all, 'open', 1).map(({ id }) => id)).toEqual(['late for long'])
  })
})

describe('the times of a case', () => {
  it('tell by how much it is late, when the due time is known', () => {
    expect(timesOf(matter('a', { state: 'overdue', dueAt: noon - HOUR }), noon).due).toEqual({
      kind: 'late',
      ms: HOUR,
    })
    expect(timesOf(matter('a', { state: 'overdue' }), noon).due).toEqual({ kind: 'late', ms: undefined })
  })

  it('tell the due time of an open one and the end of a finished one, never a due time that is over', () => {
    expect(timesOf(matter('a', { dueAt: noon }), noon).due).toEqual({ kind: 'due', at: noon })
    const done = matter('a', { state: 'done', dueAt: noon, closedAt: noon - HOUR })
    expect(timesOf(done, noon).due).toEqual({ kind: 'closed', at: noon - HOUR })
    expect(timesOf(matter('a', { state: 'rejected', dueAt: noon }), noon).due).toBeUndefined()
  })
})
