import type { City, Source } from '../city/schema'
import { resolver } from './address'
import type { Clock } from './clock'
import { SourceFault, type Connector, type Exchange, type Http, type Read } from './contract'
import type { Budget } from './http'
import { advance, latestNow, type Memory, type Outcome } from './memory'
import { believe } from './plausible'
import { redact } from './redact'
import { holdBack, nextDelay, type Random } from './schedule'
import { settle } from './settle'

/** Deadline of a read whose source names none (faults §2.5). */
export const TIMEOUT_MS = 8_000
/** Reads that end within one frame are shown together. A timer, because a hidden page has no frames. */
const FRAME_MS = 16

export interface PollDeps {
  city: Pick<City, 'url' | 'gateway' | 'zone' | 'area' | 'map' | 'figures'>
  connectors: ReadonlyMap<string, Connector>
  openHttp: (budget: Budget) => Http
  clock: Clock
  random: Random
  /** Ends all reads when the app goes away. */
  signal: AbortSignal
  /** Resolves with the next common moment at which results are shown. */
  nextCommit: () => Promise<void>
}

/** One read of one source after the other: takes the memory and gives the next one. Never rejects. */
export type Poll = (memory: Memory) => Promise<Memory>

export function createCommits(): PollDeps['nextCommit'] {
  let next: Promise<void> | undefined
  return () =>
    (next ??= wait(FRAME_MS).then(() => {
      next = undefined
    }))
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A source whose kind is unknown or whose options are wrong fails alone, and says so. */
function prepare(source: Source, connectors: PollDeps['connectors']): Read {
  const refuse =
    (detail: string): Read =>
    () =>
      Promise.reject(new SourceFault('refused', detail))
  const connector = connectors.get(source.connector)
  if (!connector) return refuse(`no connector "${source.connector}"`)
  try {
    return connector.prepare(source.options)
  } catch {
    return refuse(`the options do not fit the connector "${source.connector}"`)
  }
}

const asFault = (error: unknown) =>
  error instanceof SourceFault ? error : new SourceFault('shape', `cannot be read: ${redact(String(error))}`)

export function createPoll(source: Source, deps: PollDeps): Poll {
  const { city, clock, random, signal } = deps
  const read = prepare(source, deps.connectors)
  const resolve = resolver(city)
  const { zone, area, figures } = city
  const { bounds } = city.map
  const timeoutMs = Math.min(source.timeout ?? TIMEOUT_MS, source.every)

  async function attempt(memory: Memory): Promise<Outcome> {
    const { http, spent } = metered(deps.openHttp({ signal, timeoutMs }))
    try {
      const raw = await read({ http, now: clock().wall, zone, area, bounds, resolve })
      const now = clock()
      const settled = settle(raw, { bounds, now: latestNow(memory, now, spent().serverDate) })
      const { batch, okAt } = memory
      const held = batch && okAt && { batch, at: okAt.wall }
      return { ok: true, batch: believe(held, settled, figures, now.wall), ...spent() }
    } catch (error) {
      return { ok: false, fault: asFault(error), ...spent() }
    }
  }

  return async (memory) => {
    const pause = holdBack(source.id, memory, clock(), random)
    if (pause > 0) await wait(pause)
    const outcome = await attempt(memory)
    if (signal.aborted) return memory
    const now = clock()
    const next = advance(memory, outcome, now)
    await deps.nextCommit()
    return { ...next, plan: { from: now, afterMs: nextDelay(next, source.every, random) } }
  }
}

/** Counts what a read costs, over all its requests. */
function metered(http: Http) {
  let bytes = 0
  let latencyMs = 0
  let serverDate: number | undefined
  const count = <A extends Exchange>(answer: A): A => {
    bytes += answer.bytes
    latencyMs += answer.latencyMs
    serverDate = answer.date
    return answer
  }
  const counted: Http = {
    json: async (request) => count(await http.json(request)),
    text: async (request) => count(await http.text(request)),
  }
  return { http: counted, spent: () => ({ bytes, latencyMs, serverDate }) }
}
