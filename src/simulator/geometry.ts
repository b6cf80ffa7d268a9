import type { Feature, Position } from 'geojson'

export type Point = readonly [lon: number, lat: number]

const KM_PER_LAT = 110.574
const kmPerLon = (lat: number) => 111.32 * Math.cos((lat * Math.PI) / 180)

/** East and north of `to` as seen from `from`, in km. */
export function offsetKm(from: Point, to: Point): [number, number] {
  return [(to[0] - from[0]) * kmPerLon(from[1]), (to[1] - from[1]) * KM_PER_LAT]
}

export function kmBetween(from: Point, to: Point): number {
  return Math.hypot(...offsetKm(from, to))
}

/** The point that lies `km` away at `angle` (radians from east), to five decimals (about a metre). */
export function pointAt(from: Point, angle: number, km: number): [number, number] {
  const lon = from[0] + (Math.cos(angle) * km) / kmPerLon(from[1])
  const lat = from[1] + (Math.sin(angle) * km) / KM_PER_LAT
  return [Number(lon.toFixed(5)), Number(lat.toFixed(5))]
}

/** Even-odd rule: a ray to the east crosses the border an odd number of times. */
export function isInside(outline: readonly Position[], [lon, lat]: Point): boolean {
  return outline.reduce((inside, [bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = outline.at(index - 1) ?? []
    const crosses = ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax
    return crosses ? !inside : inside
  }, false)
}

/** A closed ring around a point whose radius in km depends on the direction. */
export function ring(center: Point, corners: number, km: (angle: number) => number): Position[] {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI
    return pointAt(center, angle, km(angle))
  })
  return [...points, ...points.slice(0, 1)]
}

/** A point of a collection, with the properties that the city's map service publishes. */
export function pointFeature(id: string, at: Point, properties: Feature['properties']): Feature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [...at] }, properties }
}
