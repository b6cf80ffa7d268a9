import { computed, inject, reactive, shallowReactive, type ComputedRef } from 'vue'
import { existsOn } from '../city/areas'
import type { City, Layer } from '../city/schema'
import type { Id } from '../city/text'
import { layerKindsKey, type BoundLayer, type LayerKind, type MapLayer } from '../map/contract'
import { guarded, NOTHING_DRAWN } from '../map/guard'
import type { Feature } from '../sources/records'
import { useSeveral } from '../sources/useSeveral'
import { useBorders } from '../ui/borders'
import { counters } from '../ui/counters'

/**
 * Every layer of the city with its features, in the file's order. All stay on the map for its life and are only
 * shown or hidden, so a change of scene costs no data.
 */
export function useCityLayers(city: City, shown: () => readonly Id[]) {
  const kinds = inject(layerKindsKey)
  const bound = [...city.layers.values()].flatMap((layer) => {
    const kind = kinds?.get(layer.kind)
    return kind ? [{ layer, drawing: prepare(kind, layer) }] : []
  })
  /** Layers that threw, until the page is loaded again. */
  const broken = shallowReactive(new Set<Id>())
  function prepare(kind: LayerKind, { id, options }: Layer): BoundLayer {
    const failed = (error: unknown) => {
      counters.errors++
      console.warn(`layer ${id}`, error)
      // Not at once: it may have happened while the layers are being computed.
      queueMicrotask(() => broken.add(id))
    }
    try {
      return guarded(kind.prepare(options), failed)
    } catch (error) {
      failed(error)
      return NOTHING_DRAWN
    }
  }
  const { batches } = useSeveral([...new Set(bound.map(({ layer }) => layer.source))])
  const day = useBorders()
  const standing = createStanding(city, day)
  /** What a person switched by hand, until the scene changes. */
  const switched = reactive(new Map<Id, boolean>())
  const filters = reactive(new Map<Id, string>())

  const layers: ComputedRef<MapLayer[]> = computed(() =>
    bound.map(({ layer, drawing }) => ({
      id: layer.id,
      name: layer.name,
      bound: drawing,
      features: standing(batches.value.get(layer.source)?.features ?? NONE, layer.kind),
      visible: !broken.has(layer.id) && (switched.get(layer.id) ?? shown().includes(layer.id)),
      broken: broken.has(layer.id) && shown().includes(layer.id),
      filter: filters.get(layer.id),
    })),
  )
  return {
    layers,
    toggle(id: Id) {
      switched.set(id, !layers.value.find((layer) => layer.id === id)?.visible)
    },
    filter(id: Id, choice: string | undefined) {
      if (choice === undefined) filters.delete(id)
      else filters.set(id, choice)
    },
    reset() {
      switched.clear()
      filters.clear()
    },
  }
}

/**
 * The areas that exist on a day, out of a layer of areas of all times; other layers are whole. The same features on
 * the same day give the same list: an identity that never changes is never drawn again.
 */
function createStanding(city: City, day: ComputedRef<string>) {
  const memory = new WeakMap<readonly Feature[], { day: string; features: readonly Feature[] }>()
  return (features: readonly Feature[], kind: string): readonly Feature[] => {
    if (kind !== 'area') return features
    const known = memory.get(features)
    if (known?.day === day.value) return known.features
    const now = features.filter(({ area }) => {
      const entry = area === undefined ? undefined : city.areas[area]
      return !entry || existsOn(entry, day.value)
    })
    const kept = now.length === features.length ? features : now
    memory.set(features, { day: day.value, features: kept })
    return kept
  }
}

/** One empty list for all: an identity that never changes is never drawn again. */
const NONE = [] as const
