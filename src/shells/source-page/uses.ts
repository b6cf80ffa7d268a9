import type { City } from '../../city/schema'
import type { Id, Text } from '../../city/text'
import type { PanelKind } from '../../panels/contract'
import { sourcesOf } from '../../panels/gather'

/** Something on the screen that lives on a source, and the first scene that shows it. */
export interface Use {
  kind: 'panel' | 'layer' | 'figure'
  id: Id
  name: Text
  scene: Id | undefined
}

/** Everything that goes dark with a source. */
export function usesOf(source: Id, city: City, kinds: ReadonlyMap<string, PanelKind>): Use[] {
  const sceneWith = (has: (scene: City['scenes'][number]) => boolean) => city.scenes.find(has)?.id
  const panels = [...city.panels.values()].flatMap((panel): Use[] => {
    const needs = kinds.get(panel.kind)?.prepare(panel.options).needs
    if (!needs || !sourcesOf(needs, city).includes(source)) return []
    const scene = sceneWith(({ panels }) => panels.some((place) => place.panel === panel.id))
    return [{ kind: 'panel', id: panel.id, name: panel.title, scene }]
  })
  const layers = [...city.layers.values()]
    .filter((layer) => layer.source === source)
    .map(({ id, name }): Use => {
      return { kind: 'layer', id, name, scene: sceneWith(({ layers }) => layers.includes(id)) }
    })
  const figures = [...city.figures.values()]
    .filter((figure) => figure.sources.includes(source))
    .map(({ id, name }): Use => ({ kind: 'figure', id, name, scene: undefined }))
  return [...panels, ...layers, ...figures]
}
