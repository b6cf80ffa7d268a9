import { isoLocal, lastTick, MINUTE } from '../clock'
import type { Collection } from '../place'
import { json, type Call } from '../wire'

const CORE = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
const GEO_JSON = 'application/geo+json'
const DEFAULT_LIMIT = 10
const LIMIT = 1000

function link(rel: string, href: string, type = 'application/json') {
  return { rel, href, type }
}

function failed(status: number, description: string): Response {
  return json({ code: status === 404 ? 'NotFound' : 'InvalidParameterValue', description }, { status })
}

function about(root: string, id: string, { title, description }: Collection) {
  const here = `${root}/collections/${id}`
  const links = [link('self', here), link('items', `${here}/items`, GEO_JSON)]
  return {
    id,
    title,
    description,
    itemType: 'feature',
    crs: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
    links,
  }
}

/** A whole number of the query, `fallback` without one, undefined when it is something else. */
function whole(url: URL, name: string, fallback: number, least: number): number | undefined {
  const text = url.searchParams.get(name)
  if (text === null) return fallback
  const value = Number(text)
  return Number.isInteger(value) && value >= least ? value : undefined
}

function items(call: Call, id: string, collection: Collection): Response {
  const asked = whole(call.url, 'limit', DEFAULT_LIMIT, 1)
  const offset = whole(call.url, 'offset', 0, 0)
  if (asked === undefined || offset === undefined) return failed(400, 'limit and offset are whole numbers')
  const limit = Math.min(asked, LIMIT)
  const all = collection.features(call.place, call.seed, lastTick(call.at, MINUTE))
  const page = all.slice(offset, offset + limit)
  const at = (from: number) => `${call.root}/collections/${id}/items?f=json&limit=${limit}&offset=${from}`
  const links = [link('self', at(offset), GEO_JSON), link('collection', `${call.root}/collections/${id}`)]
  if (offset + limit < all.length) links.push(link('next', at(offset + limit), GEO_JSON))
  return json(
    {
      type: 'FeatureCollection',
      features: page,
      links,
      timeStamp: isoLocal(lastTick(call.at, MINUTE)),
      numberMatched: all.length,
      numberReturned: page.length,
    },
    { type: GEO_JSON },
  )
}

function oneItem(call: Call, collection: Collection, featureId: string): Response {
  const found = collection.features(call.place, call.seed, call.at).find((each) => each.id === featureId)
  return found ? json(found, { type: GEO_JSON }) : failed(404, 'no such feature')
}

/** The city's map service: OGC API Features with landing page, conformance, collections, pages and single items. */
export function mapService(call: Call): Response {
  const [section, id, part, featureId] = call.rest
  const { root } = call
  if (section === undefined) {
    const links = [
      link('self', root),
      link('conformance', `${root}/conformance`),
      link('data', `${root}/collections`),
    ]
    return json({ title: `Dịch vụ bản đồ (mô phỏng): ${call.place.title}`, links })
  }
  if (section === 'conformance') return json({ conformsTo: [`${CORE}/core`, `${CORE}/geojson`] })
  if (section !== 'collections') return failed(404, 'no such resource')
  if (id === undefined) {
    const collections = Object.entries(call.place.collections).map(([each, collection]) =>
      about(root, each, collection),
    )
    return json({ links: [link('self', `${root}/collections`)], collections })
  }
  const collection = call.place.collections[id]
  if (!collection) return failed(404, 'no such collection')
  if (part === undefined) return json(about(root, id, collection))
  if (part !== 'items') return failed(404, 'no such resource')
  return featureId === undefined ? items(call, id, collection) : oneItem(call, collection, featureId)
}
