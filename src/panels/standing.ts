import { computed, inject, type ComputedRef } from 'vue'
import { figureAlarmsKey } from '../alarms/severity'
import type { Id } from '../city/text'

/** What a panel's border tells of its figures' alarms, most urgent first. */
const TOLD = ['unacked', 'acked', 'returned'] as const

/** How the alarms of these figures stand, by the most urgent of them. */
export function useStanding(figures: readonly Id[]): ComputedRef<(typeof TOLD)[number] | undefined> {
  const standings = inject(figureAlarmsKey, undefined)
  return computed(() => {
    const known = new Set(figures.map((figure) => standings?.value.get(figure)))
    return TOLD.find((standing) => known.has(standing))
  })
}
