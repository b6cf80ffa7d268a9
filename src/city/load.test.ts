import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { cityOf, goodFile, kinds, read, spoilt, URL_OF_FILE } from '../../tests/cityFile'
import { server } from '../../tests/msw'
import { cityUrl, loadCity } from './load'
import { readCity, readCityText } from './read'
import type { ProblemCode } from './problems'

describe('a city file in which everything is right', () => {
  it('becomes a city without problems', () => {
    const reading = read(goodFile())
    expect(reading.problems).toEqual([])
    const city = cityOf(reading)
    expect(city.url).toBe(URL_OF_FILE)
    expect(city.sources.get('onestop')).toMatchObject({ id: 'onestop', every: 30_000, cadence: 'live' })
    expect(city.scenes[0]?.panels).toEqual([
      { panel: 'first', tall: 1 },
      { panel: 'second', tall: 2 },
    ])
  })

  it('gives a kind its options as they were written and nothing of the common fields', () => {
    expect(cityOf(read(goodFile())).sources.get('onestop')?.options).toEqual({ via: 'onestop' })
    expect(cityOf(read(goodFile())).layers.get('masts')?.options).toEqual({ icon: 'mast' })
  })
})

const REFUSED: [what: string, path: string, value: unknown, at: string, code: ProblemCode][] = [
  ['another schema version', 'schema', 2, 'schema', 'version'],
  ['no name', 'name', undefined, 'name', 'missing'],
  ['an unknown key at the top', 'scense', {}, 'scense', 'unknown-key'],
  ['a wrong zone', 'zone', 'Asia/Hanoi', 'zone', 'zone'],
  ['inverted bounds', 'map/bounds', [106.72, 20.75, 106.56, 20.86], 'map.bounds', 'bounds-order'],
  [
    'a centre with longitude and latitude swapped',
    'map/center',
    [20.81, 106.63],
    'map.center',
    'bounds-center',
  ],
  ['an unknown area', 'area', 'hole', 'area', 'unknown-area'],
  ['an unknown parent area', 'areas/part/parent', 'hole', 'areas.part.parent', 'unknown-area'],
  ['a gateway nobody can follow', 'gateway', 'ws://gw.example', 'gateway', 'url'],
  ['a section that is a list', 'panels', [], 'panels', 'type'],
  ['no scene', 'scenes', {}, '', 'no-scene'],
  ['a password', 'sources/onestop/password', 'x', 'sources.onestop.password', 'secret-key'],
  [
    'a token in an address',
    'sources/onestop/url',
    'https://a.example/?token=abc',
    'sources.onestop.url',
    'secret-value',
  ],
  [
    'a camera with its login',
    'sources/onestop/url',
    'rtsp://admin:pw@10.0.0.1/1',
    'sources.onestop.url',
    'secret-value',
  ],
  [
    'a script address',
    'panels/first/title',
    { vi: 'java\nscript:alert(1)', en: 'x' },
    'panels.first.title.vi',
    'script',
  ],
  [
    'a prototype key',
    'panels/first/__proto__',
    { polluted: true },
    'panels.first.__proto__',
    'prototype-key',
  ],
]

describe('a city file that must not be shown', () => {
  it.each(REFUSED)('is refused as a whole: %s', (_what, path, value, at, code) => {
    const reading = read(spoilt(path, value))
    expect(reading.kind).toBe('refused')
    expect(reading.problems).toContainEqual(expect.objectContaining({ path: at, code, severity: 'file' }))
  })

  it('leaves no trace of a hostile key on other objects', () => {
    readCityText(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      URL_OF_FILE,
      kinds,
    )
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('never repeats a secret in its problems', () => {
    const reading = read(spoilt('sources/onestop/url', 'https://u:geheim123@a.example/'))
    expect(JSON.stringify(reading.problems)).not.toContain('geheim123')
  })

  it('may also be no object at all', () => {
    for (const json of [null, [], 'city', 7]) expect(readCity(json, URL_OF_FILE, kinds).kind).toBe('refused')
  })

  it('is refused without a gateway only where a source needs one', () => {
    const reading = read(spoilt('gateway', undefined))
    expect(reading).toMatchObject({ kind: 'ok' })
    expect(reading.problems[0]).toMatchObject({ path: 'sources.onestop.via', code: 'no-gateway' })
  })
})

describe('loading a city', () => {
  const base = 'http://localhost/app/'
  const load = (city: string) => loadCity(city, base, fetch, kinds)

  it.each([
    ['a', 'http://localhost/app/cities/a.json'],
    ['more/b.json', 'http://localhost/app/more/b.json'],
    ['https://data.example/city', 'https://data.example/city'],
  ])('finds shipped cities by id, others by address or by a path to a .json file: %s', (city, url) => {
    expect(cityUrl(city, base)).toBe(url)
  })

  it.each(['javascript:alert(1).json', '//evil.example/a.json', '../secrets', 'file:///etc/a.json', ''])(
    'refuses to follow %j',
    async (city) => {
      expect((await load(city)).reading.problems).toMatchObject([{ code: 'city-id' }])
    },
  )

  it('gives the city that the server holds', async () => {
    server.use(http.get(`${base}cities/a.json`, () => HttpResponse.json(goodFile())))
    const { reading, simulatedOverHttp } = await load('a')
    expect(cityOf(reading).url).toBe(`${base}cities/a.json`)
    expect(simulatedOverHttp).toBe(false)
  })

  it('tells apart a missing file, a web page, broken JSON and a server that cannot be reached', async () => {
    const answers: [ProblemCode, () => Response][] = [
      ['http', () => new HttpResponse(null, { status: 404 })],
      ['html', () => HttpResponse.html('<!doctype html><title>Sign in</title>')],
      ['syntax', () => HttpResponse.text('{"schema": 1,')],
      ['unreachable', () => HttpResponse.error()],
    ]
    for (const [code, answer] of answers) {
      server.use(http.get(`${base}cities/a.json`, answer))
      expect((await load('a')).reading.problems).toMatchObject([{ code, severity: 'file' }])
    }
  })

  it('passes on that the server plays the city itself', async () => {
    const headers = { 'x-toan-canh-simulator': 'http' }
    server.use(http.get(`${base}cities/a.json`, () => HttpResponse.json(goodFile(), { headers })))
    expect((await load('a')).simulatedOverHttp).toBe(true)
  })
})
