import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import * as v from 'valibot'
import { Text } from '../../city/text'
import { STATUSES, type Accuracy, type Feature, type Status } from '../../sources/records'
import { defineLayer, type LegendEntry, type MapTheme } from '../contract'
import { colourOf, isPart, PLAIN_SOURCE, SEMIBOLD, signalColour, textPaint, URGENCY } from '../paint'
import { NAMED } from '../signs'
import { scaled } from '../theme'

const Options = v.strictObject({
  /** CSS px beside 16 px text; grows with the text. */
  width: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(12)), 3),
  labels: v.optional(v.picklist(NAMED), 'all'),
  labelFrom: v.optional(v.number(), 11),
  /** Lines in order keep back, so that an abnormal one stands out, as on a map of traffic. */
  quiet: v.optional(v.boolean(), false),
  /** What a status means here, for the legend, such as "Ùn tắc" for `alarm`. */
  states: v.optional(v.record(v.picklist(STATUSES), Text), {}),
})

const TRUE: readonly Accuracy[] = ['surveyed', 'osm']
const TRUE_COURSE: ExpressionSpecification = ['in', ['get', 'accuracy'], ['literal', [...TRUE]]]

const ABNORMAL: readonly Status[] = ['alarm', 'warn', 'off']

/** An abnormal line is broader too: colour alone does not carry it. */
function widthOf(width: number, theme: MapTheme): ExpressionSpecification {
  return ['match', ['get', 'status'], [...ABNORMAL], scaled(1.5 * width, theme), scaled(width, theme)]
}

/**
 * Streets and other lines, with a casing. A schematic course is dashed. Names stand level beside the middle:
 * along a short street they would not fit, and nobody tilts his head before a wall.
 */
export default defineLayer({
  kind: 'line',
  schema: Options,
  example: { width: 3, labelFrom: 11 },
  bind: ({ width, labels, labelFrom, quiet, states }) => ({
    filters: [],
    clustered: false,
    source: () => PLAIN_SOURCE,
    draw: (id, theme) => {
      const line = { type: 'line', source: id } as const
      const colour = signalColour(theme, normalOf(quiet, theme))
      const core = { 'line-color': colour, 'line-width': widthOf(width, theme) }
      return {
        lines: [
          {
            ...line,
            id: `${id}:casing`,
            filter: isPart('shape'),
            layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': URGENCY },
            paint: { 'line-color': theme.halo, 'line-width': widthOf(width + 2, theme) },
          },
          {
            ...line,
            id: `${id}:core`,
            filter: TRUE_COURSE,
            layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': URGENCY },
            paint: core,
          },
          {
            ...line,
            id: `${id}:schematic`,
            filter: ['!', TRUE_COURSE],
            layout: { 'line-sort-key': URGENCY },
            paint: { ...core, 'line-dasharray': [4, 1] },
          },
        ],
        labels: labels === 'none' ? [] : [nameLayer(id, theme, labels, labelFrom)],
      }
    },
    mark: ({ accuracy, status }, theme) => ({
      shape: TRUE.includes(accuracy) ? 'line' : 'dash',
      colour: colourOf(status, theme, normalOf(quiet, theme)),
    }),
    legend: (features, theme) => {
      const shape = features.every(({ accuracy }) => TRUE.includes(accuracy)) ? 'line' : 'dash'
      const own: LegendEntry = { mark: { shape, colour: normalOf(quiet, theme) }, count: features.length }
      return [own, ...stateLegend(features, shape, states, normalOf(quiet, theme), theme)]
    },
  }),
})

const normalOf = (quiet: boolean, theme: MapTheme) => (quiet ? theme.dataSoft : theme.data)

function nameLayer(
  id: string,
  theme: MapTheme,
  named: (typeof NAMED)[number],
  minzoom: number,
): SymbolLayerSpecification {
  return {
    id: `${id}:name`,
    type: 'symbol',
    source: id,
    filter: named === 'all' ? isPart('label') : ['all', isPart('label'), ['>', URGENCY, 1]],
    minzoom,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': SEMIBOLD,
      'text-size': theme.textPx,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.6,
      'text-max-width': 12,
      'symbol-sort-key': ['-', 0, URGENCY],
    },
    paint: textPaint(theme),
  }
}

/** The states that have a name, worst last, each with how many lines are in it: a reader learns them before they occur. */
function stateLegend(
  features: readonly Feature[],
  shape: 'line' | 'dash',
  states: Partial<Record<Status, Text>>,
  normal: string,
  theme: MapTheme,
): LegendEntry[] {
  return STATUSES.flatMap((status) => {
    const label = states[status]
    if (!label) return []
    const count = features.filter((feature) => feature.status === status).length
    return [{ mark: { shape, colour: colourOf(status, theme, normal) }, label, count }]
  })
}
