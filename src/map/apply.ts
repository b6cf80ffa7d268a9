import type { Map, StyleSpecification } from 'maplibre-gl'
import { styleChanges } from './plan'

/** What became of a change of style. */
export interface Applied {
  /** Sources that were made anew and have lost their data. */
  renewed: string[]
  /** False when a change has no counterpart on the map, so that the style must be set as a whole. */
  complete: boolean
}

/** Brings the map from one style to another by the fewest operations; sources keep their data. */
export function applyStyle(map: Map, before: StyleSpecification, after: StyleSpecification): Applied {
  const renewed: string[] = []
  for (const change of styleChanges(before, after)) {
    switch (change.command) {
      case 'addSource':
        map.addSource(...change.args)
        renewed.push(change.args[0])
        break
      case 'removeSource':
        map.removeSource(...change.args)
        break
      case 'addLayer':
        map.addLayer(...change.args)
        break
      case 'removeLayer':
        map.removeLayer(...change.args)
        break
      case 'setPaintProperty':
        map.setPaintProperty(...change.args)
        break
      case 'setLayoutProperty':
        map.setLayoutProperty(...change.args)
        break
      case 'setFilter':
        map.setFilter(...change.args)
        break
      case 'setLayerZoomRange':
        map.setLayerZoomRange(...change.args)
        break
      default:
        return { renewed, complete: false }
    }
  }
  return { renewed, complete: true }
}
