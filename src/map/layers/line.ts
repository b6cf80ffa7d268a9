import type { ExpressionSpecification } from 'maplibre-gl'
import * as v from 'valibot'
import type { Accuracy } from '../../sources/records'
import { defineLayer } from '../contract'
import { colourOf, isPart, PLAIN_SOURCE, SEMIBOLD, signalColour, textPaint } from '../paint'
import { scaled } from '../theme'

const Options = v.strictObject({
  /** CSS px beside 16 px text; grows with the text. */
  width: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(12)), 3),
  labelFrom: v.optional(v.number(), 11),
})

const TRUE: readonly Accuracy[] = ['surveyed', 'osm']
const TRUE_COURSE: ExpressionSpecification = ['in', ['get', 'accuracy'], ['literal', [...TRUE]]]

/**
 * Streets and other lines, with a casing. A schematic course is dashed. Names stand level beside the middle:
 * along a short street they would not fit, and nobody tilts his head before a wall.
 */
export default defineLayer({
  kind: 'line',
  schema: Options,
  example: { width: 3, labelFrom: 11 },
  bind: ({ width, labelFrom }) => ({
    filters: [],
    clustered: false,
    source: () => PLAIN_SOURCE,
    draw: (id, theme) => {
      const line = { type: 'line', source: id } as const
      const colour = signalColour(theme, theme.data)
      const core = { 'line-color': colour, 'line-width': scaled(width, theme) }
      return {
        lines: [
          {
            ...line,
            id: `${id}:casing`,
            filter: isPart('shape'),
            layout: { 'line-cap': 'round', 'line-join': 'round' },
            paint: { 'line-color': theme.halo, 'line-width': scaled(width + 2, theme) },
          },
          {
            ...line,
            id: `${id}:core`,
            filter: TRUE_COURSE,
            layout: { 'line-cap': 'round', 'line-join': 'round' },
            paint: core,
          },
          {
            ...line,
            id: `${id}:schematic`,
            filter: ['!', TRUE_COURSE],
            paint: { ...core, 'line-dasharray': [4, 1] },
          },
        ],
        labels: [
          {
            id: `${id}:name`,
            type: 'symbol',
            source: id,
            filter: isPart('label'),
            minzoom: labelFrom,
            layout: {
              'text-field': ['get', 'name'],
              'text-font': SEMIBOLD,
              'text-size': theme.textPx,
              'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
              'text-radial-offset': 0.6,
              'text-max-width': 12,
            },
            paint: textPaint(theme),
          },
        ],
      }
    },
    mark: ({ accuracy, status }, theme) => ({
      shape: TRUE.includes(accuracy) ? 'line' : 'dash',
      colour: colourOf(status, theme, theme.data),
    }),
    legend: (features, theme) => [
      {
        mark: {
          shape: features.every(({ accuracy }) => TRUE.includes(accuracy)) ? 'line' : 'dash',
          colour: theme.data,
        },
        count: features.length,
      },
    ],
  }),
})
