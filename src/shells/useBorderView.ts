import { useIntervalFn, useNow } from '@vueuse/core'
import { computed, provide } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { City } from '../city/schema'
import { bordersKey } from '../ui/borders'
import { calendar } from '../ui/format'

const MINUTE_MS = 60_000

/** With which borders the city is looked at: ?borders=<id of the city file>, else the file's first. */
export function useBorderView(city: Pick<City, 'borders' | 'zone'>) {
  const route = useRoute()
  const router = useRouter()
  const now = useNow({ scheduler: (tick) => useIntervalFn(tick, MINUTE_MS) })
  const view = computed(() => city.borders.find(({ id }) => id === route.query.borders) ?? city.borders[0])
  const day = computed(() => view.value?.day ?? dayOf(now.value, city.zone))
  provide(bordersKey, day)
  const show = (id: string) => router.replace({ query: { ...route.query, borders: id } })
  return {
    view,
    day,
    /** Whether what is shown is not what the city file shows by itself. */
    chosen: computed(() => view.value !== city.borders[0]),
    show,
    next() {
      const index = city.borders.findIndex(({ id }) => id === view.value?.id)
      const after = city.borders[(index + 1) % city.borders.length]
      if (after) void show(after.id)
    },
  }
}

function dayOf(now: Date, zone: string): string {
  const { year, month, day } = calendar(now.getTime(), zone)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}
