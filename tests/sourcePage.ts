import { computed, shallowRef } from 'vue'
import type { City } from '../src/city/schema'
import type { Moment } from '../src/sources/clock'
import type { FaultKind } from '../src/sources/contract'
import { stateOf } from '../src/sources/freshness'
import { begin, type Failure, type Memory } from '../src/sources/memory'
import type { Sources, SourceView } from '../src/sources/useSource'

export const NOON = Date.UTC(2026, 10, 22, 5)
export const moment = (seconds: number): Moment => ({ wall: NOON + seconds * 1000, mono: seconds * 1000 })

export function aFailure(kind: FaultKind, more: Partial<Failure> = {}): Failure {
  return { kind, detail: '', status: undefined, retryAfterMs: undefined, drift: [], at: moment(0), ...more }
}

/** A source as it stands at noon. */
export function aMemory(more: Partial<Memory> = {}): Memory {
  return { ...begin(moment(-600)), attempts: 9, plan: { from: moment(0), afterMs: 30_000 }, ...more }
}

/** The sources of a city with memories that a test sets; `told` of none is that it has not answered yet. */
export function sourcesOf(city: City, told: Partial<Record<string, Memory>>) {
  const memories = shallowRef(told)
  const views = [...city.sources.values()].map((source): SourceView => {
    const memory = computed(() => memories.value[source.id] ?? begin(moment(0)))
    const { every, cadence } = source
    const state = computed(() => stateOf(memory.value, { every, cadence, zone: city.zone }, moment(0)))
    return { source, memory, state }
  })
  const sources: Sources = {
    all: views,
    snapshot: () => ({}),
    use(id) {
      const view = views.find(({ source }) => source.id === id)
      if (!view) throw new Error(id)
      return view
    },
  }
  return { sources, memories }
}
