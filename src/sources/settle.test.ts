import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../city/period'
import { aBatch, aFeature, aReading, BOUNDS, NOW, ZONE } from './fixtures'
import type { Feature, Reading } from './records'
import { settle } from './settle'

const limits = { bounds: BOUNDS, now: NOW }
const settled = (batch: Parameters<typeof aBatch>[0]) => settle(aBatch(batch), limits)
const point = (...coordinates: number[]): Partial<Feature> => ({ geometry: { type: 'Point', coordinates } })
/** Enough good company for one bad record to stay below a fifth. */
const points = (count: number) => Array.from({ length: count }, (_, i) => aFeature({ id: `good-${i}` }))
const readings = (count: number) => Array.from({ length: count }, (_, i) => aReading({ figure: `good-${i}` }))

describe('in one answer', () => {
  it('the last of two alike wins and the other is counted', () => {
    const { features, dropped } = settled({
      features: [...points(9), aFeature({ id: 'good-3', name: 'new' })],
    })
    expect(features).toHaveLength(9)
    expect(features.find(({ id }) => id === 'good-3')?.name).toBe('new')
    expect(dropped).toHaveLength(1)
  })

  it('an older reading never replaces a newer one of the same figure, area, breakdown and period', () => {
    const asOf = parsePeriod('2023-04', ZONE)
    const [newer, older] = [NOW - 1_000, NOW - 9_000].map((observedAt) =>
      aReading({ observedAt, value: observedAt, ...(asOf ? { asOf } : {}) }),
    )
    if (!newer || !older) throw new Error('two readings')
    for (const pair of [
      [newer, older],
      [older, newer],
    ])
      expect(settled({ readings: [...readings(9), ...pair] }).readings.at(-1)?.value).toBe(NOW - 1_000)
  })

  it('readings of other breakdowns and periods stand side by side', () => {
    const two = [aReading({ dims: { agency: 'a' } }), aReading({ dims: { agency: 'b' } }), aReading()]
    expect(settled({ readings: two }).readings).toHaveLength(3)
  })

  it('the source’s own time is the newest of its records when it tells none for all', () => {
    const two = [aReading({ observedAt: NOW - 5 }), aReading({ figure: 'b', observedAt: NOW - 9 })]
    expect(settled({ readings: two })).toMatchObject({ observedAt: NOW - 5, byRecord: true })
    const whole = settled({ readings: two, observedAt: NOW - 1 })
    expect([whole.observedAt, whole.byRecord]).toEqual([NOW - 1, undefined])
    const untold = settled({ readings: readings(2) })
    expect([untold.observedAt, untold.byRecord]).toEqual([undefined, undefined])
  })
})

describe('a time', () => {
  const DAY = 86_400_000
  it.each([
    ['ten minutes ahead', NOW + 600_000, true],
    ['two hours ahead', NOW + 7_200_000, false],
    ['a year ahead', NOW + 365 * DAY, false],
    ['in seconds for milliseconds', NOW / 1000, false],
    ['in microseconds', NOW * 1000, false],
    ['of epoch 0', 0, false],
  ])('%s is kept: %s', (_, observedAt, kept) => {
    const { readings: left, dropped } = settled({ readings: [...readings(9), aReading({ observedAt })] })
    expect([left.length, dropped.length]).toEqual(kept ? [10, 0] : [9, 1])
    const whole = () => settled({ readings: readings(3), observedAt })
    if (kept) expect(whole()).toMatchObject({ observedAt })
    else expect(whole).toThrow(expect.objectContaining({ kind: 'shape' }))
  })
})

describe('a place', () => {
  it.each<[string, Partial<Feature>, string]>([
    ['swapped', point(20.81, 106.63), 'latitude and longitude are swapped'],
    ['at 0,0', point(0, 0), 'outside the city'],
    ['in VN-2000 metres', point(595_000, 2_301_000), 'not degrees; VN-2000 metres?'],
    ['in another province', point(105.8, 21.0), 'outside the city'],
  ])('%s is dropped and counted', (_, where, reason) => {
    const { features, dropped } = settled({ features: [...points(9), aFeature({ id: 'bad', ...where })] })
    expect(features).toHaveLength(9)
    expect(dropped).toEqual([{ path: 'geometry', reason, sample: 'bad' }])
  })

  it('just beyond the border is kept and marked suspect', () => {
    const { features, dropped } = settled({
      features: [...points(9), aFeature({ id: 'hill', ...point(106.54, 20.84) })],
    })
    expect([features.at(-1)?.quality, dropped]).toEqual(['suspect', []])
  })

  it('of a line counts by any of its points', () => {
    const river: Partial<Feature> = {
      id: 'river',
      geometry: {
        type: 'LineString',
        coordinates: [
          [105, 21],
          [106.6, 20.8],
        ],
      },
    }
    expect(settled({ features: [aFeature(river)] }).features[0]?.quality).toBe('live')
  })

  it('is dropped when one of its corners is no place on earth, and would draw it across the whole map', () => {
    const ring = [
      [106.6, 20.8],
      [106.61, 20.8],
      [1e20, 20.81],
      [106.6, 20.8],
    ]
    const ward = aFeature({ id: 'ward', geometry: { type: 'Polygon', coordinates: [ring] } })
    const { features, dropped } = settled({ features: [...points(9), ward] })
    expect(features).toHaveLength(9)
    expect(dropped).toMatchObject([{ sample: 'ward', reason: 'not degrees; VN-2000 metres?' }])
  })

  it('that is wrong for most objects makes the whole answer wrong, with the reason', () => {
    const swapped = Array.from({ length: 6 }, (_, i) => aFeature({ id: `${i}`, ...point(20.81, 106.63) }))
    expect(() => settled({ features: [...swapped, ...points(4)] })).toThrow(
      '6 of 10 objects: latitude and longitude',
    )
  })
})

describe('loss', () => {
  const lost = (count: number) =>
    Array.from({ length: count }, () => ({ path: '$.x', reason: 'not a number', sample: '' }))

  it('of a fifth is told, of more makes the answer wrong', () => {
    expect(settled({ readings: readings(8), dropped: lost(2) }).dropped).toHaveLength(2)
    expect(() => settled({ readings: readings(7), dropped: lost(3) })).toThrow(
      '3 of 10 records: $.x not a number',
    )
  })
})

describe('n of m', () => {
  it.each<[number, number, number | null, Reading['quality']]>([
    [271, 281, 96.4, 'live'],
    [227, 281, 81, 'live'],
    [251, 253, 99.2, 'live'],
    [579, 579, 100, 'live'],
    [6, 14, 6, 'live'],
    [6, 14, null, 'live'],
    [251, 253, 92.2, 'suspect'],
  ])('%d of %d beside %s is %s', (numerator, denominator, value, quality) => {
    const { readings: left } = settled({ readings: [aReading({ value, of: { numerator, denominator } })] })
    expect(left[0]?.quality).toBe(quality)
  })
})
