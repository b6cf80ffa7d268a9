import type { City, Scene } from '../city/schema'
import type { PanelKind, PanelNeeds } from '../panels/contract'

/** What the panels of a scene draw, taken together. */
export function panelNeeds(
  scene: Scene,
  city: Pick<City, 'panels'>,
  kinds: ReadonlyMap<string, PanelKind>,
): PanelNeeds {
  const needs = scene.panels.flatMap(({ panel: id }) => {
    const panel = city.panels.get(id)
    return (panel && kinds.get(panel.kind)?.prepare(panel.options).needs) ?? []
  })
  return {
    figures: [...new Set(needs.flatMap(({ figures }) => figures))],
    sources: [...new Set(needs.flatMap(({ sources }) => sources))],
  }
}
