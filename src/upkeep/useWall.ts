import { useIdle, useIntervalFn, usePreferredReducedMotion, useWakeLock } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { driftAt } from './drift'

const STEP_MS = 60_000
const CURSOR_MS = 5_000

/**
 * What a screen needs that hangs on a wall for years: it stays lit, shows no pointer that nobody moves, and does not
 * stand on the same pixels. `style` and `still` go to its root.
 */
export function useWall() {
  // Without https there is no wake lock, and a browser may refuse one; then the kiosk's own settings keep it lit.
  void useWakeLock()
    .request('screen')
    .catch(() => undefined)

  const { idle } = useIdle(CURSOR_MS, { events: ['mousemove', 'mousedown', 'wheel', 'touchstart'] })

  const motion = usePreferredReducedMotion()
  const minute = shallowRef(0)
  useIntervalFn(() => minute.value++, STEP_MS)
  const style = computed(() => {
    if (motion.value === 'reduce') return {}
    const { x, y } = driftAt(minute.value)
    // By transform alone: nothing is laid out or drawn anew.
    return { transform: `translate(${x}px, ${y}px)` }
  })
  return { style, still: idle }
}
