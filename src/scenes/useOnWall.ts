import { useIntervalFn } from '@vueuse/core'
import { computed, inject, watch, type ComputedRef } from 'vue'
import type { Alarm } from '../alarms/alarm'
import { useAlarmStore } from '../alarms/store'
import type { City } from '../city/schema'
import { panelKindsKey } from '../panels/contract'
import { incidentScene } from './incident'
import { useSceneStore } from './store'

const TICK_MS = 500

/** The scene on the wall, and the alarm that brought it when one did. */
export interface OnWall {
  scene: City['scenes'][number] | undefined
  alarm: Alarm | undefined
}

/** Turns the wall: the rotation by time, an urgent alarm at once, and back when somebody has seen it. */
export function useOnWall(city: City): ComputedRef<OnWall> {
  const scenes = useSceneStore()
  const alarms = useAlarmStore()
  const kinds = inject(panelKindsKey, new Map())
  scenes.begin(city)
  const turn = () => scenes.tick(alarms.urgent?.key)
  useIntervalFn(turn, TICK_MS)
  watch(() => alarms.urgent?.key, turn, { immediate: true })

  /** The last that was known of it: an alarm that is over is shown until the wall goes back. */
  const alarm = computed<Alarm | undefined>((before) => {
    if (scenes.alarm === undefined) return undefined
    return (
      alarms.book.alarms.find(({ key }) => key === scenes.alarm) ??
      (before?.key === scenes.alarm ? before : undefined)
    )
  })
  /** One object for as long as the alarm keeps its key, so that new values do not fly the map again. */
  const incident = computed<{ key: string; scene: OnWall['scene'] } | undefined>((before) => {
    if (!alarm.value) return undefined
    const { key } = alarm.value
    return before?.key === key ? before : { key, scene: incidentScene(alarm.value, city, kinds) }
  })
  return computed(() =>
    incident.value?.scene
      ? { scene: incident.value.scene, alarm: alarm.value }
      : { scene: city.scenes[scenes.index], alarm: undefined },
  )
}
