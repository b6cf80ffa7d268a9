import { describe, expect, it } from 'vitest'
import type { Figure } from '../city/figure'
import { instant, parsePeriod } from '../city/period'
import { figureReadings } from './figures'
import { aBatch, aReading, NOW, ZONE } from './fixtures'
import { believe } from './plausible'
import type { Batch, Reading } from './records'

const MINUTE = 60_000
/** A water level in cm: between 0 and 800, and never faster than 30 cm in ten minutes. */
const level: Pick<Figure, 'plausible' | 'rate'> = {
  plausible: [0, 800],
  rate: { by: 30, within: 10 * MINUTE },
}
const figures = new Map([['level', level]])
const figure = {
  ...level,
  id: 'level',
  name: { vi: 'Mực nước', en: 'Water level' },
  pillar: 'xhs',
  unit: 'count',
  better: 'low',
  sources: ['gauge'],
} as const

const measured = (value: number, minute: number, more: Partial<Reading> = {}) =>
  aReading({
    figure: 'level',
    value,
    observedAt: NOW + minute * MINUTE,
    asOf: instant(NOW + minute * MINUTE),
    ...more,
  })

/** Answers one after the other, a minute apart, each judged with what is held of the one before. */
function hear(...answers: Reading[][]): Batch[] {
  const heard: Batch[] = []
  for (const [minute, readings] of answers.entries()) {
    const held = heard.at(-1)
    const now = NOW + minute * MINUTE
    heard.push(believe(held && { batch: held, at: now - MINUTE }, aBatch({ readings }), figures, now))
  }
  return heard
}
/** What a panel shows after each of them: the value, with a question mark where it is not the newest one. */
const shown = (batches: Batch[]) =>
  batches.map((batch) => {
    const { latest } = figureReadings(
      { ...figure, sources: ['gauge'] },
      'kien-an',
      new Map([['gauge', batch]]),
    )
    return latest && `${latest.value}${latest.quality === 'suspect' ? '?' : ''}`
  })
/** The gauge measures once a minute and tells its newest value only. */
const gauge = (...values: number[]) =>
  shown(hear(...values.map((value, minute) => [measured(value, minute)])))

describe('a value that cannot be true', () => {
  it('by its size leaves the last plausible one in its place, marked, for as long as it lasts', () => {
    expect(gauge(120, 1200, 1201, 1199, 1200, 121)).toEqual(['120', '120?', '120?', '120?', '120?', '121'])
  })

  it('is no value at all when nothing was believed before', () => {
    expect(gauge(1200)).toEqual(['null?'])
  })

  it('by its jump leaves the one before it', () => {
    expect(gauge(120, 400, 121)).toEqual(['120', '120?', '121'])
  })

  it('is told with what it was, why, and the time of the value that stays', () => {
    const [, second] = hear([measured(120, 0)], [measured(400, 1)])
    expect(second?.readings).toEqual([
      measured(120, 0, {
        quality: 'suspect',
        doubt: { value: 400, why: 'rate', at: NOW + MINUTE, count: 1, quality: 'live' },
      }),
    ])
  })

  it('by a factor of ten is neither an alarm nor a fact (faults §2.6)', () => {
    expect(gauge(52, 520, 53)).toEqual(['52', '52?', '53'])
  })
})

describe('a jump', () => {
  it('is believed when three readings in a row confirm it', () => {
    expect(gauge(120, 400, 405, 410, 415)).toEqual(['120', '120?', '120?', '410', '415'])
  })

  it('is not confirmed by readings that lie far from one another', () => {
    expect(gauge(120, 400, 700, 300, 600)).toEqual(['120', '120?', '120?', '120?', '120?'])
  })

  it('is not confirmed by the same reading given again', () => {
    const again = Array.from({ length: 5 }, () => [measured(400, 1)])
    expect(shown(hear([measured(120, 0)], ...again)).at(-1)).toBe('120?')
  })

  it('that was confirmed stays believed when the answer is repeated', () => {
    const heard = hear([measured(120, 0)], ...[1, 2, 3, 3, 3].map((minute) => [measured(400, minute)]))
    expect(shown(heard)).toEqual(['120', '120?', '120?', '400', '400', '400'])
  })

  it('may be larger when more time went by', () => {
    expect(shown(hear([measured(120, 0)], [measured(295, 60)]))).toEqual(['120', '295'])
    expect(shown(hear([measured(120, 0)], [measured(305, 60)]))).toEqual(['120', '120?'])
  })

  it('in one place says nothing about another', () => {
    const two = (near: number, far: number, minute: number) => [
      measured(near, minute, { area: 'lam-ha' }),
      measured(far, minute, { area: 'van-dau' }),
    ]
    const [, second] = hear(two(100, 200, 0), two(500, 201, 1))
    expect(second?.readings.map(({ value, quality }) => [value, quality])).toEqual([
      [100, 'suspect'],
      [201, 'live'],
    ])
  })

  it('between a month and a year is none', () => {
    const of = (text: string, value: number) => {
      const asOf = parsePeriod(text, ZONE)
      if (!asOf) throw new Error(text)
      return aReading({ figure: 'level', value, asOf })
    }
    const [batch] = hear([of('2022', 700), of('2023-03', 60)])
    expect(batch?.readings.every(({ doubt }) => doubt === undefined)).toBe(true)
  })

  it('at midnight of a count that begins anew is none: a day went by', () => {
    const of = (text: string, value: number) => {
      const asOf = parsePeriod(text, ZONE)
      if (!asOf) throw new Error(text)
      return aReading({ figure: 'level', value, asOf })
    }
    expect(shown(hear([of('2023-04-29', 700)], [of('2023-04-30', 0)]))).toEqual(['700', '0'])
  })
})

describe('a course of values in one answer', () => {
  const course = (...values: number[]) => values.map((value, minute) => measured(value, minute))
  const history = (batch: Batch | undefined) => batch?.readings.map(({ value }) => value)

  it('has a gap where a value cannot be true, and its newest believed value on top', () => {
    const [batch] = hear(course(120, 1200, 122, 500))
    expect(history(batch)).toEqual([120, null, 122, null])
    expect(shown(batch ? [batch] : [])).toEqual(['122?'])
  })

  it('is whole again when the jump proves true', () => {
    const [, second] = hear(course(120, 400, 402), course(120, 400, 402, 404))
    expect(history(second)).toEqual([120, 400, 402, 404])
  })
})

it('what nothing is said about is left as it is, the very same batch', () => {
  const batch = aBatch({ readings: [aReading({ value: 1e9 })] })
  expect(believe(undefined, batch, figures, NOW)).toBe(batch)
  const plain = aBatch({ readings: [measured(5, 0)] })
  expect(believe(undefined, plain, figures, NOW)).toBe(plain)
})
