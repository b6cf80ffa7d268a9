import * as v from 'valibot'
import type { Text } from '../../city/text'
import { defineLayer } from '../contract'
import { colourOf, isPart, PLAIN_SOURCE, REGULAR, signalColour, textPaint } from '../paint'
import { scaled } from '../theme'

const Options = v.strictObject({
  /** `quiet` leaves the ground as it is until an area is in an abnormal state. */
  fill: v.optional(v.picklist(['quiet', 'soft']), 'quiet'),
  labels: v.optional(v.boolean(), true),
  labelFrom: v.optional(v.number(), 11),
})

const SURVEYED: Text = { vi: 'Ranh giới', en: 'Boundaries' }
const SCHEMATIC: Text = { vi: 'Ranh giới (sơ đồ)', en: 'Boundaries (schematic)' }

/** Wards and other areas: an outline, a name at one point, and a tint only for what is abnormal. */
export default defineLayer({
  kind: 'area',
  schema: Options,
  example: { fill: 'quiet', labels: true },
  bind: ({ fill, labels, labelFrom }) => ({
    filters: [],
    clustered: false,
    source: () => PLAIN_SOURCE,
    draw: (id, theme) => {
      const normal = fill === 'soft' ? theme.dataSoft : 'transparent'
      return {
        ground: [
          {
            id: `${id}:fill`,
            type: 'fill',
            source: id,
            filter: isPart('shape'),
            paint: { 'fill-color': signalColour(theme, normal), 'fill-opacity': 0.28 },
          },
        ],
        lines: [
          {
            id: `${id}:edge`,
            type: 'line',
            source: id,
            filter: isPart('shape'),
            layout: { 'line-join': 'round' },
            paint: {
              'line-color': signalColour(theme, theme.boundary),
              // An abnormal area stands out without its colour too.
              'line-width': [
                'match',
                ['get', 'status'],
                ['warn', 'alarm', 'off'],
                scaled(3, theme),
                scaled(1, theme),
              ],
            },
          },
        ],
        labels: labels
          ? [
              {
                id: `${id}:name`,
                type: 'symbol',
                source: id,
                filter: isPart('label'),
                minzoom: labelFrom,
                layout: {
                  'text-field': ['get', 'name'],
                  'text-font': REGULAR,
                  'text-size': theme.textPx,
                  'text-max-width': 7,
                  // Out of the way of what stands in the middle of the area.
                  'text-variable-anchor': ['center', 'bottom', 'top'],
                  'text-radial-offset': 0.8,
                  'text-letter-spacing': 0.02,
                },
                paint: { ...textPaint(theme), 'text-opacity': 0.85 },
              },
            ]
          : [],
      }
    },
    mark: ({ status }, theme) => ({
      shape: (status === 'ok' || status === 'unknown') && fill === 'quiet' ? 'line' : 'fill',
      colour: colourOf(status, theme, fill === 'soft' ? theme.dataSoft : theme.boundary),
    }),
    legend: (features, theme) => [
      {
        mark: { shape: 'line', colour: theme.boundary },
        label: features.some(({ accuracy }) => accuracy === 'schematic') ? SCHEMATIC : SURVEYED,
        count: features.length,
      },
    ],
  }),
})
