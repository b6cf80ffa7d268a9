import { describe, expect, it } from 'vitest'
import { goodFile, kinds, URL_OF_FILE } from '../../tests/cityFile'
import type { ModuleText } from './modules'
import { explain } from './problems'
import { readCityText } from './read'

const name = { vi: 'Giao thông', en: 'Traffic' }
const source = { connector: 'rest', name, every: 'PT30S', via: 'giaothong' }
const limits = { warn: 3, cause: name, action: name }
const figure = { name, pillar: 'ioc', unit: 'count', better: 'low', sources: ['tr-flow'] }
const traffic = {
  module: 1,
  name,
  ioc: 2,
  organisations: { police: { name } },
  sources: { 'tr-flow': { ...source, owner: 'police' } },
  figures: { 'tr-jams': figure },
  panels: { 'tr-jams': { kind: 'numbers', title: name, figures: ['tr-jams'] } },
  scenes: {
    'tr-traffic': { name, duration: 'PT20S', layers: ['masts'], panels: [{ panel: 'tr-jams' }] },
  },
}
const city = { ...goodFile(), modules: { traffic: { file: 'modules/traffic.json', ref: 'S1-10.2' } } }

function readWith(module: unknown, file: object = city) {
  const text: ModuleText =
    typeof module === 'string'
      ? { kind: 'text', text: module }
      : { kind: 'text', text: JSON.stringify(module, null, 2) }
  return readCityText(JSON.stringify(file), URL_OF_FILE, kinds, new Map([['traffic', text]]))
}
function cityWith(module: unknown, file?: object) {
  const reading = readWith(module, file)
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems))
  return reading
}

describe('a module that a city names', () => {
  it('joins its entries to the city’s, and its scenes follow the city’s own', () => {
    const { city: read, problems } = cityWith(traffic)
    expect(problems).toEqual([])
    expect(read.scenes.map(({ id }) => id)).toEqual(['today', 'tr-traffic'])
    expect(read.figures.has('tr-jams')).toBe(true)
    expect(read.organisations).toMatchObject({ office: {}, police: {} })
    expect(read.modules).toEqual([{ id: 'traffic', name, ioc: 2, ref: 'S1-10.2', scenes: ['tr-traffic'] }])
  })

  it('gives way where the city has an entry of the same name: a city sets its own limits', () => {
    const own = {
      ...city,
      figures: { ...city.figures, 'tr-jams': { ...figure, limits, owner: 'office' } },
    }
    expect(cityWith(traffic, own).city.figures.get('tr-jams')?.limits).toMatchObject(limits)
  })

  it.each([
    ['broken JSON', '{ "module": 1,', 'syntax'],
    ['no object', '[]', 'type'],
    ['another version', { ...traffic, module: 2 }, 'choice'],
    ['a strange key', { ...traffic, panel: {} }, 'unknown-key'],
  ])('costs only itself when it has %s', (_, module, code) => {
    const { city: read, problems } = cityWith(module)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(read.scenes.map(({ id }) => id)).toEqual(['today'])
    expect(read.modules).toEqual([])
  })

  it('costs only itself when its file cannot be had, and the reason is told', () => {
    const failed: ModuleText = {
      kind: 'failed',
      code: 'http',
      value: 'https://wall.example/m.json',
      detail: '404',
    }
    const reading = readCityText(JSON.stringify(city), URL_OF_FILE, kinds, new Map([['traffic', failed]]))
    expect(reading.kind).toBe('ok')
    expect(reading.problems.map((problem) => explain(problem, 'en'))).toEqual([
      expect.stringContaining('modules.traffic.file'),
    ])
    expect(
      explain(
        reading.problems[0] ?? { path: '', code: 'http', value: '', known: [], severity: 'file' },
        'en',
      ),
    ).toContain('404')
  })

  it('tells a mistake of an entry with the module’s file and the line in it', () => {
    const wrong = { ...traffic, figures: { 'tr-jams': { ...figure, unit: 'cars' } } }
    const text = JSON.stringify(wrong, null, 2)
    const line = text.split('\n').findIndex((row) => row.includes('"tr-jams": {')) + 1
    const found = cityWith(wrong).problems.find(({ path }) => path.startsWith('figures.tr-jams'))
    expect(found).toMatchObject({ file: 'modules/traffic.json' })
    expect(found?.line).toBeGreaterThanOrEqual(line)
    expect(found && explain(found, 'vi')).toContain('modules/traffic.json')
  })

  it.each([
    ['an alarm without an owner', { limits }, 'no-owner', 'figures.tr-jams.limits'],
    [
      'an alarm on a scene that nobody has',
      { limits: { ...limits, scene: 'tr-trafic' }, owner: 'police' },
      'unknown-scene',
      'figures.tr-jams.limits.scene',
    ],
  ])('may not bring %s', (_, more, code, path) => {
    const found = cityWith({ ...traffic, figures: { 'tr-jams': { ...figure, ...more } } }).problems[0]
    expect(found).toMatchObject({ code, path, file: 'modules/traffic.json' })
  })

  it('may name its own scenes and the city’s in its alarms', () => {
    for (const scene of ['tr-traffic', 'today']) {
      const figures = { 'tr-jams': { ...figure, limits: { ...limits, scene }, owner: 'police' } }
      expect(cityWith({ ...traffic, figures }).problems).toEqual([])
    }
  })

  it('may hold no secret either', () => {
    const secret = { ...traffic, sources: { 'tr-flow': { ...source, headers: { 'x-api-key': 'abc' } } } }
    expect(readWith(secret).kind).toBe('refused')
  })
})
