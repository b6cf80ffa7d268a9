import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { preview, type Plugin } from 'vite'
import type { City } from '../../../src/city/schema'
import { kinds } from '../../../src/kinds'
import { simulate } from '../../../src/simulator'
import { resolver } from '../../../src/sources/address'
import { SECURITY_HEADERS } from '../../../tools/headers'
import { readShipped } from '../../../tools/shipped'
import { spoilableFields } from './fields'
import { spoilFields, spoilXml } from './strings'

/** Between them they have every kind of panel, layer and connector. */
const CITIES = ['ha-long', 'kien-an', 'dan-phuong']

type Fields = Map<string, ReadonlySet<string>>

function cityOf(id: string): City {
  const reading = readShipped(`${id}.json`, kinds)
  if (reading.kind === 'refused') throw new Error(`${id} is refused`)
  return reading.city
}

async function answer(request: Request, city: City): Promise<Response> {
  const place = {
    place: city.simulated?.place ?? city.id,
    seed: city.simulated?.seed ?? 0,
    gateway: resolver(city)({ via: '' }),
  }
  const simulated = await simulate(request.clone(), place, Date.now())
  if (simulated) return simulated
  const { pathname } = new URL(request.url)
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return new Response(new Uint8Array(readFileSync(`public${pathname}`)), { headers })
}

/** For every path that a source of a city reads, the fields that can be spoilt for all sources that read it. */
async function fieldsOf(city: City): Promise<Fields> {
  const all: Fields = new Map()
  const fetch: typeof globalThis.fetch = (input, init) => answer(new Request(input, init), city)
  for (const source of city.sources.values())
    for (const [path, names] of await spoilableFields(city, source, fetch, Date.now())) {
      const before = all.get(path)
      all.set(path, before ? new Set([...names].filter((name) => before.has(name))) : names)
    }
  return all
}

/** The scenes that together show every kind of panel and of layer that is not `shown` yet, as few as can be found. */
function scenesOf(city: City, shown: Set<string>): string[] {
  const kindsIn = ({ panels, layers }: City['scenes'][number]) => [
    ...panels.flatMap(({ panel }) => city.panels.get(panel)?.kind ?? []),
    ...layers.flatMap((id) => city.layers.get(id)?.kind ?? []),
  ]
  const chosen: string[] = []
  for (;;) {
    const news = (scene: City['scenes'][number]) =>
      new Set(kindsIn(scene).filter((kind) => !shown.has(kind))).size
    const [best] = city.scenes.toSorted((a, b) => news(b) - news(a))
    if (!best || news(best) === 0) return chosen
    chosen.push(best.id)
    for (const kind of kindsIn(best)) shown.add(kind)
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

/** The systems of the cities with hostile texts in every field that can hold them. */
function hostileCities(cities: ReadonlyMap<string, { city: City; fields: Fields }>, plan: unknown): Plugin {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const [, id = ''] = /^\/(?:gw|cities)\/([a-z-]+)\//.exec(path) ?? []
    const found = cities.get(id)
    if (!found || (path.startsWith('/cities/') && !found.fields.has(path))) return false
    const post = request.method === 'POST'
    const type = request.headers['content-type'] ?? 'text/plain'
    const origin = new URL(found.city.url).origin
    const answered = await answer(
      new Request(
        `${origin}${request.url}`,
        post ? { method: 'POST', body: await bodyOf(request), headers: { 'content-type': type } } : {},
      ),
      found.city,
    )
    const is = answered.headers.get('content-type') ?? ''
    const text = await answered.text()
    const spoilt = /json/.test(is)
      ? spoilFields(text, found.fields.get(path) ?? new Set())
      : /xml/.test(is)
        ? spoilXml(text)
        : text
    response.writeHead(answered.status, { 'content-type': is, date: new Date().toUTCString() }).end(spoilt)
    return true
  }
  return {
    name: 'hostile-cities',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
        response.setHeader('x-toan-canh-simulator', 'http')
        if (request.url === '/plan') response.end(JSON.stringify(plan))
        else serve(request, response).then((served) => served || next(), next)
      })
    },
  }
}

/** `--port 4199 --dist dist`: the production build on a real socket, with its own headers and hostile cities. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '4199' }, dist: { type: 'string', default: 'dist' } },
  })
  const shown = new Set<string>()
  const cities = new Map<string, { city: City; fields: Fields }>()
  const visits: { city: string; scene: string }[] = []
  for (const id of CITIES) {
    const city = cityOf(id)
    cities.set(id, { city, fields: await fieldsOf(city) })
    visits.push(...scenesOf(city, shown).map((scene) => ({ city: id, scene })))
  }
  const unseen = [...kinds.panels.keys(), ...kinds.layers.keys()].filter((kind) => !shown.has(kind))
  const spoilt = [...cities.values()].flatMap(({ fields }) => [...fields.values()].map(({ size }) => size))
  const plan = { visits, unseen, fields: spoilt.reduce((sum, size) => sum + size, 0) }
  const server = await preview({
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: values.dist },
    plugins: [hostileCities(cities, plan)],
    preview: { host: '127.0.0.1', port: Number(values.port), strictPort: true },
  })
  process.stdout.write(`ready ${JSON.stringify(plan)}\n`)
  await new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)))
  await server.close()
  return 0
}
