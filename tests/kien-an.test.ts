// @vitest-environment node
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readCityText, type Kinds } from '../src/city/read'
import { explain } from '../src/city/problems'
import type { City } from '../src/city/schema'
import { simulatedFetch } from '../src/simulator'
import { resolver } from '../src/sources/address'
import features from '../src/sources/connectors/features'
import rest from '../src/sources/connectors/rest'
import statics from '../src/sources/connectors/static'
import { figureReadings } from '../src/sources/figures'
import { createHttp } from '../src/sources/http'
import type { Batch } from '../src/sources/records'

const URL_OF_FILE = 'https://kien-an.example/cities/kien-an.json'
const connectors = new Map([rest, features, statics].map((connector) => [connector.kind, connector]))

/** The shipped file with a bare screen of its own: what is drawn is not what is tested here. */
function shippedCity(): City {
  const file: unknown = JSON.parse(readFileSync('public/cities/kien-an.json', 'utf8'))
  const name = { vi: 'a', en: 'a' }
  const screen = {
    layers: {},
    panels: { bare: { kind: 'bare', title: name } },
    scenes: { bare: { name, duration: 'PT30S', layers: [], panels: [{ panel: 'bare' }] } },
  }
  const bare = {
    kind: 'bare',
    schema: v.strictObject({}),
    prepare: () => ({ needs: { figures: [], sources: [] } }),
  }
  const kinds: Kinds = { connectors, layers: new Map(), panels: new Map([['bare', bare]]) }
  const text = JSON.stringify({ ...v.parse(v.looseObject({}), file), ...screen })
  const reading = readCityText(text, URL_OF_FILE, kinds)
  expect(reading.problems.map((problem) => explain(problem, 'en'))).toEqual([])
  if (reading.kind === 'refused') throw new Error('refused')
  return reading.city
}

const city = shippedCity()

/** Every source read once through its own connector, against the simulator at that moment. */
async function readAll(at: number): Promise<Map<string, Batch>> {
  const resolve = resolver(city)
  const files: typeof fetch = async (input) => {
    const { pathname } = new URL(new Request(input).url)
    const type = { 'content-type': 'application/json' }
    return new Response(readFileSync(`public${pathname}`), { headers: type })
  }
  const simulated = { place: 'kien-an', seed: city.simulated?.seed ?? 0, gateway: resolve({ via: '' }) }
  const fetch = simulatedFetch(simulated, files, () => at)
  const http = createHttp({ fetch, clock: () => ({ wall: at, mono: 0 }) })
  const { zone, area } = city
  const batches = new Map<string, Batch>()
  for (const { id, connector, options } of city.sources.values()) {
    const read = connectors.get(connector)?.prepare(options)
    if (!read) throw new Error(`${id}: no connector ${connector}`)
    const budget = { signal: new AbortController().signal, timeoutMs: 60_000 }
    const context = { http: http(budget), now: at, zone, area, bounds: city.map.bounds, resolve }
    batches.set(id, await read(context))
  }
  return batches
}

/** Moments that try a model of a city: its busiest hour, the dead of a day off, the turn of a year, lunch. */
const MOMENTS = [
  ['Monday at 10:00', '2026-11-23T10:00:00+07:00'],
  ['Sunday at 03:00', '2026-11-22T03:00:00+07:00'],
  ['New Year at midnight', '2027-01-01T00:00:00+07:00'],
  ['Friday at 12:15:20', '2026-11-27T12:15:20+07:00'],
  ['Saturday at 21:40', '2026-11-28T21:40:00+07:00'],
] as const

describe.each(MOMENTS)('the simulated city on %s', (_, moment) => {
  const now = Date.parse(moment)
  const reading = readAll(now)

  it.each([...city.sources.keys()])('lets every record of %s in', async (id) => {
    const batch = (await reading).get(id)
    expect(batch?.dropped).toEqual([])
    expect(batch?.total).toBeGreaterThan(0)
  })

  it('gives every figure a plausible reading, and none to a figure that does not exist', async () => {
    const batches = await reading
    for (const figure of city.figures.values())
      expect(figureReadings(figure, city.area, batches).latest, figure.id).toBeDefined()
    for (const { figure, value, area } of [...batches.values()].flatMap((batch) => batch.readings)) {
      const [low, high] = city.figures.get(figure)?.plausible ?? [0, -1]
      if (value !== null) expect(value, figure).toBeGreaterThanOrEqual(low)
      if (value !== null) expect(value, figure).toBeLessThanOrEqual(high)
      expect(city.areas).toHaveProperty(area)
    }
  })

  it('never dates a reading in the future, and states the time of each live answer', async () => {
    for (const [id, { readings, observedAt }] of await reading) {
      for (const { asOf, figure } of readings) expect(asOf.start, `${id} ${figure}`).toBeLessThanOrEqual(now)
      if (observedAt === undefined) continue
      expect(observedAt, id).toBeLessThanOrEqual(now)
      expect(now - observedAt, id).toBeLessThan(6 * 60_000)
    }
  })

  it('keeps every object of the map within the bounds, in an area that exists, with an id of its own', async () => {
    const [west, south, east, north] = city.map.bounds
    for (const [source, batch] of await reading) {
      expect(new Set(batch.features.map(({ id }) => id)).size, source).toBe(batch.features.length)
      for (const { geometry, area, id } of batch.features) {
        const numbers = JSON.stringify(geometry).match(/-?\d+\.\d+/g) ?? []
        const outside = numbers
          .map(Number)
          .filter((n) => !((n >= west && n <= east) || (n >= south && n <= north)))
        expect(outside, id).toEqual([])
        if (area !== undefined) expect(city.areas).toHaveProperty(area)
      }
    }
  })

  it('answers the same bytes again', async () => {
    expect(await readAll(now)).toEqual(await reading)
  })
})

/** Figures as the published reports print them: period, value, qualifier. */
const PRINTED = [
  ['online-dossiers', '2022', 61, 'exact'],
  ['online-dossiers', '2023-04-30', 86, 'gt'],
  ['online-dossiers', '2023', 90, 'gt'],
  ['electronic-results', '2022', 0.71, 'exact'],
  ['electronic-results', '2023', 35, 'nearly'],
  ['signed-results', '2023', null, 'exact'],
  ['qr-procedures', '2023', 247, 'exact'],
  ['qr-fields', '2023', 15, 'exact'],
  ['online-payment', '2022', 0.13, 'exact'],
  ['online-payment', '2023', 33, 'exact'],
  ['idx766-rank', '2023-04', 2, 'exact'],
  ['idx766-rank', '2023', 4, 'exact'],
  ['org-signature', '2023-04', 100, 'exact'],
  ['leader-signed', '2023-04', 97, 'exact'],
  ['agencies-signing', '2023-04', 100, 'exact'],
  ['documents-signed', '2023-04', 93, 'gte'],
  ['hospital-software', '2023-04', 100, 'exact'],
  ['visits-chip-id', '2023', 80.6, 'gt'],
  ['level-2-identity', '2023', null, 'exact'],
  ['education-e-payment', '2023-04', 100, 'exact'],
  ['enterprises-tax-online', '2023', 86, 'gt'],
  ['electricity-by-account', '2023', 81, 'exact'],
  ['water-by-account', '2023', 100, 'exact'],
  ['school-fees-by-account', '2023', 98, 'nearly'],
  ['heritage-digitised', '2023-04', 42.9, 'exact'],
  ['markets-digital', '2023-04', 100, 'exact'],
  ['market-stalls-qr', '2023-04', 100, 'gt'],
  ['smart-streets', '2023-04', 4, 'exact'],
  ['street-shops-qr', '2023-04', 180, 'approx'],
  ['mass-models', '2023', 400, 'gt'],
  ['mass-models-digital', '2023', 230, 'exact'],
  ['mass-models-digital-share', '2023', 57, 'approx'],
  ['trade-unions', '2023', 154, 'exact'],
  ['enterprises-digital', '2023', 100, 'exact'],
  ['smartphones', '2023', 83, 'exact'],
] as const

describe('the figures of the published reports', async () => {
  const batches = await readAll(Date.parse('2026-11-23T10:00:00+07:00'))
  const historyOf = (id: string) => {
    const figure = city.figures.get(id)
    return figure ? figureReadings(figure, city.area, batches).history : []
  }

  it.each(PRINTED)('say %s in %s as printed', (figure, period, value, qualifier) => {
    const readings = historyOf(figure).filter(({ asOf }) => asOf.text === period)
    expect(readings).toMatchObject([{ value, qualifier }])
  })

  it('are all the dated values there are: nothing is invented for the past', () => {
    const printed = new Set(PRINTED.map(([figure, period]) => `${figure} ${period}`))
    const dated = [...city.figures.keys()].flatMap((id) =>
      historyOf(id)
        .filter(({ asOf }) => asOf.kind !== 'instant' && asOf.start < Date.parse('2026-01-01'))
        .map(({ asOf }) => `${id} ${asOf.text}`),
    )
    expect(new Set(dated)).toEqual(printed)
  })

  it('rest each on a document of the city file', () => {
    for (const [figure, period] of PRINTED) {
      const reading = historyOf(figure).find(({ asOf }) => asOf.text === period)
      expect(city.documents, figure).toHaveProperty(reading?.document ?? 'none')
    }
  })

  it('keep ranks, the value before, n of m and the words where no number is printed', () => {
    expect(historyOf('idx766-rank').map(({ rank }) => [rank?.place, rank?.outOf])).toEqual([
      [2, undefined],
      [4, 14],
    ])
    const payment = historyOf('online-payment').at(-1)
    expect(payment?.rank).toMatchObject({ place: 3, outOf: 14 })
    expect(payment?.compare).toMatchObject([{ kind: 'previous', value: 0.13, asOf: { text: '2022' } }])
    expect(historyOf('heritage-digitised')[0]?.of).toEqual({ numerator: 6, denominator: 14 })
    expect(historyOf('signed-results')[0]?.note?.vi).toBe('đi đầu thành phố')
    expect(historyOf('level-2-identity')[0]?.note?.vi).toBe('tốp đầu thành phố')
  })

  it('show Núi Voi by its right name, outside the district, with the name that the report prints', () => {
    const mountain = batches.get('heritage')?.features.find(({ id }) => id === 'nui-voi')
    expect(mountain).toMatchObject({
      name: 'Núi Voi',
      accuracy: 'ward',
      accuracyM: 1500,
      quality: 'suspect',
      props: { nameInSource: 'Núi Vọ' },
    })
  })

  it('cover every statement of both reports by some figure or source', () => {
    const entries = [...city.sources.values(), ...city.figures.values()]
    const told = new Set(entries.flatMap(({ ref }) => ref ?? []))
    const upTo = (letter: string, last: number) =>
      Array.from({ length: last }, (_, i) => `${letter}-${i + 1}`)
    const shrines = ['a', 'b', 'c', 'd', 'e', 'f'].map((part) => `S0-14${part}`)
    const wanted = [...upTo('S0', 20), ...shrines, 'S0-16b', 'S0-17b', ...upTo('S2', 23)]
    expect(wanted.filter((ref) => !told.has(ref))).toEqual([])
  })
})
