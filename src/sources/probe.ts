import type { Reach } from './trouble'

const DEADLINE_MS = 5_000

/**
 * Asks the page's own server for a file, never a web page, that it surely has. DNS, refusal, TLS and CORS look alike to a page, but
 * this tells "this screen is offline" from "the city's systems are" (faults §2.5).
 */
export async function probe(url: string, fetch: typeof globalThis.fetch): Promise<Reach> {
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    // An error is an answer as well; only a portal turns a picture into a page.
    const isPage = response.ok && (response.headers.get('content-type') ?? '').includes('html')
    return isPage ? 'page' : 'reached'
  } catch {
    return 'silent'
  }
}
