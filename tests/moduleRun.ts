import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect } from 'vitest'
import { explain } from '../src/city/problems'
import { readCityText, type ModuleText } from '../src/city/read'
import type { City } from '../src/city/schema'
import { kinds } from '../src/kinds'
import type { Batch } from '../src/sources/records'
import { settle } from '../src/sources/settle'
import { readSource } from './cityRun'

/** A shipped city with some modules, whose sources are read from its simulator. */
export interface ModuleRun {
  city: City
  /** The sources that the modules bring. */
  ids: readonly string[]
  /** Every one of them, read through its own connector and settled as the app does it. */
  readAll(at: number): Promise<Map<string, Batch>>
}

const name = { vi: 'a', en: 'a' }
const fileOf = (path: string) => readFileSync(`public/cities/${path}.json`, 'utf8')

/** The shipped city with these modules and nothing of its own but its wards. */
export function moduleRun(modules: readonly string[], place = 'kien-an'): ModuleRun {
  const file = v.parse(
    v.looseObject({
      sources: v.looseObject({}),
      layers: v.looseObject({ wards: v.looseObject({ source: v.string() }) }),
    }),
    JSON.parse(fileOf(place)),
  )
  const { wards } = file.layers
  const bare = {
    sources: { [wards.source]: file.sources[wards.source] },
    layers: { wards },
    figures: {},
    panels: { bare: { kind: 'items', title: name, source: wards.source } },
    scenes: { bare: { name, duration: 'PT30S', layers: ['wards'], panels: [{ panel: 'bare' }] } },
    modules: Object.fromEntries(modules.map((id) => [id, { file: `modules/${id}.json` }])),
  }
  const texts = new Map(
    modules.map((id): [string, ModuleText] => [id, { kind: 'text', text: fileOf(`modules/${id}`) }]),
  )
  const text = JSON.stringify({ ...file, ...bare })
  const reading = readCityText(text, `https://${place}.example/cities/${place}.json`, kinds, texts)
  expect(reading.problems.map((problem) => explain(problem, 'en'))).toEqual([])
  if (reading.kind === 'refused') throw new Error('refused')
  const { city } = reading
  const ids = [...city.sources.keys()].filter((id) => id !== wards.source)
  return { city, ids, readAll: (at) => readAll(city, ids, at) }
}

async function readAll(city: City, ids: readonly string[], now: number): Promise<Map<string, Batch>> {
  const batches = new Map<string, Batch>()
  for (const id of ids) {
    batches.set(id, settle(await readSource(city, id, now), { bounds: city.map.bounds, now }))
  }
  return batches
}
