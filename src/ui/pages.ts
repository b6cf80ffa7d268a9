import { useIntervalFn, useResizeObserver } from '@vueuse/core'
import { computed, nextTick, onUpdated, ref, watch, type ComputedRef, type Ref } from 'vue'

/** How long one page of a list stands before the next: time to read it, several pages within one scene. */
const PAGE_MS = 8000

export interface Pages {
  /** Index of the first entry that is shown, and of the first after the last. */
  from: Ref<number>
  to: ComputedRef<number>
  /** Whether there is more than one page. */
  turning: ComputedRef<boolean>
}

/**
 * A wall has no scroll bar: a list that does not fit is shown page by page, entries whole and never cut, and says
 * which of how many it shows. Where all fits nothing ever moves.
 */
export function usePages(list: Ref<HTMLElement | undefined>, count: () => number): Pages {
  const from = ref(0)
  const fitting = ref(Infinity)

  function measure(): void {
    const box = list.value
    if (!box || box.clientHeight === 0) return
    const bottom = box.getBoundingClientRect().bottom + 1
    const cut = [...box.children].findIndex((child) => child.getBoundingClientRect().bottom > bottom)
    fitting.value = cut === -1 ? Infinity : Math.max(1, cut)
  }
  useResizeObserver(list, measure)
  // New words or a font that came late change the heights inside a box that stays the same.
  onUpdated(measure)
  void document.fonts?.ready.then(measure)

  const to = computed(() => Math.min(count(), from.value + fitting.value))
  const turning = computed(() => from.value > 0 || to.value < count())
  async function show(index: number): Promise<void> {
    from.value = index
    await nextTick()
    measure()
  }
  /** The last page is a full one as well: some of it again rather than one row in an empty box. */
  function next(): number {
    if (to.value >= count()) return 0
    return Math.max(from.value + 1, Math.min(to.value, count() - fitting.value))
  }
  watch(count, () => show(0))
  useIntervalFn(() => {
    if (turning.value) void show(next())
  }, PAGE_MS)
  return { from, to, turning }
}
