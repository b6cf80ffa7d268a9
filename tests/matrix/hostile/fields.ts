import type { City, Source } from '../../../src/city/schema'
import type { Batch } from '../../../src/sources/records'
import { fresh, readOnce, shortened, usableOf } from '../../fuzz/fixtures'
import { spoilFields, textFields } from './strings'

type Fetch = typeof globalThis.fetch

interface Page {
  path: string
  type: string
  text: string
}

const addressOf = (...request: Parameters<Fetch>) => new Request(...request).url

/** The answers of one read, by their address. */
async function pagesOf(read: (fetch: Fetch) => Promise<unknown>, fetch: Fetch): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  await read(async (...request) => {
    const url = addressOf(...request)
    const response = await fetch(...request)
    const type = response.headers.get('content-type') ?? ''
    const text = await response.text()
    pages.set(url, { path: new URL(url).pathname, type, text: /json/.test(type) ? shortened(text) : text })
    return new Response(text, { headers: { 'content-type': type } })
  })
  return pages
}

const answering =
  (pages: ReadonlyMap<string, Page>, alter: (page: Page) => string): Fetch =>
  async (...request) => {
    const page = pages.get(addressOf(...request))
    return page
      ? new Response(alter(page), { headers: { 'content-type': page.type } })
      : new Response('{}', { status: 404 })
  }

/**
 * The fields of each answer that can be spoilt and still be read: those with names and words, not dates, codes that
 * the city file names, or the marks by which records are told apart. Found by trying each.
 */
export async function spoilableFields(
  city: City,
  source: Source,
  fetch: Fetch,
  at: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const read = (from: Fetch) => readOnce(city, source, fresh(at), at, from)
  const pages = await pagesOf(read, fetch)
  const json = [...pages.values()].filter(({ type }) => /json/.test(type))
  const open = new Map(json.map(({ path }): [string, Set<string>] => [path, new Set<string>()]))
  const good = tells((await read(answering(pages, ({ text }) => text))).batch)
  for (const field of new Set(json.flatMap(({ text }) => textFields(text)))) {
    const spoil = ({ text, type }: Page) => (/json/.test(type) ? spoilFields(text, new Set([field])) : text)
    const { batch } = await read(answering(pages, spoil))
    if (batch && tells(batch) === good) for (const fields of open.values()) fields.add(field)
  }
  return open
}

/** What must stay the same: as many records, of the same figures and areas. */
function tells(batch: Batch | undefined): string {
  if (!batch) return 'nothing'
  const figures = batch.readings.map(({ figure, area }) => `${figure} ${area}`)
  return JSON.stringify([usableOf(batch), figures.toSorted()])
}
