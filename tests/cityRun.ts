import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { explain } from '../src/city/problems'
import { readCityText, type Kinds } from '../src/city/read'
import type { City } from '../src/city/schema'
import { simulatedFetch } from '../src/simulator'
import { resolver } from '../src/sources/address'
import type { Connector } from '../src/sources/contract'
import { figureReadings } from '../src/sources/figures'
import { createHttp } from '../src/sources/http'
import type { Batch, Reading } from '../src/sources/records'

const FOUND = import.meta.glob<Connector>(
  ['../src/sources/connectors/*.ts', '!../src/sources/connectors/*.test.ts'],
  { eager: true, import: 'default' },
)
const connectors = new Map(Object.values(FOUND).map((connector) => [connector.kind, connector]))

/** A shipped city whose own sources are read from its simulator: modules are tested by themselves. */
export interface CityRun {
  city: City
  /** Every source read once through its own connector, against the simulator at that moment. */
  readAll(at: number): Promise<Map<string, Batch>>
}

/** The city file with a bare screen of its own: what is drawn is not what is tested here. */
export function cityRun(id: string): CityRun {
  const file = v.parse(
    v.looseObject({ scenes: v.record(v.string(), v.unknown()) }),
    JSON.parse(readFileSync(`public/cities/${id}.json`, 'utf8')),
  )
  const name = { vi: 'a', en: 'a' }
  const bareScene = { name, duration: 'PT30S', layers: [], panels: [{ panel: 'bare' }] }
  const screen = {
    modules: {},
    layers: {},
    panels: { bare: { kind: 'bare', title: name } },
    // Limits name scenes, so the names stay.
    scenes: Object.fromEntries(Object.keys(file.scenes).map((scene) => [scene, bareScene])),
  }
  const bare = {
    kind: 'bare',
    schema: v.strictObject({}),
    prepare: () => ({ needs: { figures: [], sources: [] } }),
  }
  const kinds: Kinds = { connectors, layers: new Map(), panels: new Map([['bare', bare]]) }
  const text = JSON.stringify({ ...file, ...screen })
  const reading = readCityText(text, `https://${id}.example/cities/${id}.json`, kinds)
  expect(reading.problems.map((problem) => explain(problem, 'en'))).toEqual([])
  if (reading.kind === 'refused') throw new Error('refused')
  const { city } = reading
  return { city, readAll: (at) => readAll(city, at) }
}

async function readAll(city: City, at: number): Promise<Map<string, Batch>> {
  const batches = new Map<string, Batch>()
  for (const id of city.sources.keys()) batches.set(id, await readSource(city, id, at))
  return batches
}

/** One source, read through its own connector: files from the disk, systems from the simulator at that moment. */
export function readSource(city: City, id: string, at: number): Promise<Batch> {
  const source = city.sources.get(id)
  const read = source && connectors.get(source.connector)?.prepare(source.options)
  if (!read) throw new Error(`${id} has no connector`)
  const resolve = resolver(city)
  const files: typeof fetch = async (input) => {
    const { pathname } = new URL(new Request(input).url)
    const type = { 'content-type': 'application/json' }
    return new Response(readFileSync(`public${pathname}`), { headers: type })
  }
  const place = city.simulated?.place ?? city.id
  const simulated = { place, seed: city.simulated?.seed ?? 0, gateway: resolve({ via: '' }) }
  const reach = simulatedFetch(simulated, files, () => at)
  const http = createHttp({ fetch: reach, clock: () => ({ wall: at, mono: 0 }) })
  const budget = { signal: new AbortController().signal, timeoutMs: 60_000 }
  const { zone, area, map } = city
  return read({ http: http(budget), now: at, zone, area, bounds: map.bounds, resolve })
}

/** Every reading of a figure for the whole city, one for each period, in order of time. */
export function historyOf(
  { city }: CityRun,
  batches: ReadonlyMap<string, Batch>,
  id: string,
): readonly Reading[] {
  const figure = city.figures.get(id)
  return figure ? figureReadings(figure, city.area, batches).history : []
}

/** Moments that try a model of a city: its busiest hour, the dead of a day off, the turn of a year, lunch. */
const MOMENTS = [
  ['Monday at 10:00', '2026-11-23T10:00:00+07:00'],
  ['Sunday at 03:00', '2026-11-22T03:00:00+07:00'],
  ['New Year at midnight', '2027-01-01T00:00:00+07:00'],
  ['Friday at 12:15:20', '2026-11-27T12:15:20+07:00'],
  ['Saturday at 21:40', '2026-11-28T21:40:00+07:00'],
] as const

/** What holds for every simulated city at any moment. */
export function holdsAtAnyMoment(run: CityRun): void {
  const { city } = run
  describe.each(MOMENTS)('the simulated city on %s', (_, moment) => {
    const now = Date.parse(moment)
    const reading = run.readAll(now)

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
        for (const { asOf, figure } of readings)
          expect(asOf.start, `${id} ${figure}`).toBeLessThanOrEqual(now)
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
      expect(await run.readAll(now)).toEqual(await reading)
    })
  })
}
