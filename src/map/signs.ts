import type { SymbolLayerSpecification } from 'maplibre-gl'
import type { Text } from '../city/text'
import { STATUSES, type Feature, type Status } from '../sources/records'
import type { LegendEntry, MapTheme } from './contract'
import type { IconName } from './icons'
import { isPart, statusImage, textPaint, SEMIBOLD, URGENCY } from './paint'

const STATUS_WORDS: Record<Status, Text> = {
  ok: { vi: 'Bình thường', en: 'Normal' },
  warn: { vi: 'Cần chú ý', en: 'Needs attention' },
  alarm: { vi: 'Báo động', en: 'Alarm' },
  off: { vi: 'Ngừng hoạt động', en: 'Out of service' },
  unknown: { vi: 'Không rõ', en: 'Unknown' },
}

/** Icons of single objects, the urgent ones on top. `size` 1 is the full icon of the theme. */
export function iconLayer(
  id: string,
  icon: IconName,
  theme: MapTheme,
  size: number,
): SymbolLayerSpecification {
  return {
    id: `${id}:icon`,
    type: 'symbol',
    source: id,
    filter: isPart('shape'),
    layout: {
      'icon-image': statusImage(icon, theme),
      'icon-size': size,
      'icon-allow-overlap': true,
      'symbol-sort-key': URGENCY,
    },
  }
}

/** Which objects carry their name on the map. */
export const NAMED = ['all', 'abnormal', 'none'] as const

/** Names beside icons, where there is room. */
export function nameLayer(
  id: string,
  theme: MapTheme,
  { named, minzoom }: { named: (typeof NAMED)[number]; minzoom: number },
): SymbolLayerSpecification {
  return {
    id: `${id}:name`,
    type: 'symbol',
    source: id,
    filter: named === 'all' ? isPart('shape') : ['all', isPart('shape'), ['>', URGENCY, 0]],
    minzoom,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': SEMIBOLD,
      'text-size': theme.textPx,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.95,
      'text-justify': 'auto',
      'text-max-width': 9,
      'symbol-sort-key': ['-', 0, URGENCY],
    },
    paint: textPaint(theme),
  }
}

/** The layer's own line with all it holds, then one for every abnormal status that occurs. */
export function statusLegend(icon: IconName, features: readonly Feature[]): LegendEntry[] {
  const present = STATUSES.map((status) => ({
    status,
    count: features.filter((feature) => feature.status === status).length,
  })).filter(({ count }) => count > 0)
  // Where nobody reports a status, as for monuments, there is none to explain.
  const [only] = present
  const normal = only && present.length === 1 ? only.status : 'ok'
  return [
    { mark: { shape: 'icon', icon, status: normal }, count: features.length },
    ...present
      .filter(({ status }) => status !== normal && status !== 'ok')
      .map(({ status, count }): LegendEntry => ({
        mark: { shape: 'icon', icon, status },
        label: STATUS_WORDS[status],
        count,
      })),
  ]
}
