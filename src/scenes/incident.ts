import type { Geometry } from 'geojson'
import * as v from 'valibot'
import { isUrgent, standingOf, type Alarm, type Subject } from '../alarms/alarm'
import type { City, Layer, Scene } from '../city/schema'
import type { Id } from '../city/text'
import { anchorOf } from '../map/geojson'
import type { AlarmRing } from '../map/rings'
import type { PanelKind } from '../panels/contract'
import type { Feature } from '../sources/records'
import { panelNeeds } from './needs'

/** Near enough for the streets round a place to have room for their names. */
const PLACE_ZOOM = 14
/** Rows of panels beside the card of the alarm, in the units of `tall`: what a column holds. */
const ROOM = 4

const CameraOptions = v.looseObject({ icon: v.literal('camera') })
/** Layers of cameras, by the sign that the city file gives them. */
export const cameraLayers = ({ layers }: Pick<City, 'layers'>): Layer[] =>
  [...layers.values()].filter(({ options }) => v.is(CameraOptions, options))

/** Where an alarm is, when it is not the whole city. */
export function placeOf(
  subject: Subject,
  { area, areas }: Pick<City, 'area' | 'areas'>,
): Geometry | undefined {
  switch (subject.kind) {
    case 'limit': {
      const center = subject.area === area ? undefined : areas[subject.area]?.center
      return center && { type: 'Point', coordinates: center }
    }
    case 'city':
      return subject.alert.geometry
    case 'source':
      return undefined
  }
}

/** A ring for every alarm that has a place. */
export function ringsOf(alarms: readonly Alarm[], city: Pick<City, 'area' | 'areas'>): AlarmRing[] {
  return alarms.flatMap((alarm) => {
    const geometry = placeOf(alarm.subject, city)
    const urgent = isUrgent(alarm)
    return geometry ? [{ key: alarm.key, geometry, urgent, seen: standingOf(alarm) !== 'unacked' }] : []
  })
}

type Known = Pick<City, 'scenes' | 'figures' | 'panels' | 'layers' | 'map' | 'area' | 'areas'>

/**
 * The scene that an alarm brings to the wall: its own scene's map flown to its place with the cameras on it, and the
 * panels that show its figure before the others of that scene. Undefined when the city has no scene at all.
 */
export function incidentScene(
  { key, subject }: Pick<Alarm, 'key' | 'subject'>,
  city: Known,
  kinds: ReadonlyMap<string, PanelKind>,
): (Scene & { id: Id }) | undefined {
  const shows = (scene: Scene) =>
    subject.kind === 'limit' && panelNeeds(scene, city, kinds).figures.includes(subject.figure)
  const wanted = subject.kind === 'limit' ? city.figures.get(subject.figure)?.limits?.scene : undefined
  const home =
    city.scenes.find(({ id }) => id === wanted) ??
    city.scenes.find(shows) ??
    city.scenes.find(({ layers }) => layers.length > 0) ??
    city.scenes[0]
  if (!home) return undefined
  const ground =
    home.layers.length > 0 ? home.layers : (city.scenes.find(({ layers }) => layers.length > 0)?.layers ?? [])
  const place = placeOf(subject, city)
  const camera = place && flownTo(place, home, city)
  const first = (panel: Scene['panels'][number]) => (shows({ ...home, panels: [panel] }) ? 0 : 1)
  return {
    ...home,
    ...(camera ? { camera } : {}),
    id: `alarm ${key}`,
    layers: [...new Set([...ground, ...(place ? cameraLayers(city) : []).map(({ id }) => id)])],
    panels: fitting(home.panels.toSorted((a, b) => first(a) - first(b))),
  }
}

function flownTo(place: Geometry, home: Scene, { map }: Pick<City, 'map'>): Scene['camera'] {
  const own = home.camera ?? { center: map.center, zoom: map.zoom }
  const [lon = own.center[0], lat = own.center[1]] = anchorOf(place)
  // A surface is shown as a whole: the scene's own zoom knows the size of the city.
  return { center: [lon, lat], zoom: place.type === 'Point' ? Math.max(own.zoom, PLACE_ZOOM) : own.zoom }
}

function fitting(panels: Scene['panels']): Scene['panels'] {
  let room = ROOM
  return panels.filter(({ tall }, index) => {
    const fits = index === 0 || tall <= room
    if (fits) room -= tall
    return fits
  })
}

/** One of the things round a place, and how far it is, in metres. */
export interface Near {
  feature: Feature
  metres: number
}

const METRES_PER_DEGREE = 111_320

/** The `count` nearest to a place, the nearest first; good over the size of a city. */
export function nearest(features: readonly Feature[], place: Geometry, count: number): Near[] {
  const [lon = 0, lat = 0] = anchorOf(place)
  const east = Math.cos((lat * Math.PI) / 180)
  return features
    .map((feature) => {
      const [x = NaN, y = NaN] = anchorOf(feature.geometry)
      return { feature, metres: Math.hypot((x - lon) * east, y - lat) * METRES_PER_DEGREE }
    })
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, count)
}
