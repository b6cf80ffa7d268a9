import { diff } from '@maplibre/maplibre-gl-style-spec'
import type { Feature as GeoFeature, FeatureCollection } from 'geojson'
import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { Id } from '../city/text'
import { BASE, BASE_SOURCE, drawBase } from './base'
import { STRATA, type Drawing, type MapBase, type MapLayer, type MapTheme } from './contract'
import { collect } from './geojson'
import { PLAIN_SOURCE } from './paint'
import { drawRings, ringData, RINGS, type AlarmRing } from './rings'
import { iconPx, scaled } from './theme'

const SELECTION = ':selection'

/** An object that a person pointed at. */
export interface Selected {
  layer: Id
  id: Id
}

/** What the map is asked to show. */
export interface MapView {
  layers: readonly MapLayer[]
  theme: MapTheme
  base?: MapBase | undefined
  selected?: Selected | undefined
  /** Where alarms stand; over everything else. */
  rings?: readonly AlarmRing[] | undefined
}

/** The style alone: data goes its own way, so that a new style never loads data anew. */
export function mapStyle({ layers, theme, base }: MapView): StyleSpecification {
  const sources: [string, SourceSpecification][] = layers.map(({ id, bound }) => [id, bound.source(theme)])
  const drawings: Drawing[] = [
    ...(base ? [drawBase(theme)] : []),
    ...layers.filter(({ visible }) => visible).map(({ id, bound }) => bound.draw(id, theme)),
    drawSelection(theme),
    drawRings(theme),
  ]
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries([
      ...sources,
      [BASE, BASE_SOURCE],
      [SELECTION, PLAIN_SOURCE],
      [RINGS, PLAIN_SOURCE],
    ]),
    layers: [
      { id: ':backdrop', type: 'background', paint: { 'background-color': theme.backdrop } },
      ...STRATA.flatMap((stratum) => drawings.flatMap((drawing) => drawing[stratum] ?? [])),
    ],
  }
}

/** Whether two views differ in more than their data, so that the style has to be drawn again. */
export function styleDiffers(before: MapView, after: MapView): boolean {
  return (
    before.theme !== after.theme ||
    (before.base === undefined) !== (after.base === undefined) ||
    before.layers.length !== after.layers.length ||
    before.layers.some((layer, index) => {
      const next = after.layers[index]
      return layer.id !== next?.id || layer.bound !== next.bound || layer.visible !== next.visible
    })
  )
}

/** What the sources hold, by id; only those that are seen. The same view gives the same objects. */
export function mapData(view: MapView): ReadonlyMap<string, FeatureCollection> {
  const { layers, base } = view
  const data = new Map(layers.filter(({ visible }) => visible).map((layer) => [layer.id, collect(layer)]))
  if (base) data.set(BASE, base.data)
  return data.set(SELECTION, selection(view)).set(RINGS, ringsOf(view.rings))
}

/** The fewest operations from one style to the next. */
export const styleChanges = diff

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }
const chosen = new WeakMap<GeoFeature, FeatureCollection>()

function selection({ layers, selected }: MapView): FeatureCollection {
  const layer = layers.find(({ id, visible }) => visible && id === selected?.layer)
  const feature =
    layer && collect(layer).features.find(({ properties }) => properties?.['id'] === selected?.id)
  if (!feature) return NOTHING
  const collection = chosen.get(feature) ?? { type: 'FeatureCollection', features: [feature] }
  chosen.set(feature, collection)
  return collection
}

const ringed = new WeakMap<readonly AlarmRing[], FeatureCollection>()

function ringsOf(rings: readonly AlarmRing[] | undefined): FeatureCollection {
  if (!rings || rings.length === 0) return NOTHING
  const collection = ringed.get(rings) ?? ringData(rings)
  ringed.set(rings, collection)
  return collection
}

function drawSelection(theme: MapTheme): Drawing {
  const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']
  const ring: LayerSpecification = {
    id: `${SELECTION}:ring`,
    type: 'circle',
    source: SELECTION,
    filter: isPoint,
    paint: {
      'circle-radius': iconPx(theme) * 0.72,
      'circle-opacity': 0,
      'circle-stroke-color': theme.accent,
      'circle-stroke-width': scaled(3, theme),
    },
  }
  const edge: LayerSpecification = {
    id: `${SELECTION}:edge`,
    type: 'line',
    source: SELECTION,
    filter: ['!', isPoint],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.accent, 'line-width': scaled(3, theme) },
  }
  return { lines: [edge], signs: [ring] }
}
