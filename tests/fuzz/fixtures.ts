import { readFileSync } from 'node:fs'
import type { City, Source } from '../../src/city/schema'
import { connectors, kinds } from '../../src/kinds'
import { simulatedFetch } from '../../src/simulator'
import { resolver } from '../../src/sources/address'
import { pledgeOf, stateOf } from '../../src/sources/freshness'
import { createHttp } from '../../src/sources/http'
import { begin, type Memory } from '../../src/sources/memory'
import { createPoll } from '../../src/sources/poll'
import type { Batch } from '../../src/sources/records'
import { readShipped, shippedFiles } from '../../tools/shipped'
import type { Body } from './bytes'
import { SHAPES, type Shape } from './shapes'

/** Monday 23/11/2026 10:00 in the city: everything moves. */
const AT = Date.UTC(2026, 10, 23, 3)

/** One source with what it answered: at one moment, and at a later one that is held when the spoilt one comes. */
export interface Fixture {
  /** Unique, for --only: city/source or connector/shape. */
  id: string
  /** Sources whose answers are read by the same code into the same kinds of records. */
  shape: string
  city: City
  source: Source
  /** Its answer at `at`, page by page. */
  pages: readonly Body[]
  at: number
  /** The memory after the good answer at `laterAt`. */
  later: Memory
  laterAt: number
  /** Usable records of the good answer. */
  usable: number
}

export const usableOf = (batch: Batch) => batch.total - batch.dropped.length

/** One read of a source by the app's own poll, from answers instead of a network. */
export async function readOnce(
  city: City,
  source: Source,
  memory: Memory,
  now: number,
  fetch: typeof globalThis.fetch,
): Promise<Memory> {
  const clock = () => ({ wall: now, mono: now - AT })
  const deps = {
    city,
    connectors,
    openHttp: createHttp({ fetch, clock }),
    clock,
    random: () => 0,
    signal: new AbortController().signal,
    nextCommit: () => Promise.resolve(),
  }
  return createPoll(source, deps)(memory)
}

/** A memory before anything was read. The first read of all waits for its turn: this one has had it. */
export function fresh(now: number): Memory {
  return { ...begin({ wall: now, mono: now - AT }), attempts: 1 }
}

export function stateAt(memory: Memory, { city, source }: Pick<Fixture, 'city' | 'source'>, now: number) {
  const pledge = pledgeOf(source, city)
  return stateOf(memory, pledge, { wall: now, mono: now - AT }).state
}

/** Answers one page after the other, whatever is asked for; 404 after the last. */
export function replay(pages: readonly Body[]): typeof globalThis.fetch {
  let page = 0
  return async () => {
    const body = pages[page++]
    // A copy of its own buffer: TypeScript wants to know that nobody shares it.
    return body
      ? new Response(new Uint8Array(body.bytes), { headers: { 'content-type': body.type } })
      : new Response('{}', { status: 404 })
  }
}

/** A list of thousands is read like a list of this many, and a hundred times slower. */
const MOST = 12

/** An answer with its long lists cut, and so without the count and the further pages that an OGC API tells of. */
export function shortened(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key === 'numberMatched' || key === 'links') return undefined
    return Array.isArray(value) ? value.slice(0, MOST) : value
  })
}

/** The network with shorter answers, each of which is kept. */
function record(fetch: typeof globalThis.fetch, into: Body[]): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const type = response.headers.get('content-type') ?? ''
    const text = await response.text()
    const bytes = new TextEncoder().encode(/json/.test(type) ? shortened(text) : text)
    into.push({ bytes, type })
    return new Response(bytes, { headers: { 'content-type': type } })
  }
}

/** The systems of a city, simulated; its files from the disk. */
function reach(city: City, at: number): typeof globalThis.fetch {
  const files: typeof fetch = async (input) => {
    const { pathname } = new URL(new Request(input).url)
    const headers = { 'content-type': 'application/json' }
    return new Response(new Uint8Array(readFileSync(`public${pathname}`)), { headers })
  }
  const { simulated } = city
  const gateway = resolver(city)({ via: '' })
  return simulatedFetch(
    { place: simulated?.place ?? city.id, seed: simulated?.seed ?? 0, gateway },
    files,
    () => at,
  )
}

async function fixtureOf(
  id: string,
  city: City,
  source: Source,
  fetchAt: (at: number) => typeof globalThis.fetch,
): Promise<Fixture> {
  const laterAt = AT + Math.min(Math.max(source.every, 300_000), 3_600_000)
  const pages: Body[] = []
  const first = await readOnce(city, source, fresh(AT), AT, record(fetchAt(AT), pages))
  const later = await readOnce(city, source, fresh(laterAt), laterAt, record(fetchAt(laterAt), []))
  const { batch } = first
  if (!batch || !later.batch) throw new Error(`${id}: ${first.failure?.detail ?? later.failure?.detail}`)
  const lists = Object.entries(batch).filter(([, list]) => Array.isArray(list) && list.length > 0)
  const told = batch.observedAt === undefined ? '' : ' with its time'
  const shape = `${source.connector}: ${lists.map(([name]) => name).join(' and ')}${told}`
  return { id, shape, city, source, pages, at: AT, later, laterAt, usable: usableOf(batch) }
}

function citiesShipped(): City[] {
  return shippedFiles().flatMap((file) => {
    const reading = readShipped(file, kinds)
    return reading.kind === 'ok' ? [reading.city] : []
  })
}

const ofShape = ({ connector, name, options, body }: Shape, city: City) => {
  const source: Source = {
    id: 'a',
    connector,
    name: { vi: name, en: name },
    every: 60_000,
    cadence: 'live',
    options,
  }
  const page = { type: body.type, bytes: new TextEncoder().encode(body.text) }
  return fixtureOf(`${connector}/${name}`, city, source, () => replay([page]))
}

/** Every source of every shipped city, those that two cities share once, and the shapes that no city has. */
export async function allFixtures(): Promise<Fixture[]> {
  const cities = citiesShipped()
  const unique = new Map<string, { city: City; source: Source }>()
  for (const city of cities)
    for (const source of city.sources.values()) {
      const key = JSON.stringify([source.connector, source.options, source.cadence])
      if (!unique.has(key)) unique.set(key, { city, source })
    }
  const own = [...unique.values()].map(({ city, source }) =>
    fixtureOf(`${city.id}/${source.id}`, city, source, (at) => reach(city, at)),
  )
  const city = cities.find(({ id }) => id === 'kien-an')
  const more = city ? SHAPES.map((shape) => ofShape(shape, city)) : []
  return Promise.all([...own, ...more])
}
