import { readJson, readSample, readXml } from './body'
import type { Clock } from './clock'
import { SourceFault, type Exchange, type FaultKind, type Http, type HttpRequest } from './contract'
import { createPool } from './pool'

/** Requests to one origin at once, over all sources (faults §0.5). */
const PER_ORIGIN = 4
export const MAX_BYTES = 5_000_000
const MAX_RETRY_AFTER = 15 * 60_000

/** What one read may spend, all its pages together. Waiting for a free connection costs nothing. */
export interface Budget {
  /** Ends the read, for instance when the app goes away. */
  signal: AbortSignal
  timeoutMs: number
  maxBytes?: number
}

const KINDS: Readonly<Record<number, FaultKind>> = {
  401: 'auth',
  403: 'forbidden',
  404: 'gone',
  410: 'gone',
  429: 'throttled',
}

/** Ms that a Retry-After header asks for, in seconds or as an HTTP date; at most 15 minutes, nonsense ignored. */
export function retryAfter(header: string | null, nowWall: number): number | undefined {
  if (header === null) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowWall
  return ms >= 0 ? Math.min(ms, MAX_RETRY_AFTER) : undefined
}

async function faultOf(response: Response, nowWall: number): Promise<SourceFault> {
  const { status, statusText } = response
  const kind = KINDS[status] ?? (status >= 500 ? 'server' : 'http')
  const sample = await readSample(response)
  const wait = retryAfter(response.headers.get('retry-after'), nowWall)
  const detail = [status, statusText, sample && !sample.startsWith('<') ? `: ${sample}` : ''].join(' ').trim()
  return new SourceFault(kind, detail, { status, ...(wait === undefined ? {} : { retryAfterMs: wait }) })
}

/** What a body is asked for as, and how it is read. */
interface Format<B extends { bytes: number }> {
  accept: string
  read(response: Response, max: number): Promise<B>
}

const JSON_FORMAT = { accept: 'application/geo+json, application/json', read: readJson }
const XML_FORMAT = {
  accept: 'application/rss+xml, application/atom+xml, application/xml, text/xml',
  read: readXml,
}

async function exchange<B extends { bytes: number }>(
  fetch: Fetch,
  request: HttpRequest,
  { accept, read }: Format<B>,
  { signal, max, nowWall }: { signal: AbortSignal; max: number; nowWall: number },
) {
  const { url, method = 'GET', headers = {}, body: sent } = request
  const response = await fetch(url, {
    method,
    headers: { Accept: accept, ...headers },
    credentials: 'same-origin',
    redirect: 'follow',
    // Asked anew each time, and still 300 bytes when nothing changed (ETag): a browser keeps a 301 or a 410 for ever.
    cache: 'no-cache',
    signal,
    ...(sent === undefined ? {} : { body: sent }),
  }).catch(() => {
    // DNS, refusal, TLS and CORS all look the same to a page: no reason is claimed (faults §0.7).
    throw new SourceFault('network', 'no answer')
  })
  if (!response.ok) throw await faultOf(response, nowWall)
  const date = Date.parse(response.headers.get('date') ?? '')
  const body = await read(response, max)
  return { ...body, url: response.url || url, date: Number.isFinite(date) ? date : undefined }
}

export type Fetch = typeof globalThis.fetch

/**
 * Opens the network for one read after another. All of them share the pool of connections, so create this once.
 */
export function createHttp(deps: { fetch: Fetch; clock: Clock }): (budget: Budget) => Http {
  const enter = createPool(PER_ORIGIN)
  return ({ signal, timeoutMs, maxBytes = MAX_BYTES }) => {
    let msLeft = timeoutMs
    let bytesLeft = maxBytes
    const stopped = () => new SourceFault('network', 'stopped')

    async function ask<B extends { bytes: number }>(
      format: Format<B>,
      request: HttpRequest,
    ): Promise<B & Exchange> {
      const leave = await enter(new URL(request.url).origin, signal).catch(() => {
        throw stopped()
      })
      if (signal.aborted) {
        leave()
        throw stopped()
      }
      const started = deps.clock()
      const controller = new AbortController()
      const over = new Promise<never>((_, reject) => {
        controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
      })
      const stop = () => controller.abort(stopped())
      signal.addEventListener('abort', stop, { once: true })
      const timer = setTimeout(() => controller.abort(late(timeoutMs)), msLeft)
      try {
        // Raced, because a fetch that ignores its signal must not hold a connection for ever.
        const limits = { signal: controller.signal, max: bytesLeft, nowWall: started.wall }
        const work = exchange(deps.fetch, request, format, limits)
        const answer = await Promise.race([over, work.catch(brokenOff)])
        const latencyMs = deps.clock().mono - started.mono
        bytesLeft -= answer.bytes
        return { ...answer, latencyMs }
      } catch (error) {
        // Stops a body that nobody reads to its end, before its place goes to another request.
        controller.abort()
        throw error
      } finally {
        msLeft = Math.max(1, msLeft - (deps.clock().mono - started.mono))
        clearTimeout(timer)
        signal.removeEventListener('abort', stop)
        leave()
      }
    }
    return {
      json: (request) => ask(JSON_FORMAT, request),
      text: (request) => ask(XML_FORMAT, request),
    }
  }
}

const late = (ms: number) =>
  new SourceFault('timeout', `no full answer within ${Math.round(ms / 100) / 10} s`)

/** A body that breaks off rejects with TypeError, as a connection that never came does. */
function brokenOff(error: unknown): never {
  throw error instanceof SourceFault ? error : new SourceFault('network', 'the answer broke off')
}
