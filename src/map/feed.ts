import type { FeatureCollection } from 'geojson'
import { same } from '../sources/memory'

/** A GeoJSON source of the map, as far as the feed needs it. */
export interface Sink {
  setData(data: FeatureCollection): Promise<unknown>
}

/**
 * Brings each source to the data last wanted for it: at most one update of a source is under way, what comes
 * meanwhile waits and only the latest of it is sent, and what a source already holds is never sent again.
 * `sink` finds a source; undefined while the map cannot take data.
 */
export function createFeed(sink: (id: string) => Sink | undefined) {
  let wanted: ReadonlyMap<string, FeatureCollection> = new Map()
  let held = new Map<string, FeatureCollection>()
  let busy = new Set<string>()

  async function send(id: string, data: FeatureCollection, to: Sink) {
    // A lost context forgets all: what was under way then must not speak for the map that follows.
    const then = { held, busy }
    then.busy.add(id)
    then.held.set(id, data)
    try {
      await to.setData(data)
    } catch {
      then.held.delete(id)
      return
    } finally {
      then.busy.delete(id)
    }
    if (then.held === held) flush()
  }

  function flush() {
    for (const [id, data] of wanted) {
      if (busy.has(id)) continue
      if (same(held.get(id), data)) {
        // Made anew, as when only the time of the answer moved: next time a look at its identity is enough.
        held.set(id, data)
        continue
      }
      const to = sink(id)
      if (to) void send(id, data, to)
    }
  }

  return {
    want(data: ReadonlyMap<string, FeatureCollection>) {
      wanted = data
      flush()
    },
    /** The source was made anew and is empty. */
    forget(id: string) {
      held.delete(id)
      busy.delete(id)
    },
    /** All sources were made anew. */
    reset() {
      held = new Map()
      busy = new Set()
    },
  }
}
