import { describe, expect, it } from 'vitest'
import type { Figure } from '../city/figure'
import { instant } from '../city/period'
import type { Reading } from '../sources/records'
import { findAbnormal } from './abnormal'
import { severityOf, worstSeverity } from './severity'

const name = { vi: 'Người đang chờ', en: 'People waiting' }
const waiting: Figure & { id: string } = {
  id: 'waiting',
  name,
  pillar: 'cqs',
  unit: 'count',
  better: 'low',
  limits: { warn: 20, alarm: 40 },
  sources: ['onestop'],
}
const speed: Figure & { id: string } = {
  ...waiting,
  id: 'speed',
  better: 'high',
  limits: { warn: 30, alarm: 15 },
}

const reading = (value: number | null, more: Partial<Reading> = {}): Reading => ({
  figure: 'waiting',
  area: 'kien-an',
  dims: {},
  value,
  qualifier: 'exact',
  compare: [],
  asOf: instant(0),
  quality: 'live',
  ...more,
})

describe('judging a reading by its limits', () => {
  it.each([
    [waiting, 20, 'normal'],
    [waiting, 21, 'warn'],
    [waiting, 41, 'alarm'],
    [speed, 30, 'normal'],
    [speed, 29, 'warn'],
    [speed, 14, 'alarm'],
  ] as const)('%# a limit is passed beyond its value, on the bad side', (figure, value, severity) => {
    expect(severityOf(figure, reading(value))).toBe(severity)
  })

  it('never calls a missing or suspect value normal', () => {
    expect(severityOf(waiting, undefined)).toBe('unknown')
    expect(severityOf(waiting, reading(null))).toBe('unknown')
    expect(severityOf(waiting, reading(1, { quality: 'suspect' }))).toBe('unknown')
  })

  it('claims nothing about a figure without limits', () => {
    const { limits: _limits, ...free } = waiting
    expect(severityOf(free, reading(1000))).toBe('none')
  })

  it('takes the worst of several', () => {
    expect(worstSeverity(['normal', 'warn', 'none'])).toBe('warn')
    expect(worstSeverity(['normal', 'unknown'])).toBe('unknown')
    expect(worstSeverity([])).toBe('none')
  })
})

describe('what is abnormal now', () => {
  it('lists the worst first, then the longest standing', () => {
    const early = findAbnormal([], [{ figure: speed, readings: [reading(20, { area: 'a' })] }], 1000)
    const later = findAbnormal(
      early,
      [
        { figure: speed, readings: [reading(20, { area: 'a' }), reading(25, { area: 'b' })] },
        { figure: waiting, readings: [reading(50)] },
      ],
      5000,
    )
    expect(later.map(({ key, since }) => [key.trim(), since])).toEqual([
      ['waiting kien-an', 5000],
      ['speed a', 1000],
      ['speed b', 5000],
    ])
  })

  it('forgets a finding that returned to normal', () => {
    const before = findAbnormal([], [{ figure: waiting, readings: [reading(50)] }], 0)
    expect(findAbnormal(before, [{ figure: waiting, readings: [reading(5)] }], 1000)).toEqual([])
  })
})
