import type { Map, Point } from 'maplibre-gl'
import type { MapLayer } from './contract'
import type { Selected } from './plan'

/** Half the side of the square around a finger or pointer, in CSS px: a target of 24 px at least. */
const TOLERANCE_PX = 12

/** An object, or a cluster of them, under the finger. */
export interface Hit extends Selected {
  cluster?: number
}

/** The uppermost object of the city's own layers at a point; undefined where there is none. */
export function pickAt(map: Map, { x, y }: Point, layers: readonly MapLayer[]): Hit | undefined {
  const found = map.queryRenderedFeatures([
    [x - TOLERANCE_PX, y - TOLERANCE_PX],
    [x + TOLERANCE_PX, y + TOLERANCE_PX],
  ])
  for (const { source, properties } of found) {
    if (!layers.some(({ id }) => id === source)) continue
    const { cluster_id: cluster, id, part } = properties
    if (typeof cluster === 'number') return { layer: source, id: '', cluster }
    // A ring of uncertainty is wide and belongs to nobody's finger.
    if (typeof id === 'string' && part !== 'ring') return { layer: source, id }
  }
  return undefined
}
