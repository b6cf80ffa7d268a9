import * as v from 'valibot'
import { Duration, Span } from './duration'
import { Cadence, Figure } from './figure'
import type { Problem } from './problems'
import { Id, Text } from './text'
import { Zone } from './zone'

/** West, south, east, north in WGS84 degrees. */
export const Bounds = v.tuple([v.number(), v.number(), v.number(), v.number()])
export type Bounds = v.InferOutput<typeof Bounds>

const Point = v.tuple([v.number(), v.number()])

export const Area = v.strictObject({
  name: Text,
  /** The name without its level, for rows and bars: Lãm Hà for Phường Lãm Hà. */
  short: v.optional(Text),
  level: v.picklist(['province', 'district', 'commune', 'block']),
  parent: v.optional(Id),
  /** Official code; reused for other places in 2025, so never a key (domain.md §2.4). */
  code: v.optional(v.string()),
  validFrom: v.optional(v.string()),
  validTo: v.optional(v.string()),
  successors: v.optional(v.array(v.strictObject({ area: Id, share: v.optional(v.number()) }))),
  center: v.optional(Point),
  km2: v.optional(v.number()),
})
export type Area = v.InferOutput<typeof Area>

/** A law, decision or article that a figure or a programme rests on. */
export const Document = v.strictObject({
  title: Text,
  no: v.optional(v.string()),
  date: v.optional(v.string()),
  url: v.optional(v.string()),
})
export type Document = v.InferOutput<typeof Document>

/** What every source has, whatever its connector. */
export const SourceCommon = v.strictObject({
  connector: v.string(),
  name: Text,
  /** The system behind it, as people call it. */
  system: v.optional(Text),
  every: Duration,
  /** Deadline over headers and body. */
  timeout: v.optional(Duration),
  cadence: v.optional(Cadence, 'live'),
  /** How long after the fact the system is known to publish: its own time may be that much older before it is late. */
  lag: v.optional(Span),
  owner: v.optional(Id),
  ref: v.optional(v.union([v.string(), v.array(v.string())])),
})
export type SourceCommon = v.InferOutput<typeof SourceCommon>

export const LayerCommon = v.strictObject({
  kind: v.string(),
  name: Text,
  source: Id,
  /** Properties of the objects that a person sees in the detail, with their labels. */
  fields: v.optional(v.record(v.string(), Text), {}),
  ref: v.optional(v.union([v.string(), v.array(v.string())])),
})
export type LayerCommon = v.InferOutput<typeof LayerCommon>

export const PanelCommon = v.strictObject({
  kind: v.string(),
  title: Text,
  ref: v.optional(v.union([v.string(), v.array(v.string())])),
})
export type PanelCommon = v.InferOutput<typeof PanelCommon>

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** Hours and minutes, `07:30`. */
export const TimeOfDay = v.pipe(v.string(), v.isoTime())

/** A view of the wall: what the map shows and which panels stand beside it. */
export const Scene = v.strictObject({
  name: Text,
  duration: Duration,
  /** One or two sentences that a presenter's screen shows under the scene. */
  caption: v.optional(Text),
  pillar: v.optional(Figure.entries.pillar),
  /** Weekdays on which it is in the rotation; every day unless told. */
  days: v.optional(v.pipe(v.array(v.picklist(WEEKDAYS)), v.minLength(1))),
  /** Times of day between which it is in the rotation, in the city's zone; over midnight when `to` is earlier. */
  hours: v.optional(v.strictObject({ from: TimeOfDay, to: TimeOfDay })),
  camera: v.optional(
    v.strictObject({
      center: Point,
      zoom: v.number(),
      pitch: v.optional(v.number()),
      bearing: v.optional(v.number()),
    }),
  ),
  /** A scene without any has no map, and its panels take the whole screen. */
  layers: v.array(Id),
  /** In reading order. `tall` counts how many rows of the wall's grid a panel takes. */
  panels: v.pipe(
    v.array(
      v.strictObject({ panel: Id, tall: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(4)), 1) }),
    ),
    v.minLength(1),
  ),
})
export type Scene = v.InferOutput<typeof Scene>

/** The wall's physical size: type is sized in arc-minutes from it (faults §3.1). */
export const Screen = v.strictObject({
  heightM: v.pipe(v.number(), v.minValue(0.1), v.maxValue(20)),
  distanceM: v.pipe(v.number(), v.minValue(0.3), v.maxValue(50)),
})
export type Screen = v.InferOutput<typeof Screen>

/** Everything of the city file but its sources, figures, layers, panels and scenes, which are read one by one. */
export const CityHead = v.strictObject({
  $schema: v.optional(v.string()),
  schema: v.literal(1),
  id: Id,
  name: Text,
  /** The year's theme or another line under the name. */
  theme: v.optional(Text),
  zone: v.optional(Zone, 'Asia/Ho_Chi_Minh'),
  /** Where `via` paths of sources lead: the city's own gateway, relative to this file. */
  gateway: v.optional(v.string()),
  /** Present when the city's systems are played by the built-in simulator. */
  simulated: v.optional(
    v.strictObject({
      seed: v.pipe(v.number(), v.integer()),
      /** Which of the simulator's cities plays; the one with this file's id unless told. */
      place: v.optional(Id),
    }),
  ),
  /** Below this share of live sources nothing is called normal (0–1). */
  coverage: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.9),
  screen: v.optional(Screen, { heightM: 0.68, distanceM: 3 }),
  /** When walls are dimmed: from sunset to sunrise at the map's centre, never, or between two times of day. */
  night: v.optional(
    v.union([v.picklist(['sun', 'never']), v.strictObject({ from: TimeOfDay, to: TimeOfDay })]),
    'sun',
  ),
  /** Modules that bring sources, figures, layers, panels and scenes of their own, by name. */
  modules: v.optional(
    v.record(
      Id,
      v.strictObject({
        /** Relative to this file. */
        file: v.string(),
        ref: v.optional(v.string()),
      }),
    ),
    {},
  ),
  /** The days whose borders people may look at, the first one unless they choose; without `day` those of today. */
  borders: v.optional(
    v.pipe(
      v.array(v.strictObject({ id: Id, day: v.optional(v.pipe(v.string(), v.isoDate())), name: Text })),
      v.minLength(1),
    ),
    [{ id: 'today', name: { vi: 'Địa giới hiện nay', en: 'Present borders' } }],
  ),
  area: Id,
  areas: v.record(Id, Area),
  organisations: v.optional(v.record(Id, v.strictObject({ name: Text })), {}),
  documents: v.optional(v.record(Id, Document), {}),
  map: v.strictObject({
    bounds: Bounds,
    center: Point,
    zoom: v.number(),
    /** GeoJSON drawn under everything, relative to this file; `schematic` marks it as a drawing. */
    base: v.optional(
      v.strictObject({ url: v.string(), schematic: v.boolean(), attribution: v.optional(Text) }),
    ),
  }),
})
export type CityHead = v.InferOutput<typeof CityHead>

export const SECTIONS = ['sources', 'figures', 'layers', 'panels', 'scenes'] as const

/** An entry whose further fields belong to its kind; `options` has passed that kind's schema. */
export type Source = SourceCommon & { id: Id; options: unknown }
export type Layer = LayerCommon & { id: Id; options: unknown }
export type Panel = PanelCommon & { id: Id; options: unknown }

/** A module of the city: a group of scenes with a name, such as one component of an operations centre. */
export interface Module {
  id: Id
  name: Text
  ioc: number | undefined
  ref: string | undefined
  scenes: readonly Id[]
}

/** A checked city: every name that one entry gives another exists. Plain data. */
export interface City extends Omit<CityHead, '$schema' | 'schema' | 'modules'> {
  /** Absolute address of the file, which relative addresses in it start from. */
  url: string
  sources: ReadonlyMap<Id, Source>
  figures: ReadonlyMap<Id, Figure & { id: Id }>
  layers: ReadonlyMap<Id, Layer>
  panels: ReadonlyMap<Id, Panel>
  scenes: readonly (Scene & { id: Id })[]
  /** In the file's order; only scenes that can be shown. */
  modules: readonly Module[]
  /** Panels that a scene keeps a place for and that cannot be drawn, with the reasons. */
  broken: ReadonlyMap<Id, readonly Problem[]>
  /** Addresses of module files that could not be read: without them a part of the city is not watched. */
  missing: readonly string[]
  /** All that is wrong with the file and its modules; while there is anything, nothing is called normal. */
  problems: readonly Problem[]
}
