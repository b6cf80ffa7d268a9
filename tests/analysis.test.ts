import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { explain } from '../src/city/problems'
import { readCityText } from '../src/city/read'
import type { City } from '../src/city/schema'
import { connectors, kinds } from '../src/kinds'
import type { FigureData } from '../src/panels/contract'
import { pairsOf, relate } from '../src/panels/correlation/relate'
import { deviationOf } from '../src/panels/deviation/deviate'
import { forecast } from '../src/panels/forecast/forecast'
import { timelineOf } from '../src/panels/timeline'
import { simulatedFetch } from '../src/simulator'
import { resolver } from '../src/sources/address'
import { figureReadings } from '../src/sources/figures'
import { createHttp } from '../src/sources/http'
import type { Batch } from '../src/sources/records'
import { settle } from '../src/sources/settle'

const NOW = Date.parse('2026-11-23T10:07:00+07:00')

/** Kiến An with the module beside its own entries. */
function cityWithModule(): City {
  const shipped: unknown = JSON.parse(readFileSync('public/cities/kien-an.json', 'utf8'))
  const modules = { analysis: { file: 'modules/analysis.json', ref: 'S1-10.5' } }
  const text = JSON.stringify({ ...v.parse(v.looseObject({}), shipped), modules })
  const module = readFileSync('public/cities/modules/analysis.json', 'utf8')
  const reading = readCityText(
    text,
    'https://kien-an.example/cities/kien-an.json',
    kinds,
    new Map([['analysis', { kind: 'text', text: module }]]),
  )
  expect(reading.problems.map((problem) => explain(problem, 'en'))).toEqual([])
  if (reading.kind === 'refused') throw new Error('refused')
  return reading.city
}

const city = cityWithModule()
const ids = [...city.sources.keys()].filter((id) => id.startsWith('an-'))
const figures = [...city.figures.values()].filter(({ id }) => id.startsWith('an-'))

async function readSource(id: string): Promise<Batch> {
  const source = city.sources.get(id)
  const read = source && connectors.get(source.connector)?.prepare(source.options)
  if (!read) throw new Error(`${id} has no connector`)
  const resolve = resolver(city)
  const simulated = { place: 'kien-an', seed: 2023, gateway: resolve({ via: '' }) }
  const nowhere = async () => Response.error()
  const fetch = simulatedFetch(simulated, nowhere, () => NOW)
  const http = createHttp({ fetch, clock: () => ({ wall: NOW, mono: 0 }) })
  const { zone, area, map } = city
  const budget = { signal: new AbortController().signal, timeoutMs: 60_000 }
  const batch = await read({ http: http(budget), now: NOW, zone, area, bounds: map.bounds, resolve })
  return settle(batch, { bounds: map.bounds, now: NOW })
}

const batches = new Map(await Promise.all(ids.map(async (id) => [id, await readSource(id)] as const)))

function data(id: string): FigureData {
  const figure = city.figures.get(id)
  if (!figure) throw new Error(id)
  return { figure, ...figureReadings(figure, city.area, batches), severity: 'none' }
}

describe('the analysis module', () => {
  it.each(ids)('reads every record of %s', (id) => {
    expect(batches.get(id)?.dropped).toEqual([])
    expect(batches.get(id)?.total).toBeGreaterThan(20)
    expect(NOW - (batches.get(id)?.observedAt ?? 0)).toBeLessThanOrEqual(60_000)
  })

  it.each(figures.map(({ id }) => id))('has plausible readings of %s, in areas that exist', (id) => {
    const { all, latest, parts } = data(id)
    expect(all.length).toBe(
      batches.get(data(id).figure.sources[0] ?? '')?.readings.filter((each) => each.figure === id).length,
    )
    expect(latest ?? parts[0]).toBeDefined()
    for (const { area } of parts) expect(city.areas).toHaveProperty(area)
  })

  it('finds that floods come with the rain, from four weeks of days', () => {
    const relation = relate(pairsOf(data('an-rain-day'), data('an-floods-day'), 'time').list)
    expect(relation).toMatchObject({ kind: 'found', n: 28 })
    expect(relation.kind === 'found' && relation.r).toBeGreaterThan(0.3)
  })

  it('judges every hourly figure against four weeks', () => {
    for (const id of ['an-traffic', 'an-reports', 'an-dossiers', 'an-calls', 'an-rain', 'an-visits'])
      expect(deviationOf(data(id)), id).toMatchObject({
        kind: 'judged',
        basis: { from: 'history', weeks: 4 },
      })
  })

  it('forecasts the visits of a day with an error far below their swing from night to morning', () => {
    const line = timelineOf(data('an-visits').history)
    const made = line && forecast(line, 1, [0, Infinity])
    if (made?.kind !== 'made') throw new Error(made?.kind)
    expect(made.steps).toHaveLength(24)
    const values = made.steps.map(({ value }) => value)
    expect(made.error).toBeLessThan((Math.max(...values) - Math.min(...values)) / 8)
  })
})
