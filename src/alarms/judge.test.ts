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
