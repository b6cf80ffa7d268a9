import type { Feature } from '../sources/records'
import type { Project } from './camera'
import type { MapBase, MapLayer, MapTheme, Mark } from './contract'
import { collect, keeper } from './geojson'
import { isSurface, outlineOf, placeNames, type Box, type Name } from './outline'
import type { Selected } from './plan'
import { iconPx, scaled } from './theme'

/** Above this many objects a layer's icons are drawn as dots: a browser's SVG is no tile engine. */
const MANY = 300

export interface Drawn {
  layer: string
  feature: Feature
  mark: Mark
  path: string
  surface: boolean
  points: readonly (readonly [number, number])[]
  plain: boolean
  chosen: boolean
}

/** Every object that is seen, with its geometry on the screen. */
export function drawnFeatures(
  layers: readonly MapLayer[],
  theme: MapTheme,
  project: Project,
  selected: Selected | undefined,
): Drawn[] {
  return shown(layers).flatMap((layer) => {
    const kept = layer.features.filter(keeper(layer))
    return kept.map((feature) => ({
      layer: layer.id,
      feature,
      mark: layer.bound.mark(feature, theme),
      surface: isSurface(feature.geometry),
      plain: kept.length > MANY,
      chosen: selected?.layer === layer.id && selected.id === feature.id,
      ...outlineOf(feature.geometry, project),
    }))
  })
}

/** Circles of uncertainty, as SVG paths: the same that the live map draws. */
export function ringPaths(layers: readonly MapLayer[], project: Project): string[] {
  return partsOf(layers, 'ring').map(({ geometry }) => outlineOf(geometry, project).path)
}

/** Names of areas and lines that have room beside the icons. */
export function nameTexts(
  layers: readonly MapLayer[],
  signs: readonly Drawn[],
  theme: MapTheme,
  project: Project,
) {
  const half = iconPx(theme) / 2
  const taken = signs
    .filter(({ plain }) => !plain)
    .flatMap(({ points }) => points.map(([x, y]): Box => [x - half, y - half, x + half, y + half]))
  const names = partsOf(layers, 'label').flatMap(({ geometry, properties }): Name[] =>
    outlineOf(geometry, project).points.map((at) => ({ text: String(properties?.['name'] ?? ''), at })),
  )
  return placeNames(names, taken, theme.textPx)
}

/** A piece of the base map; lines have a width in px. */
export interface Ground {
  path: string
  colour: string
  width: number
}

const COLOURS = { land: 'land', hill: 'hill', water: 'water', road: 'road', outline: 'boundary' } as const

/** The base, split as the live map splits it: what lies under the data's surfaces, and what lies on them. */
export function drawnBase(base: MapBase | undefined, theme: MapTheme, project: Project) {
  const pieces = (base?.data.features ?? []).flatMap(({ geometry, properties }) => {
    const kind = Object.entries(COLOURS).find(([name]) => name === properties?.['kind'])
    if (!kind) return []
    const surface = isSurface(geometry)
    const width = surface ? 0 : scaled(kind[0] === 'water' ? 7 : 2, theme)
    return [{ kind: kind[0], path: outlineOf(geometry, project).path, colour: theme[kind[1]], width }]
  })
  const isLand = ({ kind }: { kind: string }) => kind === 'land' || kind === 'hill'
  return { under: pieces.filter(isLand), over: pieces.filter((piece) => !isLand(piece)) }
}

function shown(layers: readonly MapLayer[]): MapLayer[] {
  return layers.filter(({ visible }) => visible)
}

function partsOf(layers: readonly MapLayer[], part: 'ring' | 'label') {
  return shown(layers)
    .flatMap((layer) => collect(layer).features)
    .filter(({ properties }) => properties?.['part'] === part)
}
