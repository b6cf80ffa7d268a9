import { describe, expect, it } from 'vitest'
import type { Batch } from '../sources/records'
import { aBatch } from '../sources/fixtures'
import type { SourceState } from '../sources/freshness'
import { course, alert, found, limits, NOON, reading, waiting } from './fixtures'
import { standingOf } from './alarm'
import { judge } from './judge'
import { mostUrgent } from './order'

const city = { area: 'kien-an', figures: new Map([['waiting', waiting]]) }
const evidence = (source: string, data: Partial<Batch>, state: SourceState = 'live') => ({
  batches: new Map([[source, aBatch(data)]]),
  states: new Map([[source, state]]),
})
const keys = (findings: readonly { key: string; priority: string }[]) =>
  findings.map(({ key, priority }) => `${key}: ${priority}`)

describe('judging figures by their limits', () => {
  it('finds the city and each of its parts, with the priority that the city file gives', () => {
    const readings = [
      reading(50),
      reading(25, { area: 'quan-tru' }),
      reading(5, { area: 'lam-ha' }),
      reading(41, { dims: { counter: '3' } }),
    ]
    const { findings } = judge(city, evidence('onestop', { readings }), [], NOON)
    expect(keys(findings).toSorted()).toEqual([
      'limit waiting kien-an counter=3: high',
      'limit waiting kien-an: high',
      'limit waiting quan-tru: low',
    ])
  })

  it('row 40: a value that swings round its limit is one alarm, held by the deadband', () => {
    const held = {
      area: 'kien-an',
      figures: new Map([['waiting', { ...waiting, limits: limits({ alarm: 40, deadband: 4 }) }]]),
    }
    const values = Array.from({ length: 40 }, (_, index) => 40 + 3 * Math.sin(index))
    const last = values.reduce((book, value, second) => {
      const now = judge(held, evidence('onestop', { readings: [reading(value)] }), book.alarms, NOON)
      return course([[second, now]], book)
    }, course([]))
    expect(last.log.map(({ event }) => event)).toEqual(['raised'])
  })

  it('holds by the deadband only what stands, not what is rising or has returned', () => {
    const wide = {
      area: 'kien-an',
      figures: new Map([['waiting', { ...waiting, limits: limits({ alarm: 40, deadband: 4, on: 60_000 }) }]]),
    }
    const within = evidence('onestop', { readings: [reading(38)] })
    const past = judge(wide, evidence('onestop', { readings: [reading(41)] }), [], NOON)
    const rising = course([[0, past]])
    expect(judge(wide, within, rising.alarms, NOON).findings).toEqual([])
    const standing = course([[60, past]], rising)
    expect(judge(wide, within, standing.alarms, NOON).findings).toHaveLength(1)
    const returned = course(
      [
        [70, found()],
        [71, found()],
      ],
      standing,
    )
    expect(returned.alarms.map(standingOf)).toEqual(['returned'])
    expect(judge(wide, within, returned.alarms, NOON).findings).toEqual([])
  })

  it('never takes a missing or suspect value for a return', () => {
    const standing = judge(city, evidence('onestop', { readings: [reading(50)] }), [], NOON)
    const book = course([
      [0, standing],
      [1, standing],
    ])
    for (const worse of [reading(null), reading(1, { quality: 'suspect' })]) {
      const now = judge(city, evidence('onestop', { readings: [worse] }), book.alarms, NOON)
      expect([...now.unknown]).toEqual(['limit waiting kien-an'])
    }
    const unheard = judge(
      city,
      { batches: new Map(), states: new Map([['onestop', 'waiting' as const]]) },
      book.alarms,
      NOON,
    )
    expect([...unheard.unknown]).toEqual(['limit waiting kien-an'])
  })
})

describe('a record that is missing', () => {
  const drop = { dropped: [{ path: '$.value', reason: 'no number', sample: '-' }] } as const
  const at = (source: string, data: Partial<Batch>) => judge(city, evidence(source, data), [], NOON)
  const storm = { alerts: [alert({ expiresAt: NOON + 3_600_000 })] }
  const standing = course([
    [0, found(...at('onestop', { readings: [reading(50)] }).findings, ...at('cap', storm).findings)],
  ]).alarms
  const unknown = (source: string, data: Partial<Batch>, now = NOON) => [
    ...judge(city, evidence(source, data), standing, now).unknown,
  ]

  it('of those that could not be read may be the one that an alarm speaks of', () => {
    expect(unknown('onestop', drop)).toEqual(['limit waiting kien-an'])
    expect(unknown('cap', drop)).toEqual(['city cap storm-1'])
    expect(unknown('cap', { skipped: 3 })).toEqual(['city cap storm-1'])
  })

  it('of an answer that was read whole is gone', () => {
    expect(unknown('onestop', { readings: [] })).toEqual([])
    expect(unknown('cap', { alerts: [] })).toEqual([])
  })

  it('keeps no warning after its time', () => {
    expect(unknown('cap', drop, NOON + 3_600_000)).toEqual([])
  })
})

describe('warnings that the city gave out', () => {
  const judged = (more: Parameters<typeof alert>[0]) =>
    judge(city, evidence('cap', { alerts: [alert(more)] }), [], NOON)

  it('join with the priority of their severity', () => {
    expect(keys(judged({}).findings)).toEqual(['city cap storm-1: critical'])
    expect(keys(judged({ severity: 'minor' }).findings)).toEqual(['city cap storm-1: low'])
  })

  it('count from when they begin until they expire', () => {
    expect(judged({ startsAt: NOON + 1 }).findings).toEqual([])
    expect(judged({ expiresAt: NOON }).findings).toEqual([])
  })

  it('are for nobody when they are a test, and never urgent when they are an exercise', () => {
    expect(judged({ status: 'test' }).findings).toEqual([])
    const exercise = judged({ status: 'exercise' })
    expect(keys(exercise.findings)).toEqual(['city cap storm-1: low'])
    const book = course([
      [0, exercise],
      [1, exercise],
    ])
    expect(book.alarms.map(standingOf)).toEqual(['unacked'])
    expect(mostUrgent(book.alarms)).toBeUndefined()
  })
})

describe('sources that cannot be trusted', () => {
  it('are one alarm each, of a class of their own, that never moves the wall', () => {
    for (const state of ['stale', 'frozen', 'invalid', 'auth', 'down'] as const) {
      const silent = judge(city, evidence('onestop', {}, state), [], NOON)
      expect(keys(silent.findings)).toEqual(['source onestop: low'])
      const book = course([
        [0, silent],
        [61, silent],
      ])
      expect(book.alarms.map(standingOf)).toEqual(['unacked'])
      expect(mostUrgent(book.alarms)).toBeUndefined()
    }
  })

  it('have a minute to come back', () => {
    const silent = judge(city, evidence('onestop', {}, 'down'), [], NOON)
    expect(
      course([
        [0, silent],
        [59, silent],
        [60, found()],
      ]).log,
    ).toEqual([])
  })

  it.each(['live', 'empty', 'waiting', 'partial', 'late'] as const)('%s is no alarm', (state) => {
    expect(judge(city, evidence('onestop', {}, state), [], NOON).findings).toEqual([])
  })
})
