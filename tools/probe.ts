import type { City, Source } from '../src/city/schema'
import type { Id } from '../src/city/text'
import { systemClock } from '../src/sources/clock'
import type { Connector } from '../src/sources/contract'
import { pledgeOf, stateOf, type SourceState } from '../src/sources/freshness'
import { createHttp } from '../src/sources/http'
import { begin, type Failure } from '../src/sources/memory'
import { createPoll } from '../src/sources/poll'
import type { Drop } from '../src/sources/records'

/** What one read of a source showed. */
export interface Finding {
  source: Id
  state: SourceState
  failure: Failure | undefined
  /** Records read, dropped ones included. */
  records: number
  dropped: readonly Drop[]
  /** Figures that its readings name and the city file does not have. */
  strangers: readonly Id[]
  /** Spent waiting for the source, over all its pages. */
  latencyMs: number
}

/** Reads every source of a city once, exactly as the app does. */
export async function probe(
  city: City,
  connectors: ReadonlyMap<string, Connector>,
  fetch: typeof globalThis.fetch,
): Promise<Finding[]> {
  const clock = systemClock
  const deps = {
    city,
    connectors,
    openHttp: createHttp({ fetch, clock }),
    clock,
    random: () => 0,
    signal: new AbortController().signal,
    nextCommit: () => Promise.resolve(),
  }
  const read = async (source: Source): Promise<Finding> => {
    const { batch, failure, latencyMs, ...memory } = await createPoll(source, deps)(begin(clock()))
    const pledge = pledgeOf(source, city)
    const named = new Set(batch?.readings.map(({ figure }) => figure))
    return {
      source: source.id,
      state: stateOf({ ...memory, batch, failure, latencyMs }, pledge, clock()).state,
      failure,
      records: batch?.total ?? 0,
      dropped: batch?.dropped ?? [],
      strangers: [...named].filter((figure) => !city.figures.has(figure)),
      latencyMs,
    }
  }
  return Promise.all([...city.sources.values()].map(read))
}
