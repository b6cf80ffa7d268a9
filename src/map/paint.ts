import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { Status } from '../sources/records'
import type { MapTheme } from './contract'
import { imageId } from './icons'
import { scaled } from './theme'

/** Drawn by the browser itself; the first name only tells MapLibre the weight, the second is the family. */
export const REGULAR = ['Noto Sans']
export const SEMIBOLD = ['Noto Sans SemiBold', 'Noto Sans']

/** Stable ids let MapLibre tell a moved object from a new one. */
export const PLAIN_SOURCE: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'key',
}

const STATUS: ExpressionSpecification = ['get', 'status']

export const isPart = (part: 'shape' | 'ring' | 'label'): ExpressionSpecification => [
  '==',
  ['get', 'part'],
  part,
]

/** The colour of lines and areas: `normal` unless somebody has said that something is wrong. */
export function signalColour({ warn, alarm, off }: MapTheme, normal: string): ExpressionSpecification {
  return ['match', STATUS, 'warn', warn, 'alarm', alarm, 'off', off, normal]
}

/** The same decision for what is drawn outside MapLibre. */
export function colourOf(status: Status, theme: MapTheme, normal: string): string {
  return status === 'ok' || status === 'unknown' ? normal : theme[status]
}

/** 0 for order, up to 4 for alarm: what must not be covered by its neighbours. */
export const URGENCY: ExpressionSpecification = [
  'match',
  STATUS,
  'alarm',
  4,
  'warn',
  3,
  'off',
  2,
  'unknown',
  1,
  0,
]

/** The picture of an icon in each object's own status. */
export function statusImage(art: string, theme: MapTheme): ExpressionSpecification {
  const [before = '', after = ''] = imageId(art, '*', theme).split('*')
  return ['concat', before, STATUS, after]
}

/** Text of the data: never smaller than can be read, with a halo that lifts it off lines. */
export function textPaint(theme: MapTheme): NonNullable<SymbolLayerSpecification['paint']> {
  return {
    'text-color': theme.label,
    'text-halo-color': theme.halo,
    'text-halo-width': Math.min(4, scaled(1.6, theme)),
    'text-halo-blur': 0.5,
  }
}
