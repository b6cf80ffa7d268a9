import { useIntervalFn } from '@vueuse/core'
import { computed, inject, shallowRef, watch, type ComputedRef } from 'vue'
import { systemClock } from '../sources/clock'
import { same } from '../sources/memory'
import { probe } from '../sources/probe'
import { troubleOf, watchClock, type ClockWatch, type Reach, type Trouble } from '../sources/trouble'
import { sourcesKey } from '../sources/useSource'

const TICK_MS = 1_000
const PROBE_MS = 15_000

/** The one cause behind what many sources show at once. The page's own server is asked only while nobody answers. */
export function useTrouble(): ComputedRef<Trouble> {
  const sources = inject(sourcesKey)
  if (!sources) throw new Error('useTrouble needs useSources above it')

  const watched = shallowRef<ClockWatch>({ seen: systemClock(), jump: undefined })
  useIntervalFn(() => (watched.value = watchClock(watched.value, systemClock())), TICK_MS)

  const reach = shallowRef<Reach>('unknown')
  const trouble = computed<Trouble>((before) => {
    const witnesses = sources.all.map(({ source, memory }) => ({ source, memory: memory.value }))
    const next = troubleOf(witnesses, watched.value, reach.value)
    return before && same(before, next) ? before : next
  })

  const file = new URL('favicon.svg', new URL('./', location.href)).href
  const ask = async () => (reach.value = await probe(file, globalThis.fetch))
  const { pause, resume } = useIntervalFn(() => void ask(), PROBE_MS, {
    immediate: false,
    immediateCallback: true,
  })
  const isQuiet = computed(() => trouble.value.kind === 'offline' || trouble.value.kind === 'sign-in')
  const follow = (quiet: boolean) => {
    if (quiet) return resume()
    pause()
    reach.value = 'unknown'
  }
  // A screen may be opened in the middle of an outage.
  watch(isQuiet, follow, { immediate: true })
  return trouble
}
