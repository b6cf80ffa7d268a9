import { jsonOf, modulesNamed, type ModuleText } from './modules'
import type { Problem, ProblemCode } from './problems'
import { readCityText, refuse, type CityReading, type Kinds } from './read'
import type { City } from './schema'
import type { Id } from './text'
import { safeUrl } from './url'

type Fetch = typeof globalThis.fetch

const DEADLINE_MS = 20_000
/** A screen waits no longer for its modules: it shows the city without them and goes on asking. */
const MODULES_MS = 10_000
const MODULE_TRY_MS = 5_000
const FIRST_PAUSE_MS = 500
const AGAIN_MS = 30_000

/** Ms until what could not be read is asked for again: half a minute to a minute, not all walls at once. */
export const againMs = (random: () => number) => AGAIN_MS * (1 + random())

export interface Loaded {
  reading: CityReading
  /** The server said that it plays the city's systems itself. */
  simulatedOverHttp: boolean
}

/**
 * Fetches and checks a city file; never throws.
 *
 * @param name what `?city=` says: an id of a shipped city (`cities/<id>.json` under the app), an http(s)
 *   address, or a path to a .json file relative to the app
 */
export async function loadCity(name: string, appBase: string, fetch: Fetch, kinds: Kinds): Promise<Loaded> {
  const url = cityUrl(name, appBase)
  if (url === undefined) return { reading: refuse('city-id', name.slice(0, 60)), simulatedOverHttp: false }
  const file = await fetchFile(url, fetch)
  if (file.kind === 'failed')
    return { reading: refuse(file.code, file.value, file.detail), simulatedOverHttp: false }
  const modules = await Promise.all(
    [...modulesNamed(jsonOf(file), url)].map(
      async ([id, address]) => [id, await fetchPatiently(address, fetch)] satisfies [Id, ModuleText],
    ),
  )
  const { text, simulatedOverHttp } = file
  return { reading: readCityText(text, url, kinds, new Map(modules)), simulatedOverHttp }
}

/**
 * Loads a city until it can be shown. Whatever the reason, it is told and the file is asked for again: a wall has
 * nobody to press reload, a file that is being copied is whole a minute later, and a reload into an outage would
 * leave a browser's error page.
 */
export async function untilOpen(
  load: () => Promise<Loaded>,
  tell: (problems: readonly Problem[]) => void,
  random: () => number = Math.random,
): Promise<{ city: City; simulatedOverHttp: boolean }> {
  for (;;) {
    const { reading, simulatedOverHttp } = await load()
    if (reading.kind === 'ok') return { city: reading.city, simulatedOverHttp }
    tell(reading.problems)
    await pause(againMs(random))
  }
}

/**
 * Addresses of the city's files, its own or those of modules, that cannot be had as JSON now. What stands in them is
 * not judged: it may be meant for a newer build than this one.
 */
export async function unreadableFiles(name: string, appBase: string, fetch: Fetch): Promise<string[]> {
  const url = cityUrl(name, appBase)
  if (url === undefined) return [name]
  const json = jsonOf(await fetchFile(url, fetch))
  if (json === undefined) return [url]
  const files = await Promise.all(
    [...modulesNamed(json, url).values()].map(async (address) => ({
      address,
      json: jsonOf(await fetchFile(address, fetch)),
    })),
  )
  return files.flatMap(({ address, json }) => (json === undefined ? [address] : []))
}

type Fetched =
  { kind: 'text'; text: string; simulatedOverHttp: boolean } | Extract<ModuleText, { kind: 'failed' }>

/** A file's text, or why there is none. */
async function fetchFile(url: string, fetch: Fetch, deadlineMs = DEADLINE_MS): Promise<Fetched> {
  const failed = (code: ProblemCode, detail: string): Fetched => ({
    kind: 'failed',
    code,
    value: url,
    detail,
  })
  try {
    // These files decide what everything else reads, so a stale copy is never good enough.
    const response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(deadlineMs) })
    if (!response.ok) return failed('http', String(response.status))
    const text = await response.text()
    const isPage =
      response.headers.get('content-type')?.includes('text/html') || text.trimStart().startsWith('<')
    if (isPage) return failed('html', '')
    return {
      kind: 'text',
      text,
      simulatedOverHttp: response.headers.get('x-toan-canh-simulator') === 'http',
    }
  } catch (error) {
    return failed('unreachable', error instanceof Error ? error.message : '')
  }
}

/** As `fetchFile`, and again with growing pauses while the reason may pass: a second of 502 costs no sector. */
async function fetchPatiently(url: string, fetch: Fetch): Promise<Fetched> {
  const end = performance.now() + MODULES_MS
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    const file = await fetchFile(url, fetch, Math.min(MODULE_TRY_MS, end - performance.now()))
    if (!mayPass(file) || performance.now() + pauseMs >= end) return file
    await pause(pauseMs)
  }
}

/** No answer, a busy or failing server, a portal's page; a file that is not there is not there a second later. */
function mayPass(file: Fetched): boolean {
  if (file.kind === 'text') return false
  return file.code !== 'http' || Number(file.detail) >= 500 || ['408', '429'].includes(file.detail)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The address of a city file, or undefined when the name is neither an id nor an address we follow. */
export function cityUrl(name: string, appBase: string): string | undefined {
  if (/^[a-z0-9][a-z0-9-]*$/.test(name)) return safeUrl(`cities/${name}.json`, appBase)
  const url = safeUrl(name, appBase)
  const isFile = /^https?:\/\//i.test(name) || name.endsWith('.json')
  return isFile && url?.startsWith('http') ? url : undefined
}
