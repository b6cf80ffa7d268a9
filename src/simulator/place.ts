import type { Feature, Position } from 'geojson'
import { isInside, kmBetween, pointAt, type Point } from './geometry'
import { chance } from './random'
import type { Service } from './wire'

/** An area of a simulated city: a ward, a commune or a district. */
export interface Ward {
  id: string
  name: string
  km2: number
  center: Point
  /** The border as the schematic map draws it. */
  outline: readonly Position[]
}

/** A set of map objects, as the map service lists it. */
export interface Collection {
  title: string
  description: string
  features(place: Place, seed: number, at: number): Feature[]
}

/** A city that the simulator can play. */
export interface Place {
  id: string
  /** As its systems write it: "Quận Kiến An". */
  title: string
  /** Begins the codes of its cameras and stations. */
  prefix: string
  centre: Point
  /** How much happens here: dossiers, reports, visits, 1 being a district of a hundred thousand people. */
  scale: number
  /** The areas that live systems report by. */
  wards: readonly [Ward, ...Ward[]]
  /** Main roads; `wardId` where a source names the ward, else null; `course` as the city's map draws it. */
  roads: readonly { name: string; wardId: string | null; course?: readonly Point[] }[]
  /**
   * What visitors come to see, with the visitors of a mean day where they are known; a place that names none gets
   * invented ones, called after its areas.
   */
  sites?: readonly { name: string; at: Point; perDay?: number }[]
  /** Single spots that have a camera, such as a market. */
  landmarks: readonly { id: string; name: string; at: Point }[]
  /** How many base stations stand in it, and how far from the centre 5G is found. */
  stations: number
  reach5GKm: number
  collections: Readonly<Record<string, Collection>>
  /** Systems that the connection watch follows: sector and platform. */
  systems: readonly { ma: string; ten: string; nhom: string }[]
  /** Systems of this city alone; they come before those that every city has. */
  services: readonly (readonly [path: string, service: Service])[]
}

/** Wards with the outlines of a drawn file: a copy of the map's own wards.geojson. */
export function drawnWards(
  wards: readonly [Omit<Ward, 'outline'>, ...Omit<Ward, 'outline'>[]],
  drawn: { features: readonly { id: string; geometry: { coordinates: Position[][] } }[] },
): [Ward, ...Ward[]] {
  const withOutline = (ward: Omit<Ward, 'outline'>): Ward => {
    const shape = drawn.features.find(({ id }) => id === ward.id)
    return { ...ward, outline: shape?.geometry.coordinates[0] ?? [] }
  }
  const [first, ...others] = wards
  return [withOutline(first), ...others.map(withOutline)]
}

export function wardNamed(place: Place, id: string | null): Ward | undefined {
  return place.wards.find((ward) => ward.id === id)
}

/** So many places, spread evenly over a ward: sunflower steps over a disc around it, those within its border. */
export function spread(ward: Ward, count: number): [number, number][] {
  if (ward.outline.length === 0) return []
  const radius = Math.max(...ward.outline.map(([lon = 0, lat = 0]) => kmBetween(ward.center, [lon, lat])))
  const within = (steps: number) =>
    Array.from({ length: steps }, (_, step) => step).flatMap((step): [number, number][] => {
      const angle = step * Math.PI * (3 - Math.sqrt(5))
      const at = pointAt(ward.center, angle, radius * Math.sqrt((step + 0.5) / steps))
      return isInside(ward.outline, at) ? [at] : []
    })
  // A sample tells which share of the disc is ward; from a little below, the number of steps is found.
  let steps = Math.floor((0.9 * count * 500) / Math.max(1, within(500).length))
  while (within(steps).length < count) steps += Math.max(1, Math.floor(count / 40))
  return within(steps).slice(0, count)
}

/** A place anywhere in a ward; its centroid when chance keeps missing the ward. */
export function somewhereIn(ward: Ward, seed: number, key: string): Point {
  const reach = 1.2 * Math.sqrt(ward.km2)
  for (let turn = 0; turn < 30; turn++) {
    const angle = 2 * Math.PI * chance(seed, key, 'angle', turn)
    const at = pointAt(ward.center, angle, reach * Math.sqrt(chance(seed, key, 'km', turn)))
    if (isInside(ward.outline, at)) return at
  }
  return ward.center
}
