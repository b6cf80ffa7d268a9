import type { Abnormal } from './alarms/abnormal'
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
  alarms: readonly { key: string; severity: string; since: number }[]
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
  alarms: { abnormal: readonly Abnormal[] },
): () => void {
  const scenes = useSceneStore()
  window.__toancanh = () =>
    structuredClone({
      version: __VERSION__,
      city: city.id,
      scene: city.scenes[scenes.rotation.index]?.id,
      simulated: city.simulated !== undefined,
      sources: sources.snapshot(),
      alarms: alarms.abnormal.map(({ key, severity, since }) => ({ key, severity, since })),
      counters: { ...counters },
    })
  return () => delete window.__toancanh
}
