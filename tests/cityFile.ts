import * as v from 'valibot'
import { readCityText, type CityReading, type Kinds } from '../src/city/read'
import { explain } from '../src/city/problems'
import type { City } from '../src/city/schema'
import { Id } from '../src/city/text'

/** Where the files of these tests are said to be. */
export const URL_OF_FILE = 'https://wall.example/cities/a.json'
const name = { vi: 'Tên', en: 'Name' }

export const kinds: Kinds = {
  connectors: new Map([
    [
      'rest',
      { kind: 'rest', schema: v.strictObject({ via: v.optional(v.string()), url: v.optional(v.string()) }) },
    ],
  ]),
  layers: new Map([
    ['points', { kind: 'points', schema: v.strictObject({ icon: v.picklist(['temple', 'mast']) }) }],
  ]),
  panels: new Map([
    [
      'numbers',
      {
        kind: 'numbers',
        schema: v.strictObject({ figures: v.array(Id) }),
        prepare: (options: unknown) => ({
          needs: { figures: v.parse(v.object({ figures: v.array(Id) }), options).figures, sources: [] },
        }),
      },
    ],
  ]),
}

/** A small city in which everything is right; each test spoils one thing. */
export function goodFile() {
  const source = { connector: 'rest', name, every: 'PT30S', via: 'onestop' }
  const figure = { name, pillar: 'cqs', unit: '%', better: 'high', sources: ['onestop'] }
  return {
    schema: 1,
    id: 'a',
    name,
    zone: 'Asia/Ho_Chi_Minh',
    gateway: '../gw/',
    area: 'whole',
    areas: { whole: { name, level: 'district' }, part: { name, level: 'commune', parent: 'whole' } },
    organisations: { office: { name } },
    map: { bounds: [106.56, 20.75, 106.72, 20.86], center: [106.63, 20.81], zoom: 12 },
    sources: { onestop: { ...source, owner: 'office' }, masts: source },
    figures: {
      online: figure,
      late: { ...figure, sources: ['masts'] },
      both: { ...figure, sources: ['onestop', 'masts'] },
    },
    layers: { masts: { kind: 'points', name, source: 'masts', icon: 'mast' } },
    panels: {
      first: { kind: 'numbers', title: name, figures: ['online'] },
      second: { kind: 'numbers', title: name, figures: ['late'] },
    },
    scenes: {
      today: {
        name,
        duration: 'PT30S',
        layers: ['masts'],
        panels: [{ panel: 'first' }, { panel: 'second', tall: 2 }],
      },
    },
  }
}

/** The good file with one value replaced; `undefined` removes it. */
export function spoilt(path: string, value: unknown): unknown {
  const file: unknown = structuredClone(goodFile())
  const keys = path.split('/')
  let owner = file
  for (const key of keys.slice(0, -1)) owner = isObject(owner) ? owner[key] : undefined
  const last = keys.at(-1) ?? ''
  if (!isObject(owner)) throw new Error(`the good file has no ${path}`)
  if (value === undefined) Reflect.deleteProperty(owner, last)
  else Object.defineProperty(owner, last, { value, enumerable: true, configurable: true })
  return file
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export function read(json: unknown): CityReading {
  return readCityText(JSON.stringify(json, null, 2), URL_OF_FILE, kinds)
}

export function cityOf(reading: CityReading): City {
  if (reading.kind === 'refused')
    throw new Error(reading.problems.map((found) => explain(found, 'en')).join('\n'))
  return reading.city
}
