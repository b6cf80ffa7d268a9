import type { Subject } from '../../alarms/alarm'
import type { City } from '../../city/schema'
import type { PanelKind } from '../../panels/contract'
import { panelNeeds } from '../../scenes/needs'

/** The scene of the tablet on which an alarm's figure or source is seen; a source itself is seen on its own page. */
export function sceneOf(
  subject: Subject,
  city: Pick<City, 'scenes' | 'figures' | 'panels' | 'layers'>,
  kinds: ReadonlyMap<string, PanelKind>,
): City['scenes'][number] | undefined {
  if (subject.kind === 'source') return undefined
  if (subject.kind === 'city') {
    const { source } = subject
    return city.scenes.find(
      (scene) =>
        scene.layers.some((layer) => city.layers.get(layer)?.source === source) ||
        panelNeeds(scene, city, kinds).sources.includes(source),
    )
  }
  const { figure } = subject
  const wanted = city.figures.get(figure)?.limits?.scene
  return (
    city.scenes.find(({ id }) => id === wanted) ??
    city.scenes.find((scene) => panelNeeds(scene, city, kinds).figures.includes(figure))
  )
}
