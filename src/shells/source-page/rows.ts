import type { City } from '../../city/schema'
import type { Id } from '../../city/text'
import { SOURCE_STATES, type SourceState } from '../../sources/freshness'
import type { Memory } from '../../sources/memory'
import type { SourceView } from '../../sources/useSource'
import type { Language } from '../../ui/format'
import type { Reason } from '../../ui/locales/sources/contract'
import { matchRank } from '../../ui/search'

/** A source as the page lists it. */
export interface SourceRow {
  id: Id
  view: SourceView
  state: SourceState
  /** Epoch ms. */
  since: number
  reason: Reason
}

/** Why a source is as it is; a failed read tells more than the state that follows from it. */
export function reasonOf({ failure, batch, successes }: Memory, state: SourceState): Reason {
  if (failure) {
    if (failure.kind !== 'auth') return failure.kind
    // A plain 401 comes from the source itself, a page from whatever stands before it.
    return failure.status === undefined ? 'page' : 'login'
  }
  if (batch && successes === 0) return 'kept'
  return isWell(state) || state === 'auth' ? 'none' : state
}

/** All sources, the worst state first and within it the longest; those that are well in the city's order. */
export function rowsOf(views: readonly SourceView[]): SourceRow[] {
  const rank = (state: SourceState) => (isWell(state) ? 0 : SOURCE_STATES.indexOf(state))
  return views
    .map((view) => {
      const { state, since } = view.state.value
      return { id: view.source.id, view, state, since, reason: reasonOf(view.memory.value, state) }
    })
    .toSorted((a, b) => rank(b.state) - rank(a.state) || (isWell(a.state) ? 0 : a.since - b.since))
}

/** Being well needs no reason and no beginning. */
export const isWell = (state: SourceState) => state === 'live' || state === 'empty'

/** How many sources are in each state, the worst first. */
export function countsOf(rows: readonly SourceRow[]): { state: SourceState; count: number }[] {
  return SOURCE_STATES.map((state) => ({
    state,
    count: rows.filter((row) => row.state === state).length,
  }))
    .filter(({ count }) => count > 0)
    .toReversed()
}

/** What is looked for: a state, or words in the name, system, owner, connector or id. */
export interface Wanted {
  state: string | undefined
  query: string
}

export function isWanted(
  { id, view, state }: SourceRow,
  wanted: Wanted,
  city: City,
  language: Language,
): boolean {
  if (wanted.state !== undefined && state !== wanted.state) return false
  if (wanted.query.trim() === '') return true
  const { name, system, owner, connector } = view.source
  const organisation = owner === undefined ? undefined : city.organisations[owner]
  const text = [name, system, organisation?.name].flatMap((each) => each?.[language] ?? [])
  return matchRank([...text, connector, id].join(' '), wanted.query) > 0
}
