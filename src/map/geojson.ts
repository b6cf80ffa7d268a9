import type { Feature as GeoFeature, FeatureCollection, Geometry, Position } from 'geojson'
import type { Feature } from '../sources/records'
import type { MapLayer } from './contract'

/** An uncertainty smaller than this is hidden by the icon itself, in metres. */
const RING_FROM_M = 100
const METRES_PER_DEGREE = 111_320

const made = new WeakMap<readonly Feature[], Map<string, FeatureCollection>>()

/**
 * A layer's features as GeoJSON for its style. The same features and filter give the same object, so that
 * identity tells whether anything has to be sent to the map.
 * Property `part` tells a feature's shape from its ring of uncertainty (metres) and its label point.
 */
export function collect({ id, bound, features, filter }: MapLayer): FeatureCollection {
  const known = made.get(features) ?? new Map<string, FeatureCollection>()
  made.set(features, known)
  const key = `${id} ${filter ?? ''}`
  const before = known.get(key)
  if (before) return before
  const kept = features.filter(keeper({ bound, filter }))
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    // Only points can be clustered.
    features: kept.flatMap((feature) => [
      partOf(feature, 'shape', feature.geometry),
      ...(bound.clustered ? [] : extras(feature)),
    ]),
  }
  known.set(key, collection)
  return collection
}

/** Which features a layer shows under the filter that a person chose. */
export function keeper({ bound, filter }: Pick<MapLayer, 'bound' | 'filter'>): (feature: Feature) => boolean {
  return bound.filters.find((choice) => choice.id === filter)?.keep ?? (() => true)
}

/** MapLibre counts the corners of letters in 16 bits and throws for a name of ten thousand (faults §6 row 63). */
const LONGEST_LABEL = 80

const label = (name: string) => (name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1)}…` : name)

/** A part of a feature: all parts carry its `id`, each has a `key` of its own. */
function partOf(feature: Feature, part: string, geometry: Geometry): GeoFeature {
  const { id, name, kind, status, accuracy, props } = feature
  const properties = { ...props, id, key: `${id} ${part}`, name: label(name), kind, status, accuracy, part }
  return { type: 'Feature', geometry, properties }
}

function extras(feature: Feature): GeoFeature[] {
  const { geometry, accuracyM = 0, accuracy } = feature
  switch (geometry.type) {
    case 'Point':
      if (accuracy === 'surveyed' || accuracyM < RING_FROM_M) return []
      return [
        partOf(feature, 'ring', {
          type: 'LineString',
          coordinates: ringAround(geometry.coordinates, accuracyM),
        }),
      ]
    case 'MultiPoint':
    case 'GeometryCollection':
      return []
    default:
      return [partOf(feature, 'label', { type: 'Point', coordinates: anchorOf(geometry) })]
  }
}

/** Where an object is named and a camera goes to: the point, half way along a line, the middle of an area. */
export function anchorOf(geometry: Feature['geometry']): Position {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates
    case 'MultiPoint':
      return geometry.coordinates[0] ?? [0, 0]
    case 'LineString':
      return middle([geometry.coordinates])
    case 'MultiLineString':
      return middle(geometry.coordinates)
    case 'Polygon':
      return labelPoint([geometry.coordinates])
    case 'MultiPolygon':
      return labelPoint(geometry.coordinates)
    case 'GeometryCollection':
      return geometry.geometries[0] ? anchorOf(geometry.geometries[0]) : [0, 0]
  }
}

/** A circle of that many metres, closed. */
function ringAround([lon = 0, lat = 0]: Position, metres: number): Position[] {
  const steps = 72
  const dy = metres / METRES_PER_DEGREE
  const dx = dy / Math.cos((lat * Math.PI) / 180)
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps
    return [lon + dx * Math.cos(angle), lat + dy * Math.sin(angle)]
  })
}

/** Half way along the longest of the lines, measured in degrees. */
function middle(lines: readonly (readonly Position[])[]): Position {
  const lengths = (line: readonly Position[]) =>
    line.map(([x = 0, y = 0], index) => {
      const [px = x, py = y] = line[index - 1] ?? []
      return Math.hypot(x - px, y - py)
    })
  const total = (line: readonly Position[]) => lengths(line).reduce((sum, part) => sum + part, 0)
  const line = lines.reduce((best, next) => (total(next) > total(best) ? next : best))
  let left = total(line) / 2
  for (const [index, length] of lengths(line).entries()) {
    const [x = 0, y = 0] = line[index] ?? []
    if (length >= left && length > 0) {
      const [px = x, py = y] = line[index - 1] ?? []
      return [px + ((x - px) * left) / length, py + ((y - py) * left) / length]
    }
    left -= length
  }
  return line[0] ?? [0, 0]
}

/** One label for an area of many islands: the centre of mass of its largest outer ring. */
export function labelPoint(polygons: readonly (readonly Position[][])[]): Position {
  const rings = polygons.map(([outer = []]) => massOf(outer))
  const largest = rings.reduce((best, next) => (Math.abs(next.area) > Math.abs(best.area) ? next : best), {
    area: 0,
    center: polygons[0]?.[0]?.[0] ?? [0, 0],
  })
  return largest.center
}

function massOf(ring: readonly Position[]): { area: number; center: Position } {
  // Measured from the first corner: products of whole degrees would lose the last metres.
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let area = 0
  let x = 0
  let y = 0
  for (const [index, [bx = 0, by = 0]] of ring.entries()) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? [bx, by]
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    area += cross / 2
    x += (cross * (ax - x0 + bx - x0)) / 6
    y += (cross * (ay - y0 + by - y0)) / 6
  }
  return area === 0 ? { area, center: [x0, y0] } : { area, center: [x0 + x / area, y0 + y / area] }
}
