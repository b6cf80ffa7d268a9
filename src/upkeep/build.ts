import * as v from 'valibot'

/** What `version.json` says of the build on the server (tools/buildFile.ts writes it). */
export const Build = v.object({
  version: v.string(),
  build: v.pipe(v.string(), v.regex(/^[0-9a-f]{8,64}$/)),
  time: v.string(),
  /** Bytes of each script and style, by path under the app. */
  files: v.pipe(
    v.record(v.string(), v.number()),
    v.check((files) => Object.keys(files).length > 0),
  ),
})
export type Build = v.InferOutput<typeof Build>

type Fetch = typeof globalThis.fetch

const DEADLINE_MS = 30_000

/** The build that this page is; undefined under the development server. */
export function ownBuild(): string | undefined {
  return document.querySelector('meta[name=build]')?.getAttribute('content') ?? undefined
}

/** The build on the server; undefined while it cannot be had, whatever stands in its place. */
export async function readBuild(fetch: Fetch, base: string): Promise<Build | undefined> {
  try {
    const response = await ask(fetch, new URL('version.json', base))
    return response.ok ? v.parse(Build, await response.json()) : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether a reload would get the whole build: the page itself is of that build, and every script and style answers as
 * what it is, complete. A login page, an error, a half copied deploy or HTML in place of a script is a no (row 57).
 */
export async function isWhole(build: Build, fetch: Fetch, base: string): Promise<boolean> {
  try {
    const page = await ask(fetch, new URL('./', base))
    if (!page.ok || !typeOf(page).includes('html')) return false
    if (!(await page.text()).includes(`content="${build.build}"`)) return false
    // One after the other: a hundred walls ask this in the same ten minutes.
    for (const [path, bytes] of Object.entries(build.files))
      if (!(await answersWith(await ask(fetch, new URL(path, base)), path, bytes))) return false
    return true
  } catch {
    return false
  }
}

/** Asks the server and not the cache: what a failed deploy left there must not stand for a mended one. */
const ask = (fetch: Fetch, url: URL) =>
  fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(DEADLINE_MS) })

const typeOf = (response: Response) => response.headers.get('content-type') ?? ''

async function answersWith(response: Response, path: string, bytes: number): Promise<boolean> {
  const type = path.endsWith('.css') ? 'css' : 'javascript'
  return response.ok && typeOf(response).includes(type) && (await response.arrayBuffer()).byteLength === bytes
}
