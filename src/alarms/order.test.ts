import { describe, expect, it } from 'vitest'
import { anAlarm, AS } from '../../tests/alarmScreen'
import type { Alarm } from './alarm'
import { alert } from './fixtures'
import { inOrder, mostUrgent } from './order'

const keys = (alarms: readonly Alarm[]) => inOrder(alarms).map(({ key }) => key)
const source: Partial<Alarm> = { subject: { kind: 'source', source: 'cap', state: 'down' } }
const exercise: Partial<Alarm> = {
  subject: { kind: 'city', source: 'cap', alert: alert({ status: 'exercise' }) },
}

describe('the order of alarms', () => {
  it('is by priority, and then what came first', () => {
    const later = anAlarm('b', { priority: 'low', announcedAt: 1e15 })
    expect(keys([later, anAlarm('a', { priority: 'low' }), anAlarm('c', { priority: 'critical' })])).toEqual([
      'c',
      'a',
      'b',
    ])
  })

  it('has what nobody answered first, over or not', () => {
    const over = anAlarm('over', { ...AS.returned, priority: 'critical' })
    const seen = anAlarm('seen', { ...AS.acked, priority: 'critical' })
    expect(keys([seen, anAlarm('new', { priority: 'low' }), over])).toEqual(['over', 'new', 'seen'])
  })

  it('has the city before its sources, whoever has seen them, and exercises last', () => {
    const seen = anAlarm('seen', { ...AS.acked, priority: 'critical' })
    const silent = anAlarm('silent', { ...source, priority: 'low' })
    const drill = anAlarm('drill', { ...exercise, priority: 'critical' })
    expect(keys([drill, silent, seen])).toEqual(['seen', 'silent', 'drill'])
  })

  it('leaves out what lies on the shelf', () => {
    expect(keys([anAlarm('a', AS.shelved)])).toEqual([])
  })
})

describe('the alarm that holds the wall', () => {
  const holds = (more: Partial<Alarm>) => mostUrgent([anAlarm('a', more)]) !== undefined

  it.each([
    { priority: 'critical', standing: 'unacked', held: true },
    { priority: 'critical', standing: 'returned', held: true },
    { priority: 'critical', standing: 'acked', held: false },
    { priority: 'critical', standing: 'shelved', held: false },
    { priority: 'high', standing: 'unacked', held: true },
    { priority: 'high', standing: 'returned', held: false },
    { priority: 'low', standing: 'unacked', held: false },
  ] as const)('is $held of one of $priority priority that is $standing', ({ priority, standing, held }) => {
    expect(holds({ ...AS[standing], priority })).toBe(held)
  })

  it('is never one of a source, nor an exercise', () => {
    expect([
      holds({ ...source, priority: 'critical' }),
      holds({ ...exercise, priority: 'critical' }),
    ]).toEqual([false, false])
  })
})
