import { computed, inject, type ComputedRef } from 'vue'
import type { Id } from '../city/text'
import { causesOf, type Cause } from './cause'
import { combine, SOURCE_STATES, type SourceState } from './freshness'
import { same } from './memory'
import type { Batch } from './records'
import { trustOf, type Trust } from './trust'
import { sourcesKey, useSource, type SourceView } from './useSource'

/** What a frame shows of the sources it lives on, taken together. */
export interface JointView {
  state: SourceState
  /** Age of the oldest of them: a whole is never fresher than its stalest part. Undefined before any data. */
  ageMs: number | undefined
  /** Epoch ms since when the worst of them has been as it is. */
  since: number | undefined
  dropped: number
  hasData: boolean
  /** Why it is not live, and what else a reader must know, source by source, those in the worst state first. */
  causes: readonly { source: Id; cause: Cause }[]
}

/** The last good batches of some sources and how they stand together. Identities change only with the data. */
export function useSeveral(ids: readonly Id[]) {
  const views = ids.map((id) => useSource(id))
  /** When the latest of their answers came, epoch ms. */
  const okAt = computed(() => {
    const times = views.flatMap(({ memory }) => memory.value.okAt?.wall ?? [])
    return times.length > 0 ? Math.max(...times) : undefined
  })
  return { ids, batches: batchesOf(views), view: useJointView(views), okAt }
}

/** The last good batches of these sources; the map is a new one only when a batch is. */
export function batchesOf(views: readonly SourceView[]): ComputedRef<ReadonlyMap<Id, Batch>> {
  return computed<ReadonlyMap<Id, Batch>>((before) => {
    const batches = new Map(
      views.flatMap(({ source, memory }) =>
        memory.value.batch ? [[source.id, memory.value.batch] as const] : [],
      ),
    )
    const unchanged =
      before?.size === batches.size && [...batches].every(([id, batch]) => before.get(id) === batch)
    return unchanged && before ? before : batches
  })
}

function useJointView(views: readonly SourceView[]) {
  return computed<JointView>((before) => {
    const next = jointView(views)
    // A read that changed nothing redraws nothing.
    return before && same(before, next) ? before : next
  })
}

function jointView(views: readonly SourceView[]): JointView {
  const states = views.map(({ state }) => state.value)
  const ages = states.flatMap(({ ageMs }) => ageMs ?? [])
  const state = combine(states.map((each) => each.state))
  const troubled = states.filter((each) => each.state !== 'live' && each.state !== 'empty')
  return {
    state,
    ageMs: ages.length > 0 ? Math.max(...ages) : undefined,
    since: troubled.length > 0 ? Math.min(...troubled.map(({ since }) => since)) : undefined,
    dropped: views.reduce((sum, { memory }) => sum + (memory.value.batch?.dropped.length ?? 0), 0),
    hasData: views.length === 0 || views.some(({ memory }) => memory.value.batch !== undefined),
    causes: worstFirst(views).flatMap(({ source, memory, state }) =>
      causesOf(memory.value, state.value).map((cause) => ({ source: source.id, cause })),
    ),
  }
}

const worstFirst = (views: readonly SourceView[]) =>
  views.toSorted(
    (a, b) => SOURCE_STATES.indexOf(b.state.value.state) - SOURCE_STATES.indexOf(a.state.value.state),
  )

/** All sources of the city at a glance. */
export function useTrust(): ComputedRef<Trust> {
  const sources = inject(sourcesKey)
  if (!sources) throw new Error('useTrust needs useSources above it')
  return computed(() => trustOf(sources.all.map(({ source, state }) => ({ source, freshness: state.value }))))
}
