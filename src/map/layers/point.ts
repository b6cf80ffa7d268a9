import * as v from 'valibot'
import { defineLayer, type LegendEntry } from '../contract'
import { ICON_NAMES } from '../icons'
import { isPart, PLAIN_SOURCE, signalColour } from '../paint'
import { iconLayer, NAMED, nameLayer, statusLegend } from '../signs'
import { scaled } from '../theme'

const Options = v.strictObject({
  icon: v.picklist(ICON_NAMES),
  labels: v.optional(v.picklist(NAMED), 'all'),
  /** Names appear from this zoom on. */
  labelFrom: v.optional(v.number(), 12),
  /** Share of the full icon size; small for what stands by the hundred. */
  size: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1.5)), 1),
})

/**
 * Single objects, each with an icon of its own status. A position that is known only roughly gets a dashed
 * circle of its uncertainty in metres, so that a ward's centre is never read as a surveyed point.
 */
export default defineLayer({
  kind: 'point',
  schema: Options,
  example: { icon: 'temple', labelFrom: 12 },
  bind: ({ icon, labels, labelFrom, size }) => ({
    filters: [],
    clustered: false,
    source: () => PLAIN_SOURCE,
    draw: (id, theme) => ({
      lines: [
        {
          id: `${id}:ring`,
          type: 'line',
          source: id,
          filter: isPart('ring'),
          paint: {
            'line-color': signalColour(theme, theme.data),
            'line-opacity': 0.6,
            'line-width': Math.max(1, scaled(0.9, theme)),
            'line-dasharray': [3, 4],
          },
        },
      ],
      labels: labels === 'none' ? [] : [nameLayer(id, theme, { named: labels, minzoom: labelFrom })],
      signs: [iconLayer(id, icon, theme, size)],
    }),
    mark: (feature) => ({ shape: 'icon', icon, status: feature.status }),
    legend: (features, theme) => {
      const rough = features.filter(
        ({ accuracy, accuracyM }) => accuracy !== 'surveyed' && accuracyM !== undefined,
      )
      const ring: LegendEntry = {
        mark: { shape: 'ring', colour: theme.data },
        label: { vi: 'Vị trí gần đúng', en: 'Approximate position' },
        count: rough.length,
      }
      const all = statusLegend(icon, features)
      return rough.length > 0 ? [...all, ring] : all
    },
  }),
})
