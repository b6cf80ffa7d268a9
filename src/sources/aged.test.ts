import { describe, expect, it } from 'vitest'
import { aSource } from '../../tests/sourcesApp'
import type { Cadence } from '../city/figure'
import { instant, parsePeriod } from '../city/period'
import { aBatch, aFeature, aFigure, aReading, BOUNDS, NOW, ZONE } from './fixtures'
import { pledgeOf, stateOf } from './freshness'
import { advance, begin } from './memory'
import type { Batch, Reading } from './records'
import { settle } from './settle'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = { wall: NOW, mono: 0 }

const figure = aFigure('level', { unit: 'count', better: 'low', sources: ['stations'] })

/** How a source stands that is read every ten minutes and has just answered with this. */
function standing(batch: Partial<Batch>, { of, lag }: { of?: Cadence; lag?: number } = {}) {
  const source = aSource('stations', { every: 10 * MINUTE, lag })
  const settled = settle(aBatch(batch), { bounds: BOUNDS, now: NOW })
  const heard = { ok: true, batch: settled, bytes: 1, latencyMs: 1, serverDate: undefined } as const
  const figures = new Map([['level', { ...figure, ...(of && { cadence: of }) }]])
  return stateOf(advance(begin(at), heard, at), pledgeOf(source, { zone: ZONE, figures }), at)
}

const measured = (station: string, ago: number, more: Partial<Reading> = {}) => {
  const observedAt = NOW - ago
  return aReading({
    figure: 'level',
    dims: { station },
    observedAt,
    asOf: instant(observedAt),
    value: ago,
    ...more,
  })
}
/** Eleven stations six hours old and one that is new. */
const dead = Array.from({ length: 11 }, (_, i) => measured(`T${i}`, 6 * HOUR - i * MINUTE))
const twelve = [...dead, measured('T11', 0)]

function periodOf(text: string) {
  const period = parsePeriod(text, ZONE)
  if (!period) throw new Error(text)
  return period
}

describe('a source whose parts have times of their own', () => {
  it('is live while each of them is renewed, and as old as the oldest', () => {
    const young = standing({ readings: [measured('a', 0), measured('b', 21 * MINUTE)] })
    expect([young.state, young.ageMs, young.aged]).toEqual(['live', 21 * MINUTE, undefined])
  })

  it('row 36: with eleven dead stations is no fresher than they are, and tells which', () => {
    const { state, ageMs, aged } = standing({ readings: twelve })
    expect([state, ageMs]).toEqual(['partial', 6 * HOUR])
    expect(aged).toMatchObject({ count: 11, of: 12, newest: NOW })
    expect(aged?.names[0]).toEqual({ area: 'kien-an', dims: { station: 'T0' } })
  })

  it('row 36: is late or old when all of them are, whatever time its answer bears', () => {
    const all = (ago: number) =>
      standing({ readings: [measured('a', ago), measured('b', ago + HOUR)], observedAt: NOW })
    expect(all(22 * MINUTE)).toMatchObject({ state: 'late', ageMs: 82 * MINUTE })
    expect(all(52 * MINUTE).state).toBe('stale')
  })

  it('has a part in each area and breakdown, as old as the oldest of its figures', () => {
    const readings = [
      measured('a', 0),
      measured('a', HOUR, { figure: 'flow' }),
      measured('a', HOUR, { area: 'lam-ha' }),
      measured('b', 0),
    ]
    expect(standing({ readings }).aged).toMatchObject({ count: 2, of: 3 })
  })

  it('that publishes late by its city file’s own word has that much more time', () => {
    const readings = [measured('a', 0), measured('b', 51 * MINUTE)]
    expect(standing({ readings }).state).toBe('partial')
    expect(standing({ readings }, { lag: 30 * MINUTE }).state).toBe('live')
  })
})

describe('not late is', () => {
  it('an earlier moment of a course whose last one is new', () => {
    const course = [0, 1, 2, 3].map((hours) => measured('a', hours * HOUR))
    expect(standing({ readings: course })).toMatchObject({ state: 'live', ageMs: 0 })
  })

  it('a row of history in an answer that is new', () => {
    const rows = ['2022', '2023-03', '2023-04-29T08:00:00+07:00'].map((text) =>
      aReading({ figure: 'level', asOf: periodOf(text), observedAt: NOW }),
    )
    expect(standing({ readings: rows, observedAt: NOW }).state).toBe('live')
  })

  it('what was told of a month after its end; of the month that is running it is', () => {
    const told = (text: string) => [measured('a', 0), measured('b', 20 * 24 * HOUR, { asOf: periodOf(text) })]
    expect(standing({ readings: told('2023-03') }).state).toBe('live')
    expect(standing({ readings: told('2023-04') }).state).toBe('partial')
  })

  it.each<Cadence>(['once', { period: 'month', due: 10 * 24 * HOUR }])(
    'a figure that promises nothing by the minute: %j',
    (of) => {
      const flow = measured('a', 0, { figure: 'flow' })
      expect(standing({ readings: [flow, measured('b', 20 * 24 * HOUR)] }, { of }).state).toBe('live')
      expect(standing({ readings: [flow, measured('b', 20 * 24 * HOUR)] }).state).toBe('partial')
    },
  )

  it('an object of the map: an incident of this morning still stands', () => {
    const features = [
      aFeature({ id: 'a', observedAt: NOW - 6 * HOUR }),
      aFeature({ id: 'b', observedAt: NOW }),
    ]
    expect(standing({ features })).toMatchObject({ state: 'live', ageMs: 0 })
  })
})
