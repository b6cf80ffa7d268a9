import type { FeatureCollection } from 'geojson'
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import { parse, type GenericSchema } from 'valibot'
import type { InjectionKey } from 'vue'
import type { Id, Text } from '../city/text'
import type { Feature, Status } from '../sources/records'
import type { ThemeName } from '../ui/themes'
import type { IconName } from './icons'

/** Colours of the map in one theme; every layer takes its colours from here. */
export interface MapTheme {
  name: ThemeName
  /** What lies outside the land that a base map draws. */
  backdrop: string
  land: string
  hill: string
  water: string
  road: string
  boundary: string
  label: string
  halo: string
  /** Quiet fill and line for data in its normal state. */
  data: string
  dataSoft: string
  /** Opaque tone of a wide, quiet surface, such as coverage. */
  cover: string
  accent: string
  ok: string
  warn: string
  alarm: string
  off: string
  unknown: string
  /** Ink on a mark filled with warn or alarm. */
  onSignal: string
  /** Sizes on the map follow the reading distance: CSS px of a label that can just be read. */
  textPx: number
}

/** How one object or one class of objects looks away from MapLibre: in the legend and in the SVG fallback. */
export type Mark =
  | { shape: 'icon'; icon: IconName; status: Status }
  | { shape: 'fill' | 'hatch' | 'line' | 'dash' | 'ring'; colour: string }

export interface LegendEntry {
  mark: Mark
  /** Absent for the entry that stands for the whole layer: it bears the layer's name. */
  label?: Text
  /** How many objects stand for it now. */
  count?: number
}

/**
 * What lies on what, whatever layer it belongs to: fills under rivers and roads, labels under signs, so that
 * no layer hides the streets and no name hides an alarm.
 */
export const STRATA = ['land', 'ground', 'network', 'lines', 'labels', 'signs'] as const
export type Drawing = Partial<Record<(typeof STRATA)[number], LayerSpecification[]>>

/** A layer with its options closed over. All of it is pure: the map applies the result. */
export interface BoundLayer {
  /** The MapLibre source, without its data; its id is the layer's id. */
  source(theme: MapTheme): GeoJSONSourceSpecification
  /** Whether the source joins near points; it can then hold nothing but points. */
  clustered: boolean
  /** Style layers by stratum; each `id` starts with the layer's id and `source` is the layer's id. */
  draw(id: string, theme: MapTheme): Drawing
  mark(feature: Feature, theme: MapTheme): Mark
  legend(features: readonly Feature[], theme: MapTheme): LegendEntry[]
  /** Choices a person can make, such as technology 4G or 5G; `keep` says whether a feature stays. */
  filters: readonly LayerFilter[]
}

export interface LayerFilter {
  id: string
  label: Text
  keep(feature: Feature): boolean
}

/** A layer as a scene hands it to the map, the fallback and the legend. */
export interface MapLayer {
  id: Id
  name: Text
  bound: BoundLayer
  features: readonly Feature[]
  visible: boolean
  /** Id of the one of `bound.filters` that applies. */
  filter?: string | undefined
  /** It would be shown and threw: the legend names it, the map goes on without it. */
  broken?: boolean
}

/** GeoJSON drawn under everything; its properties are described in base.ts. */
export interface MapBase {
  data: FeatureCollection
  schematic: boolean
  attribution?: Text | undefined
}

/** Zoom as on a map whose shorter side is 900 CSS px: any other size shows the same ground (camera.ts). */
export interface Camera {
  center: readonly [number, number]
  zoom: number
  pitch?: number | undefined
  bearing?: number | undefined
}

export interface LayerKind {
  kind: string
  schema: GenericSchema
  example: unknown
  prepare(options: unknown): BoundLayer
}

export function defineLayer<O>(definition: {
  kind: string
  schema: GenericSchema<unknown, O>
  example: unknown
  bind(options: O): BoundLayer
}): LayerKind {
  const { kind, schema, example, bind } = definition
  return { kind, schema, example, prepare: (raw) => bind(parse(schema, raw)) }
}

export const layerKindsKey: InjectionKey<ReadonlyMap<string, LayerKind>> = Symbol('layer kinds')
