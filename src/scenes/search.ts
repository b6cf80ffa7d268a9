import { panelNeeds } from './needs'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import type { PanelKind } from '../panels/contract'
import type { Batch } from '../sources/records'
import type { Language } from '../ui/format'
import { matchRank } from '../ui/search'

/** Something a person may look for, and where it is seen. */
export interface Hit {
  key: string
  kind: 'scene' | 'figure' | 'object' | 'entry'
  label: string
  /** The scene's name. */
  where: string
  scene: Id
  /** A map object to open, as `layer/id`. */
  object?: string
}

/** What answers a query out of scenes, figures, map objects and the entries of lists; the best first. */
export function search(
  query: string,
  city: City,
  kinds: ReadonlyMap<string, PanelKind>,
  batches: ReadonlyMap<Id, Batch>,
  language: Language,
  most: number,
): Hit[] {
  const all = new Map<string, Hit & { rank: number }>()
  const offer = (hit: Omit<Hit, 'where'>, where: string) => {
    const rank = matchRank(hit.label, query)
    if (rank > 0 && !all.has(hit.key)) all.set(hit.key, { ...hit, where, rank })
  }
  for (const scene of city.scenes) {
    const where = scene.name[language]
    offer({ key: `scene ${scene.id}`, kind: 'scene', label: where, scene: scene.id }, where)
    const needs = panelNeeds(scene, city, kinds)
    for (const id of needs.figures) {
      const figure = city.figures.get(id)
      if (figure)
        offer({ key: `figure ${id}`, kind: 'figure', label: figure.name[language], scene: scene.id }, where)
    }
    for (const id of needs.sources) {
      const { items = [], cases = [], posts = [] } = batches.get(id) ?? {}
      for (const each of [...items, ...cases, ...posts])
        offer({ key: `entry ${id} ${each.id}`, kind: 'entry', label: each.title, scene: scene.id }, where)
    }
    for (const id of scene.layers) {
      const layer = city.layers.get(id)
      for (const { id: object, name } of (layer && batches.get(layer.source)?.features) ?? [])
        offer(
          {
            key: `object ${id} ${object}`,
            kind: 'object',
            label: name,
            scene: scene.id,
            object: `${id}/${object}`,
          },
          where,
        )
    }
  }
  return [...all.values()]
    .toSorted((a, b) => b.rank - a.rank || a.label.localeCompare(b.label, 'vi'))
    .slice(0, most)
    .map(({ rank: _, ...hit }) => hit)
}
