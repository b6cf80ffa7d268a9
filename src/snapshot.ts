import { standingOf, type Alarm, type Standing } from './alarms/alarm'
import type { Priority } from './city/limits'
import type { City } from './city/schema'
import { useSceneStore } from './scenes/store'
import type { SourceReport, Sources } from './sources/useSource'
import { counters } from './ui/counters'

/** What a supervisor, a bench or a test may read of a running screen; it cannot change anything. */
export interface Snapshot {
  version: string
  city: string
  scene: string | undefined
  simulated: boolean
  sources: Readonly<Record<string, SourceReport>>
  alarms: readonly { key: string; priority: Priority; standing: Standing; since: number }[]
  counters: Readonly<typeof counters>
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
): () => void {
  const scenes = useSceneStore()
  window.__toancanh = () =>
    structuredClone({
      version: __VERSION__,
      city: city.id,
      scene: city.scenes[scenes.rotation.index]?.id,
      simulated: city.simulated !== undefined,
      sources: sources.snapshot(),
      alarms: alarms.book.alarms.map((alarm) => ({
        key: alarm.key,
        priority: alarm.priority,
        standing: standingOf(alarm),
        since: alarm.raisedAt,
      })),
      counters: { ...counters },
    })
  return () => delete window.__toancanh
}
