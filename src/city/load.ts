import { checkText } from './check-text'
import { modulesNamed, type ModuleText } from './modules'
import type { ProblemCode } from './problems'
import { readCityText, refuse, type CityReading, type Kinds } from './read'
import type { Id } from './text'
import { safeUrl } from './url'

const DEADLINE_MS = 20_000

/**
 * Fetches and checks a city file; never throws.
 *
 * @param name what `?city=` says: an id of a shipped city (`cities/<id>.json` under the app), an http(s)
 *   address, or a path to a .json file relative to the app
 * @returns the reading, and whether the server said that it plays the city's systems itself
 */
export async function loadCity(
  name: string,
  appBase: string,
  fetch: typeof globalThis.fetch,
  kinds: Kinds,
): Promise<{ reading: CityReading; simulatedOverHttp: boolean }> {
  const failed = (code: ProblemCode, value: string, detail?: string) => ({
    reading: refuse(code, value, detail),
    simulatedOverHttp: false,
  })
  const url = cityUrl(name, appBase)
  if (url === undefined) return failed('city-id', name.slice(0, 60))
  try {
    // The city file decides what everything else reads, so a stale copy of it is never good enough.
    const response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(DEADLINE_MS) })
    if (!response.ok) return failed('http', url, String(response.status))
    const text = await response.text()
    const isPage =
      response.headers.get('content-type')?.includes('text/html') || text.trimStart().startsWith('<')
    if (isPage) return failed('html', url)
    return {
      reading: readCityText(text, url, kinds, await fetchModules(text, url, fetch)),
      simulatedOverHttp: response.headers.get('x-toan-canh-simulator') === 'http',
    }
  } catch (error) {
    return failed('unreachable', url, error instanceof Error ? error.message : '')
  }
}

/** The files of the modules that a city file names, all at once; one that fails says why. */
async function fetchModules(
  text: string,
  url: string,
  fetch: typeof globalThis.fetch,
): Promise<Map<Id, ModuleText>> {
  const named = [...modulesNamed(checkText(text).json, url)]
  return new Map(
    await Promise.all(
      named.map(async ([id, file]) => [id, await fetchModule(file, fetch)] satisfies [Id, ModuleText]),
    ),
  )
}

async function fetchModule(file: string, fetch: typeof globalThis.fetch): Promise<ModuleText> {
  try {
    const response = await fetch(file, { cache: 'no-cache', signal: AbortSignal.timeout(DEADLINE_MS) })
    if (!response.ok) return { kind: 'failed', code: 'http', value: file, detail: String(response.status) }
    const text = await response.text()
    return text.trimStart().startsWith('<')
      ? { kind: 'failed', code: 'html', value: file, detail: '' }
      : { kind: 'text', text }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { kind: 'failed', code: 'unreachable', value: file, detail }
  }
}

/** The address of a city file, or undefined when the name is neither an id nor an address we follow. */
export function cityUrl(name: string, appBase: string): string | undefined {
  if (/^[a-z0-9][a-z0-9-]*$/.test(name)) return safeUrl(`cities/${name}.json`, appBase)
  const url = safeUrl(name, appBase)
  const isFile = /^https?:\/\//i.test(name) || name.endsWith('.json')
  return isFile && url?.startsWith('http') ? url : undefined
}
