import type { Source } from '../city/schema'
import type { Id } from '../city/text'
import { SOURCE_STATES, type Freshness, type SourceState } from './freshness'

/** All sources of the city at a glance: how much of the picture can be trusted now. */
export interface Trust {
  live: number
  all: number
  /** The oldest of those that should move by the minute, its age in ms; undefined while none has data. */
  oldest: { id: Id; ageMs: number } | undefined
  /** Those that are not live, worst first. */
  troubled: readonly { id: Id; state: SourceState; since: number }[]
}

/** A source that says "there is nothing" has answered and counts as live. */
export function trustOf(
  sources: readonly { source: Pick<Source, 'id' | 'cadence'>; freshness: Freshness }[],
): Trust {
  const isLive = ({ freshness }: { freshness: Freshness }) =>
    freshness.state === 'live' || freshness.state === 'empty'
  const ages = sources.flatMap(({ source, freshness }) =>
    source.cadence === 'live' && freshness.ageMs !== undefined
      ? [{ id: source.id, ageMs: freshness.ageMs }]
      : [],
  )
  return {
    live: sources.filter(isLive).length,
    all: sources.length,
    oldest: ages.toSorted((a, b) => b.ageMs - a.ageMs)[0],
    troubled: sources
      .filter((each) => !isLive(each))
      .map(({ source, freshness }) => ({ id: source.id, state: freshness.state, since: freshness.since }))
      .toSorted(
        (a, b) => SOURCE_STATES.indexOf(b.state) - SOURCE_STATES.indexOf(a.state) || a.since - b.since,
      ),
  }
}
