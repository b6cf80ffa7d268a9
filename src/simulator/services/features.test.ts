// @vitest-environment node
import type { Feature } from 'geojson'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { simulate } from '..'
import { COLLECTIONS } from '../places/kien-an/collections'

const gateway = 'https://city.example/gw/kien-an/'
const MONDAY = Date.parse('2026-11-23T10:00:00+07:00')

interface Page {
  features: Feature[]
  links: { rel: string; href: string }[]
  numberMatched: number
  numberReturned: number
}

async function ask(url: string): Promise<Response> {
  const response = await simulate(new Request(url), { place: 'kien-an', seed: 2023, gateway }, MONDAY)
  return response ?? Response.error()
}

async function walk(url: string): Promise<Page[]> {
  const page: Page = await (await ask(url)).json()
  const next = page.links.find(({ rel }) => rel === 'next')
  return [page, ...(next ? await walk(next.href) : [])]
}

const itemsOf = (id: string, query = '') => `${gateway}ogc/collections/${id}/items${query}`

describe('the map service', () => {
  it('leads from its landing page to every collection', async () => {
    const landing = await (await ask(`${gateway}ogc`)).text()
    expect(landing).toContain(`${gateway}ogc/collections`)
    const listed = await (await ask(`${gateway}ogc/collections`)).text()
    for (const id of Object.keys(COLLECTIONS)) {
      expect(listed).toContain(itemsOf(id))
      expect((await ask(`${gateway}ogc/collections/${id}`)).status).toBe(200)
    }
    expect(await (await ask(`${gateway}ogc/conformance`)).text()).toContain('ogcapi-features-1/1.0/conf/core')
  })

  it.each(Object.keys(COLLECTIONS))('gives all of %s page by page, each object once', async (id) => {
    const pages = await walk(itemsOf(id, '?limit=7'))
    const features = pages.flatMap((page) => page.features)
    expect(new Set(features.map((each) => each.id)).size).toBe(features.length)
    for (const page of pages) {
      expect(page.numberMatched).toBe(features.length)
      expect(page.numberReturned).toBe(page.features.length)
    }
  })

  it('gives ten objects to who asks for no number, and one to who asks for one by id', async () => {
    const [first] = await walk(itemsOf('tram-bts'))
    expect(first?.numberReturned).toBe(10)
    const one = await (await ask(`${itemsOf('di-tich')}/nui-voi`)).json()
    expect(one).toMatchObject({ id: 'nui-voi', properties: { ten: 'Núi Voi', tenTheoNguon: 'Núi Vọ' } })
  })

  it.each([
    ['ogc/tiles', 404],
    ['ogc/collections/nothing', 404],
    ['ogc/collections/cho/nothing', 404],
    ['ogc/collections/cho/items/nothing', 404],
    ['ogc/collections/cho/items?limit=0', 400],
    ['ogc/collections/cho/items?offset=-1', 400],
    ['ogc/collections/cho/items?limit=many', 400],
  ])('refuses %s with a code and a reason', async (path, status) => {
    const response = await ask(gateway + path)
    expect(response.status).toBe(status)
    expect(Object.keys(await response.json())).toEqual(['code', 'description'])
  })
})

describe('the simulated stations', () => {
  const stations = () => walk(itemsOf('tram-bts', '?limit=1000')).then(([page]) => page?.features ?? [])

  it('are the district’s even share of the city’s, in every ward, some with 5G', async () => {
    const all = await stations()
    expect(all).toHaveLength(148)
    expect(new Set(all.map(({ properties }) => properties?.maPhuong)).size).toBe(10)
    expect(new Set(all.map(({ properties }) => properties?.congNghe))).toEqual(new Set(['4G', '4G+5G']))
  })

  it('cover one smooth, closed area per station and technology', async () => {
    const [page] = await walk(itemsOf('vung-phu', '?limit=1000'))
    const with5G = (await stations()).filter(({ properties }) => properties?.congNghe === '4G+5G')
    expect(page?.features).toHaveLength(148 + with5G.length)
    for (const { geometry } of page?.features ?? []) {
      const ring = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : []
      expect(ring).toHaveLength(29)
      expect(ring.at(-1)).toEqual(ring[0])
    }
  })

  it('stand in wards as the map draws them: after redrawing the map, copy wards.geojson to wards.json', () => {
    const drawn = readFileSync('public/cities/kien-an/wards.geojson', 'utf8')
    const ours = readFileSync('src/simulator/places/kien-an/wards.json', 'utf8')
    expect(JSON.parse(ours)).toEqual(JSON.parse(drawn))
  })
})
