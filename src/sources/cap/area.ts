import type { Geometry, Position } from 'geojson'

/** A circle is drawn with so many corners. */
const CORNERS = 48
/** More corners than this are a coastline; the alert is shown without it rather than the map with nothing else. */
const MOST_CORNERS = 20_000
const KM_PER_DEGREE = 111.32

/** Where an alert holds, as its message says it: "lat,lon lat,lon …" and "lat,lon km". */
export interface Shapes {
  polygons: readonly string[]
  circles: readonly string[]
}

/**
 * The shapes as GeoJSON, which has longitude first; undefined when none of them can be read. A shape that cannot be
 * right is left out and nothing is guessed: the alert itself still counts.
 */
export function geometryOf({ polygons, circles }: Shapes): Geometry | undefined {
  const rings = [...polygons.flatMap(polygonRing), ...circles.flatMap(circleRing)]
  const points = rings.flatMap((ring) => (ring.length === 1 ? ring : []))
  const areas = rings.filter((ring) => ring.length > 1)
  if (areas.reduce((sum, ring) => sum + ring.length, 0) > MOST_CORNERS) return undefined
  const [first, ...others] = areas
  const [point] = points
  if (!first) return point && { type: 'Point', coordinates: point }
  return others.length === 0
    ? { type: 'Polygon', coordinates: [first] }
    : { type: 'MultiPolygon', coordinates: areas.map((ring) => [ring]) }
}

function polygonRing(text: string): Position[][] {
  const pairs = text.split(/\s+/).filter(Boolean).map(positionOf)
  const ring = pairs.filter((position) => position !== undefined)
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last || ring.length < pairs.length) return []
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
  return closed.length < 4 ? [] : [closed]
}

/** A circle of no size is a point. */
function circleRing(text: string): Position[][] {
  const [centre = '', radius = '', ...rest] = text.trim().split(/\s+/)
  const at = positionOf(centre)
  const km = numberOf(radius)
  if (!at || km === undefined || km < 0 || rest.length > 0) return []
  if (km === 0) return [[at]]
  const [lon = 0, lat = 0] = at
  const high = km / KM_PER_DEGREE
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  // A circle around the earth or over a pole is no place in a city.
  if (Math.abs(lat) + high > 90 || wide > 90) return []
  const corners = Array.from({ length: CORNERS }, (_, corner): Position => {
    const angle = (2 * Math.PI * corner) / CORNERS
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)]
  })
  return [[...corners, ...corners.slice(0, 1)]]
}

/** "lat,lon" as longitude and latitude. */
function positionOf(pair: string): Position | undefined {
  const [lat, lon, ...rest] = pair.split(',').map(numberOf)
  if (lat === undefined || lon === undefined || rest.length > 0) return undefined
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : undefined
}

const numberOf = (text: string) => (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : undefined)

/** West, south, east, north. */
type Bounds = readonly [number, number, number, number]

/** Whether a shape and the bounds have anything in common, as far as their boxes tell. */
export function touches(geometry: Geometry, [west, south, east, north]: Bounds): boolean {
  const positions = positionsOf(geometry)
  const lons = positions.map(([lon = NaN]) => lon)
  const lats = positions.map(([, lat = NaN]) => lat)
  const [least, most] = [
    (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity),
    (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
  return least(lons) <= east && most(lons) >= west && least(lats) <= north && most(lats) >= south
}

function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    default:
      return []
  }
}
