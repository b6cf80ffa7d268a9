import { useEventListener } from '@vueuse/core'
import { computed, onScopeDispose, watch, type ComputedRef } from 'vue'
import { elapsed, type Clock, type Moment } from './clock'
import type { FaultKind } from './contract'
import type { Memory } from './memory'

/** Over how long all sources are asked again when the network is back, ms: soon, and no stampede (faults §6 row 10). */
const SPREAD = 8_000
/** A network that flaps brings nobody to ask more often than this, ms (row 11). */
const SELDOM = 30_000
/** Nothing was heard of the server: neither a refusal nor a wrong answer. */
const SILENT: readonly FaultKind[] = ['network', 'timeout']

const isSilent = ({ failure }: Memory) => failure !== undefined && SILENT.includes(failure.kind)

/** Whether nobody is heard at all: the network is gone, not one source. */
export const isGone = (memories: readonly Memory[]): boolean =>
  memories.length > 1 && memories.every(isSilent)

interface Asked {
  memory: ComputedRef<Memory>
  /** Reads now, whatever was planned. */
  ask: () => void
}

/**
 * Sources that are down are probed once a minute. When all were down and the first is heard again, or the browser
 * believes to have a network again, the others need not wait for that: they are asked within seconds, one by one.
 */
export function useComeback(sources: readonly Asked[], clock: Clock): void {
  const gone = computed(() => isGone(sources.map(({ memory }) => memory.value)))
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let last: Moment | undefined

  function comeBack(): void {
    const now = clock()
    if (last && elapsed(last, now) < SELDOM) return
    last = now
    const silent = sources.filter(({ memory }) => isSilent(memory.value))
    for (const [index, { memory, ask }] of silent.entries()) {
      const timer = setTimeout(
        () => {
          timers.delete(timer)
          if (isSilent(memory.value)) ask()
        },
        (index * SPREAD) / silent.length,
      )
      timers.add(timer)
    }
  }
  watch(gone, (is) => !is && comeBack())
  useEventListener(window, 'online', () => gone.value && comeBack())
  onScopeDispose(() => timers.forEach(clearTimeout))
}
