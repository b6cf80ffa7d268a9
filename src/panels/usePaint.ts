import { useTimeoutFn } from '@vueuse/core'
import { onMounted, onScopeDispose, onUpdated, readonly, ref, watch, type Ref } from 'vue'

/** What was accepted must be on the screen within this, ms; older, a panel is not live (faults, three clocks). */
const DRAWN_WITHIN_MS = 2_000
/** A hidden page has no frames: then the flush alone counts as drawn. */
const NO_FRAMES_MS = 1_000

/**
 * The third clock of a panel, after those of its source and of receipt: whether what it shows lags behind what was
 * accepted. `accepted` changes identity with the data, and the component must render with it. Costs one frame and one
 * timer per change, and nothing while nothing changes.
 */
export function usePaint(accepted: () => unknown): Readonly<Ref<boolean>> {
  const isBehind = ref(false)
  let painted: unknown
  let drawing: unknown
  let cancel = () => {}
  const { start, stop, isPending } = useTimeoutFn(
    () => (isBehind.value = accepted() !== painted),
    DRAWN_WITHIN_MS,
    { immediate: false },
  )

  /** The document has it; the next frame puts it on the glass. */
  function flushed() {
    const flush = accepted()
    if (flush === painted || flush === drawing) return
    drawing = flush
    cancel()
    cancel = afterFrame(() => {
      painted = flush
      drawing = undefined
      if (accepted() !== painted) return
      stop()
      isBehind.value = false
    })
  }

  watch(accepted, () => isPending.value || start(), { flush: 'sync', immediate: true })
  onMounted(flushed)
  onUpdated(flushed)
  onScopeDispose(() => cancel())
  return readonly(isBehind)
}

function afterFrame(done: () => void): () => void {
  const finish = () => {
    cancel()
    done()
  }
  const frame = requestAnimationFrame(finish)
  const timer = setTimeout(finish, NO_FRAMES_MS)
  function cancel() {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  return cancel
}
