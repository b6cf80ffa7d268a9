import * as v from 'valibot'
import { defineConnector, SourceFault, type ReadContext } from '../contract'
import { createGatherer, MAX_RECORDS } from '../gather'
import { readFeature, type Defaults } from '../mapping/evaluate'
import { FeatureMap } from '../mapping/maps'
import { LOCALES } from '../mapping/numbers'
import { address, oneAddress, requestEntries } from '../mapping/request'
import { ACCURACIES } from '../records'
import { redact } from '../redact'

const schema = v.pipe(
  v.strictObject({
    ...requestEntries,
    /** When set, the address is the root of an OGC API and the objects are this collection's items. */
    collection: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/))),
    /** Objects per page of a collection. */
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 100),
    maxPages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
    locale: v.optional(v.picklist(LOCALES)),
    zone: v.optional(v.string()),
    feature: v.optional(FeatureMap, {}),
    accuracy: v.optional(v.picklist(ACCURACIES), 'ward'),
  }),
  oneAddress(),
)
type Options = v.InferOutput<typeof schema>

/** A page as RFC 7946 and OGC API Features have it. An error object or an empty one is not a page. */
const Page = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.unknown()),
  numberMatched: v.optional(v.number()),
  links: v.optional(v.array(v.object({ rel: v.optional(v.string()), href: v.optional(v.string()) }))),
})
type Page = v.InferOutput<typeof Page>

function parsePage(json: unknown): Page {
  const page = v.safeParse(Page, json)
  if (page.success) return page.output
  throw new SourceFault('shape', `not a FeatureCollection: ${redact(JSON.stringify(json))}`)
}

function firstPage(options: Options, context: ReadContext): string {
  const root = new URL(context.resolve(options))
  if (options.collection === undefined) return address(root.href, options.query, context)
  root.pathname = `${root.pathname.replace(/\/$/, '')}/collections/${options.collection}/items`
  return address(root.href, { limit: String(options.limit), ...options.query }, context)
}

/**
 * The address of the next page. Servers behind a gateway link to their inner host, so only the query is taken
 * over and only when the link leads to the same list: we never follow to a foreign place (domain.md §3.1.8).
 */
function nextPage(page: Page, current: string, collection: string | undefined): string | undefined {
  const href = page.links?.find(({ rel }) => rel === 'next')?.href
  if (href === undefined) return undefined
  const base = new URL(current)
  const next = URL.canParse(href, current) ? new URL(href, current) : undefined
  const list = collection === undefined ? base.pathname : `/collections/${collection}/items`
  if (!next?.pathname.endsWith(list)) throw new SourceFault('refused', 'the next page leads somewhere else')
  base.search = next.search
  return base.href
}

/**
 * Every feature of every page, or a fault: half a list would pass for the whole. Only a list longer than any answer
 * may be is left off, and `left` counts what is missing.
 */
async function readPages(
  options: Options,
  context: ReadContext,
): Promise<{ features: unknown[]; left: number }> {
  const features: unknown[] = []
  const visited = new Set<string>()
  let url: string | undefined = firstPage(options, context)
  let matched: number | undefined
  while (url !== undefined) {
    if (visited.size === options.maxPages)
      throw new SourceFault('limit', `more than ${options.maxPages} pages`)
    visited.add(url)
    const { json } = await context.http.json({ url, headers: options.headers })
    if (json === undefined && visited.size === 1) return { features, left: 0 }
    const page = parsePage(json)
    features.push(...page.features)
    matched = page.numberMatched ?? matched
    // Some servers link on from the last page, for ever.
    if (page.features.length === 0 || features.length === matched) break
    if (features.length >= MAX_RECORDS)
      return { features, left: Math.max(0, (matched ?? 0) - features.length) }
    url = nextPage(page, url, options.collection)
    if (url !== undefined && visited.has(url)) throw new SourceFault('shape', 'the pages run in a circle')
  }
  if (matched !== undefined && options.collection !== undefined && features.length < matched)
    throw new SourceFault('limit', `${features.length} of ${matched} objects`)
  return { features, left: 0 }
}

/** GeoJSON files and OGC API Features, page by page (domain.md §3.2 (2a), (2b)). */
export default defineConnector({
  kind: 'features',
  schema,
  example: {
    via: 'bando',
    collection: 'tram-bts',
    limit: 500,
    feature: {
      kind: { path: '$.properties.congNghe', enum: { '4G': 'bts-4g', '5G': 'bts-5g' }, otherwise: 'bts' },
      status: {
        path: '$.properties.trangThai',
        enum: { 'hoạt động': 'ok', 'mất kết nối': 'alarm' },
        otherwise: 'unknown',
      },
      props: { nhaMang: { path: '$.properties.nhaMang' } },
    },
    accuracy: 'ward',
  },
  async read(options, context) {
    const { features: records, left } = await readPages(options, context)
    const gather = createGatherer()
    const { locale, zone = context.zone, accuracy } = options
    const defaults: Defaults = { area: context.area, now: context.now, observedAt: undefined, accuracy }
    for (const [index, record] of records.entries()) {
      const scope = { record, root: record, locale, zone }
      gather.feature(`features ${index}`, record, () => readFeature(options.feature, scope, defaults))
    }
    gather.skip(left)
    return gather.batch()
  },
})
