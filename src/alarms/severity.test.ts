import { describe, expect, it } from 'vitest'
import { limits, reading, waiting } from './fixtures'
import { levelOf, severityOf, worstSeverity } from './severity'

const speed = { ...waiting, id: 'speed', better: 'high' as const, limits: limits({ warn: 30, alarm: 15 }) }

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

  it.each([
    [waiting, 39, 'alarm', 'alarm'],
    [waiting, 35, 'alarm', 'warn'],
    [waiting, 17, 'warn', 'warn'],
    [waiting, 16, 'warn', 'normal'],
    [speed, 17, 'alarm', 'alarm'],
    [speed, 33, 'warn', 'warn'],
  ] as const)(
    '%# a limit once passed is held until the value is back by the deadband',
    (figure, value, held, level) => {
      const wide = { ...figure, limits: { ...figure.limits, ...limits(), ...figure.limits, deadband: 4 } }
      expect(levelOf(wide, reading(value), held)).toBe(level)
    },
  )

  it('takes the worst of several', () => {
    expect(worstSeverity(['normal', 'warn', 'none'])).toBe('warn')
    expect(worstSeverity(['normal', 'unknown'])).toBe('unknown')
    expect(worstSeverity([])).toBe('none')
  })
})
