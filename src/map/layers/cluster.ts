import type { ExpressionSpecification } from 'maplibre-gl'
import * as v from 'valibot'
import type { Status } from '../../sources/records'
import { defineLayer } from '../contract'
import { ICON_NAMES, imageId } from '../icons'
import { PLAIN_SOURCE, SEMIBOLD } from '../paint'
import { iconLayer, statusLegend } from '../signs'
import { iconPx, scaled } from '../theme'

const Options = v.strictObject({
  icon: v.picklist(ICON_NAMES),
  /** Objects closer than this are drawn as one; CSS px beside 16 px text. */
  radius: v.optional(v.pipe(v.number(), v.minValue(20), v.maxValue(200)), 54),
  /** From this zoom on every object stands by itself. */
  singleFrom: v.optional(v.number(), 15),
})

const COUNTED = ['alarm', 'warn', 'off'] as const satisfies readonly Status[]

const countOf = (status: Status): ExpressionSpecification => [
  '+',
  ['case', ['==', ['get', 'status'], status], 1, 0],
]

/** The worst status that so many of a cluster's objects have (a share, 0: any of them); `normal` when none has. */
function worst<T extends string>(
  of: Record<(typeof COUNTED)[number], T>,
  normal: T,
  from: Record<(typeof COUNTED)[number], number>,
): ExpressionSpecification {
  const many = (status: (typeof COUNTED)[number]): ExpressionSpecification => [
    'all',
    ['>', ['get', status], 0],
    ['>=', ['/', ['get', status], ['get', 'point_count']], from[status]],
  ]
  return ['case', many('alarm'), of.alarm, many('warn'), of.warn, many('off'), of.off, normal]
}

const ANY = { alarm: 0, warn: 0, off: 0 }
/**
 * The badge tells of a single one; the ring takes a colour only when a tenth of the cluster is concerned, else some
 * fifty of two thousand stations would set the whole city in amber (ISA-101: colour for the abnormal).
 */
const RING_FROM = { alarm: 0, warn: 0.1, off: 0.1 }

/** Objects by the hundred: bubbles with a count, whose badge tells the worst status inside and whose ring how common it is. */
export default defineLayer({
  kind: 'cluster',
  schema: Options,
  example: { icon: 'mast', radius: 54, singleFrom: 15 },
  bind: ({ icon, radius, singleFrom }) => ({
    filters: [],
    clustered: true,
    source: (theme) => ({
      ...PLAIN_SOURCE,
      cluster: true,
      clusterRadius: scaled(radius, theme),
      clusterMaxZoom: singleFrom - 1,
      clusterProperties: Object.fromEntries(COUNTED.map((status) => [status, countOf(status)])),
    }),
    draw: (id, theme) => {
      const bubble = iconPx(theme) * 0.62
      const image = (status: Status) => imageId('badge', status, theme)
      return {
        signs: [
          { ...iconLayer(id, icon, theme, 0.8), filter: ['!', ['has', 'point_count']] },
          {
            id: `${id}:bubble`,
            type: 'circle',
            source: id,
            filter: ['has', 'point_count'],
            paint: {
              'circle-radius': ['step', ['get', 'point_count'], bubble, 10, bubble * 1.2, 100, bubble * 1.5],
              'circle-color': theme.halo,
              'circle-opacity': 0.94,
              'circle-stroke-width': scaled(2, theme),
              'circle-stroke-color': worst(theme, theme.data, RING_FROM),
            },
          },
          {
            id: `${id}:count`,
            type: 'symbol',
            source: id,
            filter: ['has', 'point_count'],
            layout: {
              'text-field': ['to-string', ['get', 'point_count']],
              'text-font': SEMIBOLD,
              'text-size': theme.textPx,
              'text-allow-overlap': true,
              'icon-image': worst({ alarm: image('alarm'), warn: image('warn'), off: image('off') }, '', ANY),
              'icon-offset': [bubble * 0.85, -bubble * 0.85],
              'icon-allow-overlap': true,
            },
            paint: { 'text-color': theme.label },
          },
        ],
      }
    },
    mark: (feature) => ({ shape: 'icon', icon, status: feature.status }),
    legend: (features) => statusLegend(icon, features),
  }),
})
