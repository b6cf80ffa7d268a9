import { describe, expect, it } from 'vitest'
import features from './connectors/features'
import rest from './connectors/rest'
import { SourceFault } from './contract'
import { aBatch, aReading, answering, BOUNDS, contextWith, NOW } from './fixtures'
import { advance, begin } from './memory'
import type { Batch } from './records'
import { settle } from './settle'

/** The rows of faults §6 about the data themselves. */

const settled = (batch: Batch) => settle(batch, { bounds: BOUNDS, now: NOW })
const restRead = (json: unknown) =>
  rest
    .prepare({
      url: '/a',
      records: [
        {
          each: '$[*]',
          reading: {
            figure: 'level',
            area: { path: '$.id' },
            value: { path: '$.x' },
            observedAt: { path: '$.t', pattern: 'epoch-ms' },
          },
        },
      ],
    })(contextWith(answering(json)))
    .then(settled)
const mapRead = (list: unknown[]) =>
  features
    .prepare({ url: '/a' })(contextWith(answering({ type: 'FeatureCollection', features: list })))
    .then(settled)

const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `a${i}`, x: i, t: NOW }))
const point = (id: number, coordinates: unknown) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates },
  properties: {},
})

describe('records that changed their shape', () => {
  it.each([
    ['renamed', (row: object) => ({ ...row, x: undefined, y: 1 })],
    ['missing', ({ id, t }: { id: string; t: number }) => ({ id, t })],
    ['of another type', (row: object) => ({ ...row, x: { value: 1 } })],
  ])(
    'row 30: with a field %s are dropped and counted, and more than a fifth is too many',
    async (_, spoil) => {
      const some = rows(10).map((row, i) => (i < 2 ? spoil(row) : row))
      expect(await restRead(some)).toMatchObject({ readings: { length: 8 }, dropped: { length: 2 } })
      const many = rows(10).map((row, i) => (i < 3 ? spoil(row) : row))
      await expect(restRead(many)).rejects.toMatchObject({ kind: 'shape', loss: { of: 10 } })
    },
  )
})

it('row 28: of a hundred thousand records the first twenty thousand are read and the rest counted', async () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({ id: `${i}`, x: 1, t: NOW }))
  expect(await restRead(many)).toMatchObject({
    total: 20_000,
    skipped: 80_000,
    readings: { length: 20_000 },
  })
}, 20_000)

describe('a value', () => {
  it.each(['n/a', '1,234', 'NaN', true, [1], {}, ''])(
    'row 32: of %j is a gap that is counted, never 0 or 1',
    async (x) => {
      const { readings, dropped } = await restRead([...rows(9), { id: 'bad', x, t: NOW }])
      expect(readings.find(({ area }) => area === 'bad')?.value ?? null).toBeNull()
      expect(readings.length + dropped.length).toBe(10)
    },
  )

  it('row 32: beyond all numbers is a gap, and minus zero is zero', async () => {
    const [huge, zero]: unknown[] = JSON.parse('[1e999, -0]')
    const { readings, dropped } = await restRead([
      ...rows(8),
      { id: 'huge', x: huge, t: NOW },
      { id: 'zero', x: zero, t: NOW },
    ])
    expect(readings.map(({ area }) => area)).not.toContain('huge')
    expect(dropped).toHaveLength(1)
    expect(Object.is(readings.at(-1)?.value, 0)).toBe(true)
  })
})

describe('records of one name', () => {
  it('row 33: are one, the last of them, and the others are counted', async () => {
    const { features: drawn, dropped } = await mapRead([
      ...Array.from({ length: 9 }, (_, i) => point(i, [106.63, 20.81])),
      point(3, [106.64, 20.81]),
    ])
    expect(drawn).toHaveLength(9)
    expect(drawn.find(({ id }) => id === '3')?.geometry).toMatchObject({ coordinates: [106.64, 20.81] })
    expect(dropped).toHaveLength(1)
  })
})

describe('a hundred objects', () => {
  it('row 34: of which one has no place, one NaN, one swapped and one text: ninety-six are drawn', async () => {
    const good = Array.from({ length: 96 }, (_, i) => point(i, [106.63, 20.81]))
    const bad = [
      [null, null],
      [NaN, 20.81],
      [20.81, 106.63],
      ['106.63', '20.81'],
    ].map((place, i) => point(100 + i, place))
    const { features: drawn, dropped, total } = await mapRead([...good, ...bad])
    expect([drawn.length, dropped.length, total]).toEqual([96, 4, 100])
    expect(JSON.stringify(drawn)).not.toContain('[0,0]')
  })

  it('row 35: replaced by an error object leave the layer as it was', async () => {
    const read = features.prepare({ url: '/a' })(contextWith(answering({ error: { code: 499 } })))
    const fault = await read.then(
      () => undefined,
      (error: unknown) => error,
    )
    if (!(fault instanceof SourceFault)) throw new Error('not refused')
    const at = { wall: NOW, mono: 0 }
    const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
    const layer = await mapRead([point(1, [106.63, 20.81])])
    const good = advance(begin(at), { ok: true, batch: layer, ...cost }, at)
    const bad = advance(good, { ok: false, fault, ...cost }, at)
    expect([bad.failure?.kind, bad.batch]).toEqual(['shape', layer])
  })
})

describe('the time of a record', () => {
  const timed = (t: number) => restRead([...rows(9), { id: 'late', x: 1, t }])
  const HOUR = 3_600_000

  it('row 37: ten minutes ahead is kept', async () => {
    expect((await timed(NOW + 600_000)).readings).toHaveLength(10)
  })

  it.each([
    ['a year ahead', NOW + 365 * 24 * HOUR],
    ['two hours ahead', NOW + 2 * HOUR],
    ['in seconds instead of ms', NOW / 1000],
    ['of the year 1970', 0],
  ])('row 37: %s drops the record', async (_, t) => {
    const { readings, dropped } = await timed(t)
    expect([readings.length, dropped.length]).toEqual([9, 1])
  })

  it('row 37: ten minutes ahead is told of a source, and its age is nothing, not less', () => {
    const at = { wall: NOW, mono: 0 }
    const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
    const ahead = advance(
      begin(at),
      { ok: true, batch: aBatch({ readings: [aReading()], observedAt: NOW + 600_000 }), ...cost },
      at,
    )
    expect(ahead.sourceAheadMs).toBe(600_000)
  })

  it('row 37: is not held against a source whose own server says that our clock is behind', () => {
    const at = { wall: NOW, mono: 0 }
    const batch = aBatch({ readings: [aReading()], observedAt: NOW + 600_000 })
    const heard = advance(
      begin(at),
      { ok: true, batch, bytes: 1, latencyMs: 1, serverDate: NOW + 600_000 },
      at,
    )
    expect(heard).toMatchObject({ sourceAheadMs: 0, serverAheadMs: 600_000 })
  })

  it('row 39: older than what is held never replaces it', () => {
    const at = { wall: NOW, mono: 0 }
    const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
    const answer = (value: number, observedAt: number) =>
      ({
        ok: true,
        batch: aBatch({ readings: [aReading({ value, observedAt })], observedAt }),
        ...cost,
      }) as const
    const two = advance(advance(begin(at), answer(2, NOW), at), answer(1, NOW - 3_000), at)
    expect(two.batch?.readings.map(({ value }) => value)).toEqual([2])
  })

  it('row 45: older than what is held does replace it when that came from a clock that ran hours ahead', () => {
    const ahead = { wall: NOW + 4 * HOUR, mono: 0 }
    const right = { wall: NOW, mono: 1_000 }
    const cost = { bytes: 1, latencyMs: 1, serverDate: undefined }
    const answer = (value: number, observedAt: number) =>
      ({
        ok: true,
        batch: aBatch({ readings: [aReading({ value, observedAt })], observedAt }),
        ...cost,
      }) as const
    const first = advance(begin(ahead), answer(1, NOW + 4 * HOUR), ahead)
    const second = advance(first, answer(2, NOW), right)
    expect(second.batch?.readings.map(({ value }) => value)).toEqual([2])
    expect(second).toMatchObject({ stood: 0, okAt: right })
  })
})
