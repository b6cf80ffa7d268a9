import { useQuery, type UseQueryReturn } from '@pinia/colada'
import type {} from '@pinia/colada-plugin-auto-refetch'
import { useIntervalFn } from '@vueuse/core'
import {
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
} from 'vue'
import type { City, Source } from '../city/schema'
import type { Id } from '../city/text'
import { elapsed, systemClock, type Clock, type Moment } from './clock'
import type { Connector } from './contract'
import { pledgeOf, roundAge, stateOf, type Freshness, type Pledge } from './freshness'
import { createHttp, type Fetch } from './http'
import { NOTHING_KEPT, type LastGood } from './lastGood'
import { same, timeLeft, type Memory } from './memory'
import { createCommits, createPoll, type Poll } from './poll'
import { ASLEEP_MS, type Random } from './schedule'
import { steadied, type Steady } from './steady'
import { useComeback } from './useComeback'

/** What a screen may know about one source. */
export interface SourceView {
  source: Source
  memory: ComputedRef<Memory>
  /** Changes only when a person would see a difference: its age moves in the steps of `roundAge`. */
  state: ComputedRef<Freshness>
}

/** The counters of one source, for supervisors and tests. Times are epoch ms. */
export interface SourceReport extends Freshness {
  attempts: number
  successes: number
  /** In a row, now. */
  failures: number
  fault: string | undefined
  lastOk: number | undefined
  nextAt: number
  dropped: number
  bytes: number
  latencyMs: number
}

export interface Sources {
  /** Throws for a name that the city does not have. */
  use(id: Id): SourceView
  all: readonly SourceView[]
  snapshot(): Readonly<Record<Id, SourceReport>>
}

export const sourcesKey: InjectionKey<Sources> = Symbol('sources')

export interface SourcesOptions {
  city: Pick<City, 'url' | 'gateway' | 'zone' | 'area' | 'map' | 'sources' | 'figures'>
  connectors: ReadonlyMap<string, Connector>
  /** The network, or the simulated city. */
  fetch?: Fetch
  /** The last good data of an earlier run. */
  lastGood?: LastGood
  clock?: Clock
  random?: Random
}

const TICK_MS = 1000
const MAX_TIMER_MS = 86_400_000

/**
 * Starts one poll per source of the city and gives them to everything below. Called once, in App's setup; needs
 * Pinia and PiniaColada with PiniaColadaAutoRefetch. Polls run on and off screen, focused or not, online or not.
 */
export function useSources(options: SourcesOptions): Sources {
  const {
    city,
    connectors,
    fetch = globalThis.fetch.bind(globalThis),
    lastGood = NOTHING_KEPT,
    clock = systemClock,
    random = Math.random,
  } = options
  const lifetime = new AbortController()
  onScopeDispose(() => lifetime.abort())
  const openHttp = createHttp({ fetch, clock })
  const deps = {
    city,
    connectors,
    openHttp,
    clock,
    random,
    signal: lifetime.signal,
    nextCommit: createCommits(),
  }

  const { now, onWake } = useTick(clock)
  const entries = [...city.sources.values()].map((source) => {
    const pledge = pledgeOf(source, city)
    const polled = usePolled(source, createPoll(source, deps), lastGood, clock)
    watch(
      () => polled.memory.value.okAt,
      () => lastGood.note(source, polled.memory.value),
    )
    onWake(polled.catchUp)
    const steady = computed<Steady>((before) =>
      steadied(before, viewOf(polled.memory.value, pledge, now.value), now.value),
    )
    const state = computed<Freshness>((before) => {
      const { shown } = steady.value
      return before && same(before, shown) ? before : shown
    })
    return { source, pledge, memory: polled.memory, ask: polled.ask, state }
  })
  useComeback(entries, clock)
  const views = new Map<Id, SourceView>(entries.map((view) => [view.source.id, view]))

  const sources: Sources = {
    all: entries,
    use(id) {
      const view = views.get(id)
      if (!view) throw new Error(`No source "${id}". The city has: ${[...views.keys()].join(', ')}`)
      return view
    },
    snapshot: () =>
      Object.fromEntries(
        entries.map(({ source, pledge, memory }) => [source.id, report(memory.value, pledge, clock())]),
      ),
  }
  provide(sourcesKey, sources)
  return sources
}

/** The memory and state of a source, from the cache that all consumers share. */
export function useSource(id: Id): SourceView {
  const sources = inject(sourcesKey)
  if (!sources) throw new Error('useSource needs useSources above it')
  return sources.use(id)
}

function usePolled(source: Source, poll: Poll, lastGood: LastGood, clock: Clock) {
  let running: Promise<Memory> | undefined
  const query: UseQueryReturn<Memory, Error, Memory> = useQuery<Memory, Error, Memory>({
    key: ['source', source.id],
    initialData: () => lastGood.begin(source, clock()),
    /** Whoever asks, and however often: one read at a time. */
    query: () =>
      (running ??= poll(query.data.value).finally(() => {
        running = undefined
      })),
    // Zero would mean "never again" to the plugin.
    autoRefetch: ({ data }) =>
      Math.min(MAX_TIMER_MS, Math.max(1, data ? timeLeft(data, clock()) : source.every)),
    staleTime: 0,
    gcTime: false,
    // A wall has no focus, and `navigator.onLine` is wrong too often to obey (faults §0.14).
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const memory = computed(() => query.data.value)
  /** Reads now when the time for it has passed. */
  function catchUp() {
    if (timeLeft(memory.value, clock()) <= 0) ask()
  }
  function ask() {
    if (!running) void query.refetch()
  }
  return { memory, catchUp, ask }
}

/** One clock for all ages. When it finds that time was lost, the machine slept and every timer is behind. */
function useTick(clock: Clock) {
  const now = shallowRef<Moment>(clock())
  const sleepers: (() => void)[] = []
  useIntervalFn(() => {
    const before = now.value
    now.value = clock()
    if (elapsed(before, now.value) > ASLEEP_MS) for (const wake of sleepers) wake()
  }, TICK_MS)
  return { now, onWake: (wake: () => void) => sleepers.push(wake) }
}

function viewOf(memory: Memory, pledge: Pledge, now: Moment): Freshness {
  const { ageMs, ...rest } = stateOf(memory, pledge, now)
  return { ...rest, ageMs: ageMs === undefined ? undefined : roundAge(ageMs) }
}

function report(memory: Memory, pledge: Pledge, now: Moment): SourceReport {
  const { attempts, successes, failures, failure, okAt, plan, batch, bytes, latencyMs } = memory
  return {
    ...stateOf(memory, pledge, now),
    attempts,
    successes,
    failures,
    fault: failure && `${failure.kind}: ${failure.detail}`,
    lastOk: okAt?.wall,
    nextAt: plan.from.wall + plan.afterMs,
    dropped: batch?.dropped.length ?? 0,
    bytes,
    latencyMs,
  }
}
