import type { Ref } from 'vue'
import { standingOf, type Alarm, type Standing } from './alarms/alarm'
import type { Priority } from './city/limits'
import type { City } from './city/schema'
import { storage, type KeepState } from './keep/keep'
import { useSceneStore } from './scenes/store'
import type { SourceReport, Sources } from './sources/useSource'
import { beat } from './ui/beat'
import { counters } from './ui/counters'
import type { UpdateState } from './upkeep/useUpdate'

/** What a supervisor, a bench or a test may read of a running screen; it cannot change anything. */
export interface Snapshot {
  version: string
  city: string
  scene: string | undefined
  simulated: boolean
  sources: Readonly<Record<string, SourceReport>>
  alarms: readonly { key: string; priority: Priority; standing: Standing; since: number }[]
  counters: Readonly<typeof counters>
  /** Seconds of the clock that have reached the screen; it stands still when drawing does. */
  beat: number
  /** Epoch ms when the last of them did; undefined where no clock is shown. */
  painted: number | undefined
  storage: KeepState
  update: UpdateState
}

declare global {
  interface Window {
    __toancanh?: () => Snapshot
  }
}

/** Puts `window.__toancanh()` in place and returns how to take it away. */
export function exposeSnapshot(
  city: City,
  sources: Sources,
  alarms: { book: { alarms: readonly Alarm[] } },
  update: Readonly<Ref<UpdateState>>,
): () => void {
  const scenes = useSceneStore()
  window.__toancanh = () =>
    structuredClone({
      version: __VERSION__,
      city: city.id,
      scene: scenes.alarm === undefined ? city.scenes[scenes.index]?.id : `alarm ${scenes.alarm}`,
      simulated: city.simulated !== undefined,
      sources: sources.snapshot(),
      alarms: alarms.book.alarms.map((alarm) => ({
        key: alarm.key,
        priority: alarm.priority,
        standing: standingOf(alarm),
        since: alarm.raisedAt,
      })),
      counters: { ...counters },
      beat: beat.count,
      painted: beat.paintedAt,
      storage: storage.value,
      update: update.value,
    })
  return () => delete window.__toancanh
}
