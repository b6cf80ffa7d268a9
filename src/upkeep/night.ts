import { useIntervalFn } from '@vueuse/core'
import { getPosition } from 'suncalc'
import { computed, shallowRef, type ComputedRef } from 'vue'
import type { City } from '../city/schema'
import { formatTime } from '../ui/format'

/** What tells when a city is dark; `center` is longitude, latitude. */
export type Place = Pick<City, 'night' | 'zone'> & { map: Pick<City['map'], 'center'> }

/** Whether walls are dimmed at `now` (epoch ms): from sunset to sunrise, or between two times of day. */
export function isNight({ night, zone, map }: Place, now: number): boolean {
  if (night === 'never') return false
  const [lon, lat] = map.center
  if (night === 'sun') return getPosition(new Date(now), lat, lon).altitude < 0
  const time = formatTime(now, zone)
  const { from, to } = night
  return from <= to ? from <= time && time < to : from <= time || time < to
}

const LOOK_MS = 60_000

export function useNight(city: Place): ComputedRef<boolean> {
  const now = shallowRef(Date.now())
  useIntervalFn(() => (now.value = Date.now()), LOOK_MS)
  return computed(() => isNight(city, now.value))
}
