import { useBroadcastChannel, useIntervalFn } from '@vueuse/core'
import { safeParse } from 'valibot'
import { computed, provide, ref, watch, type ComputedRef, type InjectionKey } from 'vue'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import type { Keep } from '../keep/keep'
import type { Batch } from '../sources/records'
import type { SourceView } from '../sources/useSource'
import type { AlarmAct } from './acts'
import { fromKept, KeptAct, KeptBook, toKept } from './kept'
import { figureAlarmsKey } from './severity'
import { useAlarmStore } from './store'

const TICK_MS = 1_000
/** Warnings begin and end by the clock, without any new data. */
const WEIGH_MS = 15_000
const KEY = 'alarms'

/** What a person does to alarms: applied here, kept, and told to the other windows of this browser. */
export type Act = (act: AlarmAct) => void
export const alarmActKey: InjectionKey<Act> = Symbol('alarm act')

/**
 * Judges the city for as long as the page lives, whatever the screen shows, and keeps the book over restarts.
 * Nothing is judged before the kept book is back: else what was acknowledged would be announced again.
 */
export function useAlarms(
  city: City,
  sources: { all: readonly Pick<SourceView, 'source' | 'state' | 'memory'>[] },
  batches: ComputedRef<ReadonlyMap<Id, Batch>>,
  keep: Pick<Keep, 'read' | 'write' | 'flush'>,
) {
  const store = useAlarmStore()
  const ready = ref(false)
  void keep.read(KEY, KeptBook).then((kept) => {
    if (kept) store.restore(fromKept(kept, Date.now()))
    ready.value = true
  })

  /** What was kept of the run before is older than the book: it can neither raise an alarm nor end one. */
  function heard(): ReadonlyMap<Id, Batch> {
    const silent = sources.all.filter(({ memory }) => memory.value.successes === 0)
    const ids = new Set(silent.map(({ source }) => source.id))
    return new Map([...batches.value].filter(([id]) => !ids.has(id)))
  }
  const evidence = () => ({
    batches: heard(),
    states: new Map(sources.all.map(({ source, state }) => [source.id, state.value.state])),
  })
  const weigh = () => ready.value && store.weigh(city, evidence())
  watch([batches, ready], weigh)
  watch(
    () => sources.all.map(({ state }) => state.value.state).join(' '),
    () => weigh(),
  )
  useIntervalFn(weigh, WEIGH_MS)
  useIntervalFn(() => ready.value && store.tick(), TICK_MS)
  watch(
    () => store.book,
    (book) => ready.value && keep.write(KEY, toKept(book)),
  )

  const { data, post } = useBroadcastChannel<unknown, AlarmAct>({ name: `toan-canh alarms ${city.id}` })
  watch(data, (told) => {
    const done = safeParse(KeptAct, told)
    if (done.success) store.hear(done.output)
  })
  const act: Act = (wanted) => {
    const done = store.apply(wanted)
    if (!done) return
    post(done)
    // The watcher above would be too late for this flush: what a person did must not wait for anything.
    keep.write(KEY, toKept(store.book))
    void keep.flush()
  }
  provide(alarmActKey, act)
  provide(
    figureAlarmsKey,
    computed(() => store.ofFigures),
  )
  return { store, act }
}
