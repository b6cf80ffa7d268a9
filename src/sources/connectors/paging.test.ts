import { describe, expect, it } from 'vitest'
import { SourceFault, type Http } from '../contract'
import { answering, contextWith, ORIGIN } from '../fixtures'
import features from './features'

const object = (id: number | undefined, more: object = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [106.63, 20.81] },
  properties: { name: `Điểm ${id}` },
  ...more,
})
const page = (ids: number[], next?: string, more: object = {}) => ({
  type: 'FeatureCollection',
  features: ids.map((id) => object(id)),
  links: [{ rel: 'self', href: 'x' }, ...(next === undefined ? [] : [{ rel: 'next', href: next }])],
  ...more,
})

const ITEMS = `${ORIGIN}/gis/collections/bts/items`
const options = { via: 'gis', collection: 'bts', limit: 2, maxPages: 5 }

/** A server that knows pages by their `offset`; asked for another, it fails. */
async function readFrom(pages: Record<string, unknown>, asked: string[] = []) {
  const http: Http = {
    ...answering(undefined),
    json({ url }) {
      asked.push(url)
      const json = pages[new URL(url).searchParams.get('offset') ?? '0']
      if (json === undefined) return Promise.reject(new SourceFault('server', '500'))
      return Promise.resolve({ json, url, bytes: 1, latencyMs: 1, date: undefined })
    },
  }
  const batch = await features
    .prepare(options)(contextWith(http))
    .catch((error: unknown) => error)
  if (batch instanceof SourceFault) return batch.kind
  if (batch instanceof Error) throw batch
  return batch
}
const ids = (...list: number[]) => ({
  features: list.map((id) => expect.objectContaining({ id: String(id) })),
})

describe('the pages of a collection', () => {
  it('are read to the last one', async () => {
    const asked: string[] = []
    const pages = { 0: page([1, 2], `${ITEMS}?limit=2&offset=2`), 2: page([3]) }
    expect(await readFrom(pages, asked)).toMatchObject(ids(1, 2, 3))
    expect(asked).toEqual([`${ITEMS}?limit=2`, `${ITEMS}?limit=2&offset=2`])
  })

  it.each([
    ['a relative link', '?limit=2&offset=2'],
    [
      'http for https and an inner host',
      'http://gis.internal:8080/ogc/collections/bts/items?limit=2&offset=2',
    ],
  ])('are found at the configured place behind %s', async (_, next) => {
    const asked: string[] = []
    expect(await readFrom({ 0: page([1, 2], next), 2: page([3]) }, asked)).toMatchObject(ids(1, 2, 3))
    expect(asked[1]).toBe(`${ITEMS}?limit=2&offset=2`)
  })

  it.each([
    ['a foreign place', 'https://evil.test/steal?offset=2', 'refused'],
    ['another collection', '/gis/collections/people/items?offset=2', 'refused'],
    ['no address at all', 'http://', 'refused'],
    ['the page itself', '?limit=2', 'shape'],
  ])('are not followed to %s', async (_, next, kind) => {
    const asked: string[] = []
    expect(await readFrom({ 0: page([1, 2], next), 2: page([3]) }, asked)).toBe(kind)
    expect(asked).toHaveLength(1)
  })

  it('end at an empty page, though it links on', async () => {
    const pages = { 0: page([1, 2], '?offset=2'), 2: page([], '?offset=4') }
    expect(await readFrom(pages)).toMatchObject(ids(1, 2))
  })

  it('end when all that matched is read, though the last one links on', async () => {
    const pages = {
      0: page([1, 2], '?offset=2', { numberMatched: 3 }),
      2: page([3], '?offset=4', { numberMatched: 3 }),
    }
    expect(await readFrom(pages)).toMatchObject(ids(1, 2, 3))
  })

  it('are all or nothing when one of them fails', async () => {
    expect(await readFrom({ 0: page([1, 2], '?offset=2') })).toBe('server')
    expect(await readFrom({ 0: page([1, 2], '?offset=2'), 2: { error: {} } })).toBe('shape')
  })

  it('are refused when there are more than allowed, or fewer objects than matched', async () => {
    const endless = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((i) => [i, page([i], `?offset=${i + 1}`)]))
    expect(await readFrom(endless)).toBe('limit')
    expect(await readFrom({ 0: page([1, 2], undefined, { numberMatched: 9 }) })).toBe('limit')
  })
})

describe('an object of a collection', () => {
  it('without an id gets one that stays while its name and place do', async () => {
    const plain = (more: object) => readFrom({ 0: { ...page([]), features: [object(undefined, more)] } })
    const [first, second] = [await plain({}), await plain({ extra: 1 })]
    expect(first).toEqual(second)
    expect(first).toMatchObject({ features: [{ id: expect.stringMatching(/^~/) }] })
  })

  it('is dropped alone when its geometry is unusable', async () => {
    const bad = [
      null,
      { type: 'Point', coordinates: [null, null] },
      { type: 'Point', coordinates: ['106.6', '20.8'] },
      { type: 'Point', coordinates: [] },
      { type: 'Polygon', coordinates: [] },
      { type: 'Circle', coordinates: [106.6, 20.8] },
    ].map((geometry, i) => object(100 + i, { geometry }))
    const good = Array.from({ length: 94 }, (_, i) => object(i))
    const batch = await readFrom({ 0: { ...page([]), features: [...good, null, ...bad] } })
    expect(batch).toMatchObject({ total: 101, features: { length: 94 }, dropped: { length: 7 } })
  })
})
