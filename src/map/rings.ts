import type { FeatureCollection, Geometry } from 'geojson'
import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl'
import type { Drawing, MapTheme } from './contract'
import { iconPx, scaled } from './theme'

/** The source that holds them. */
export const RINGS = ':alarms'

/** Where an alarm is: a ring round a point or the edge of a surface. */
export interface AlarmRing {
  key: string
  geometry: Geometry
  /** Whether a hand is needed soon; else it deserves a look. */
  urgent: boolean
  /** Whether somebody has seen it: one line instead of two. */
  seen: boolean
}

/** In px: how far out a ring lies from the middle of a sign, so that it never hides one. */
export const ringRadius = (theme: MapTheme) => iconPx(theme) * 0.95
export const ringColour = ({ urgent }: AlarmRing, theme: MapTheme) => (urgent ? theme.alarm : theme.warn)

export function ringData(rings: readonly AlarmRing[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: rings.map(({ key, geometry, urgent, seen }) => ({
      type: 'Feature',
      properties: { id: key, urgent, seen },
      geometry,
    })),
  }
}

/** Two lines while nobody has seen it, one afterwards: the difference survives greyscale and needs no motion. */
export function drawRings(theme: MapTheme): Drawing {
  const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']
  const unseen: ExpressionSpecification = ['!', ['get', 'seen']]
  const colour: DataDrivenPropertyValueSpecification<string> = [
    'case',
    ['get', 'urgent'],
    theme.alarm,
    theme.warn,
  ]
  const ring = (name: string, radius: number, shown: ExpressionSpecification): LayerSpecification => ({
    id: `${RINGS}:${name}`,
    type: 'circle',
    source: RINGS,
    filter: shown,
    paint: {
      'circle-radius': radius,
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': scaled(3, theme),
    },
  })
  const edge: LayerSpecification = {
    id: `${RINGS}:edge`,
    type: 'line',
    source: RINGS,
    filter: ['!', isPoint],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['case', ['get', 'seen'], scaled(2, theme), scaled(4, theme)],
    },
  }
  return {
    lines: [edge],
    signs: [
      ring('inner', ringRadius(theme), isPoint),
      ring('outer', ringRadius(theme) + scaled(7, theme), ['all', isPoint, unseen]),
    ],
  }
}
