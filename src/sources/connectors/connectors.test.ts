import { parse, safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { SourceFault, type Connector } from '../contract'
import { answering, contextWith } from '../fixtures'
import cap from './cap'
import feed from './feed'
import features from './features'
import prometheus from './prometheus'
import rest from './rest'
import statics from './static'

const connectors: Connector[] = [rest, features, statics, feed, cap, prometheus]
const read = (connector: Connector, options: unknown, json: unknown) =>
  connector.prepare(options)(contextWith(answering(json)))

async function faultOf(reading: Promise<unknown>) {
  const result = await reading.catch((error: unknown) => error)
  if (result instanceof SourceFault) return result
  throw new Error(`expected a fault, got ${JSON.stringify(result)}`)
}

describe.each(connectors)('the connector $kind', (connector) => {
  it('has an example that passes its schema', () => {
    expect(() => parse(connector.schema, connector.example)).not.toThrow()
  })

  it.each<[string, object]>([
    ['an option it does not know', { evry: 'PT30S' }],
    ['two addresses', { via: 'a', url: 'b' }],
    ['no address', { via: undefined, url: undefined }],
    ['a credential', { headers: { Authorization: 'Bearer x' } }],
  ])('refuses %s', (_, more) => {
    const example = typeof connector.example === 'object' ? connector.example : {}
    expect(safeParse(connector.schema, { ...example, ...more }).success).toBe(false)
  })

  it('takes no answer at all for nothing to report', async () => {
    expect(await read(connector, connector.example, undefined)).toMatchObject({ total: 0, dropped: [] })
  })

  it.each([
    ['null', null],
    ['text', 'ok'],
    ['a number', 5],
    ['an empty object', {}],
    ['an error object', { error: { code: 499, message: 'Token Required' } }],
    ['a failure', { success: false, message: 'Lỗi' }],
    ['an OGC error', { code: 'NotFound', description: 'x' }],
  ])('refuses %s as an answer', async (_, json) => {
    expect((await faultOf(read(connector, connector.example, json))).kind).toBe('shape')
  })
})

describe('an object on the map', () => {
  it.each([-5, 1e15])(
    'with an uncertainty of %d metres is dropped: its ring would cover the map',
    async (metres) => {
      const options = { via: 'a', feature: { accuracyM: { path: '$.properties.m' } } }
      const geometry = { type: 'Point', coordinates: [106.6, 20.8] }
      const at = (m: number) => ({ type: 'Feature', id: `${m}`, geometry, properties: { m } })
      const batch = await read(features, options, {
        type: 'FeatureCollection',
        features: [at(300), at(metres)],
      })
      expect([batch.features.length, batch.dropped.length]).toEqual([1, 1])
    },
  )
})

describe('a static file', () => {
  it('has its texts put right as those of every source', async () => {
    const items = [
      { id: 'a', title: '\u202eđảo\u0000 ngược' },
      { id: 'b', title: 'null' },
    ]
    const batch = await read(statics, { url: 'a.json' }, { items })
    expect(batch).toMatchObject({ items: [{ title: 'đảo ngược' }], dropped: [{ path: 'items 1 title' }] })
  })

  it('is hand-kept unless it says otherwise, and a wrong record costs only itself', async () => {
    const file = {
      readings: [
        {
          figure: 'bts',
          value: 2224,
          asOf: '2023-04-30',
          qualifier: 'gte',
          document: 's0',
          compare: [{ kind: 'previous', value: 1, asOf: '2022' }],
        },
        {
          figure: 'bts',
          value: 5,
          asOf: '2023',
          quality: 'estimated',
          area: 'van-dau',
          dims: { group: 'CKMB' },
        },
        { figure: 'bts', value: '2.224', asOf: '2023' },
        { figure: 'bts', value: 1, asOf: 'hôm qua' },
        { figure: 'bts', valeu: 1, value: 1, asOf: '2023' },
      ],
      items: [{ id: 'a', title: 'A' }, { title: 'B' }],
      features: [
        {
          id: 'f',
          name: 'F',
          kind: 'k',
          accuracy: 'ward',
          geometry: { type: 'Point', coordinates: [106.6, 20.8] },
        },
      ],
    }
    const batch = await read(statics, { url: 'a.json' }, file)
    expect(batch.readings.map(({ quality, area, qualifier }) => [quality, area, qualifier])).toEqual([
      ['manual', 'kien-an', 'gte'],
      ['estimated', 'van-dau', 'exact'],
    ])
    expect(batch.readings[0]?.compare[0]?.asOf?.kind).toBe('year')
    expect([batch.items.length, batch.features.length, batch.total, batch.dropped.length]).toEqual([
      1, 1, 8, 4,
    ])
  })
})
