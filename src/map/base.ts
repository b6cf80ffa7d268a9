import type {
  ExpressionSpecification,
  FillLayerSpecification,
  GeoJSONSourceSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { Drawing, MapTheme } from './contract'
import { REGULAR, textPaint } from './paint'
import { scaled } from './theme'

/** Id of the base's source; no layer of a city file can have it, their ids have no colon. */
export const BASE = ':base'

export const BASE_SOURCE: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
}

const is = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind]
const SURFACE: ExpressionSpecification = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]]
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const

/**
 * The base map of a city, from GeoJSON whose features have `kind` and, where they should be labelled, `name`:
 * `land` and `hill` are polygons, `water` is a polygon or a line with its `width` in metres, `road` and `outline`
 * are lines, `place` is a point. A road's `rank` is 1 for a trunk road and 2 for any other main street.
 */
export function drawBase(theme: MapTheme): Drawing {
  return {
    land: [surface('land', theme.land), surface('hill', theme.hill)],
    network: [surface('water', theme.water), river(theme), ...roads(theme), outline(theme)],
    labels: [lineNames('water', theme), lineNames('road', theme), placeNames(theme)],
  }
}

function surface(kind: string, colour: string): FillLayerSpecification {
  return {
    id: `${BASE}:${kind}`,
    type: 'fill',
    source: BASE,
    filter: ['all', is(kind), SURFACE],
    paint: { 'fill-color': colour },
  }
}

function river(theme: MapTheme): LineLayerSpecification {
  const width: ExpressionSpecification = ['coalesce', ['get', 'width'], 60]
  // Metres become twice as many pixels with every zoom; a parallel of latitude 21 is close enough for a river.
  const px = (zoom: number): ExpressionSpecification => [
    '*',
    width,
    2 ** zoom / (78_271.5 * Math.cos((21 * Math.PI) / 180)),
  ]
  return {
    id: `${BASE}:river`,
    type: 'line',
    source: BASE,
    filter: ['all', is('water'), ['!', SURFACE]],
    layout: ROUND,
    paint: {
      'line-color': theme.water,
      'line-width': ['interpolate', ['exponential', 2], ['zoom'], 8, px(8), 18, px(18)],
    },
  }
}

function roads(theme: MapTheme): LineLayerSpecification[] {
  const road = (name: string, colour: string, trunk: number, street: number): LineLayerSpecification => ({
    id: `${BASE}:${name}`,
    type: 'line',
    source: BASE,
    filter: is('road'),
    layout: ROUND,
    paint: {
      'line-color': colour,
      'line-width': ['match', ['get', 'rank'], 1, scaled(trunk, theme), scaled(street, theme)],
    },
  })
  return [road('road-casing', theme.backdrop, 6, 4), road('road', theme.road, 3.6, 2.2)]
}

function outline(theme: MapTheme): LineLayerSpecification {
  return {
    id: `${BASE}:outline`,
    type: 'line',
    source: BASE,
    filter: is('outline'),
    layout: ROUND,
    paint: { 'line-color': theme.boundary, 'line-width': scaled(1.8, theme) },
  }
}

function lineNames(kind: 'water' | 'road', theme: MapTheme): SymbolLayerSpecification {
  return {
    id: `${BASE}:${kind}-name`,
    type: 'symbol',
    source: BASE,
    filter: ['all', is(kind), ['!', SURFACE], ['has', 'name']],
    layout: {
      // A street is named once in the middle, a river again and again along its course.
      'symbol-placement': kind === 'water' ? 'line' : 'line-center',
      'symbol-spacing': theme.textPx * 30,
      'text-field': ['get', 'name'],
      'text-font': REGULAR,
      'text-size': theme.textPx,
      'text-letter-spacing': kind === 'water' ? 0.15 : 0,
    },
    paint: { ...textPaint(theme), 'text-opacity': 0.72 },
  }
}

function placeNames(theme: MapTheme): SymbolLayerSpecification {
  return {
    id: `${BASE}:place-name`,
    type: 'symbol',
    source: BASE,
    filter: ['all', is('place'), ['has', 'name']],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': REGULAR,
      'text-size': theme.textPx,
      'text-max-width': 8,
    },
    paint: { ...textPaint(theme), 'text-opacity': 0.72 },
  }
}
