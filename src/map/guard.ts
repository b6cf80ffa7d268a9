import type { BoundLayer, Mark } from './contract'
import { PLAIN_SOURCE } from './paint'

/**
 * The layer in a boundary of its own: where a part of it throws, there is nothing of it to see, `failed` is told, and
 * the map and the other layers go on.
 */
export function guarded(bound: BoundLayer, failed: (error: unknown) => void): BoundLayer {
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch (error) {
      failed(error)
      return otherwise
    }
  }
  return {
    source: (theme) => attempt(() => bound.source(theme), PLAIN_SOURCE),
    clustered: bound.clustered,
    draw: (id, theme) => attempt(() => bound.draw(id, theme), {}),
    mark: (feature, theme) =>
      attempt<Mark>(() => bound.mark(feature, theme), { shape: 'ring', colour: theme.unknown }),
    legend: (features, theme) => attempt(() => bound.legend(features, theme), []),
    filters: bound.filters.map((filter) => ({
      ...filter,
      keep: (feature) => attempt(() => filter.keep(feature), false),
    })),
  }
}

/** A layer that could not even be prepared: it has a name and a place in the legend. */
export const NOTHING_DRAWN: BoundLayer = {
  source: () => PLAIN_SOURCE,
  clustered: false,
  draw: () => ({}),
  mark: (_feature, theme) => ({ shape: 'ring', colour: theme.unknown }),
  legend: () => [],
  filters: [],
}
