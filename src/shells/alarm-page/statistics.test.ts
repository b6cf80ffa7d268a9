import { describe, expect, it } from 'vitest'
import { anAlarm, AS } from '../../../tests/alarmScreen'
import type { LogEntry } from '../../alarms/alarm'
import { alert, finding, NOON } from '../../alarms/fixtures'
import { statisticsOf, verdictOf, type Measure } from './statistics'

const MINUTE = 60_000
const raised = (minutesAgo: number, key = 'a', more: Partial<LogEntry> = {}): LogEntry => ({
  at: NOON - minutesAgo * MINUTE,
  key,
  event: 'raised',
  priority: 'high',
  subject: finding().subject,
  ...more,
})
function valuesOf(alarms: Parameters<typeof statisticsOf>[0]['alarms'], log: readonly LogEntry[]) {
  return Object.fromEntries(statisticsOf({ alarms, log }, NOON).measures.map(({ id, value }) => [id, value]))
}

describe('the statistics of alarms', () => {
  it('count what was announced within ten minutes, an hour and a day', () => {
    const log = [raised(1_500), raised(1_000), raised(50), raised(9), raised(8, 'a', { event: 'escalated' })]
    expect(valuesOf([], log)).toMatchObject({ tenMinutes: 2, hour: 3, day: 4 })
  })

  it('count no acts, no ends and no exercises', () => {
    const subject: LogEntry['subject'] = {
      kind: 'city',
      source: 'masts',
      alert: alert({ status: 'exercise' }),
    }
    const log = [
      raised(1, 'a', { event: 'acked' }),
      raised(1, 'a', { event: 'cleared' }),
      raised(1, 'b', { subject }),
    ]
    expect(valuesOf([], log)).toMatchObject({ tenMinutes: 0, day: 0, topShare: 0 })
  })

  it('tell the share of ten-minute spans in which nobody could follow', () => {
    const log = Array.from({ length: 11 }, (_, index) => raised(1, `a${index}`))
    expect(valuesOf([], log).flooded).toBeCloseTo(1 / 144)
    expect(valuesOf([], log.slice(1)).flooded).toBe(0)
  })

  it('count what chatters, and what stands for more than a day, shelved or not', () => {
    const old = { raisedAt: NOON - 1_500 * MINUTE }
    const alarms = [
      anAlarm('a', { ...old, chattering: true }),
      anAlarm('b', { ...old, ...AS.shelved }),
      anAlarm('c', { ...old, ...AS.returned }),
      anAlarm('d'),
    ]
    expect(valuesOf(alarms, [])).toMatchObject({ chattering: 1, stale: 2 })
  })

  it('list the ten most frequent, the most frequent first', () => {
    const log = [...Array.from({ length: 12 }, (_, index) => raised(5, `a${index}`)), raised(4, 'a7')]
    const { top } = statisticsOf({ alarms: [], log }, NOON)
    expect(top).toHaveLength(10)
    expect(top[0]).toMatchObject({ key: 'a7', count: 2 })
  })

  it('are judged by the target and by what an operator can bear at most', () => {
    const measure: Measure = { id: 'hour', unit: 'count', value: 6, target: 6, max: 12 }
    const verdicts = [6, 7, 12, 13].map((value) => verdictOf({ ...measure, value }))
    expect(verdicts).toEqual(['met', 'over', 'over', 'tooMany'])
    expect(verdictOf({ ...measure, value: 99, few: true })).toBe('few')
  })
})
