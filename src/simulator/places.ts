import type { Feature, Position } from 'geojson'
import { chance } from './random'
import drawn from './wards.json'

/** An old ward, 2007–2024: area in km² and centroid, computed from published outlines. */
export interface Ward {
  id: string
  name: string
  km2: number
  center: readonly [lon: number, lat: number]
}

export const WARDS: readonly [Ward, ...Ward[]] = [
  { id: 'bac-son', name: 'Bắc Sơn', km2: 2.19, center: [106.6357, 20.8199] },
  { id: 'dong-hoa', name: 'Đồng Hòa', km2: 3.56, center: [106.6633, 20.8212] },
  { id: 'lam-ha', name: 'Lãm Hà', km2: 1.82, center: [106.6578, 20.8362] },
  { id: 'nam-son', name: 'Nam Sơn', km2: 3.72, center: [106.6453, 20.8079] },
  { id: 'ngoc-son', name: 'Ngọc Sơn', km2: 3.43, center: [106.6136, 20.8045] },
  { id: 'phu-lien', name: 'Phù Liễn', km2: 3.35, center: [106.6384, 20.7841] },
  { id: 'quan-tru', name: 'Quán Trữ', km2: 1.4, center: [106.6485, 20.8221] },
  { id: 'tran-thanh-ngo', name: 'Trần Thành Ngọ', km2: 1.14, center: [106.6276, 20.8091] },
  { id: 'trang-minh', name: 'Tràng Minh', km2: 3.73, center: [106.6209, 20.7866] },
  { id: 'van-dau', name: 'Văn Đẩu', km2: 4.73, center: [106.6436, 20.7913] },
]

/** Kiến An centre, ±0,5 km. */
export const CENTRE: readonly [number, number] = [106.63, 20.81]

const KM_PER_LAT = 110.574
const KM_PER_LON = 111.32 * Math.cos((20.81 * Math.PI) / 180)

/** East and north of `to` as seen from `from`, in km. */
export function offsetKm(from: readonly [number, number], to: readonly [number, number]): [number, number] {
  return [(to[0] - from[0]) * KM_PER_LON, (to[1] - from[1]) * KM_PER_LAT]
}

/** The point that lies `km` away at `angle` (radians from east), to five decimals (about a metre). */
export function pointAt(from: readonly [number, number], angle: number, km: number): [number, number] {
  const lon = from[0] + (Math.cos(angle) * km) / KM_PER_LON
  const lat = from[1] + (Math.sin(angle) * km) / KM_PER_LAT
  return [Number(lon.toFixed(5)), Number(lat.toFixed(5))]
}

/** The ward's border as the schematic map draws it: wards.json is a copy of the map's own file. */
export function outlineOf(ward: Ward): Position[] {
  return drawn.features.find(({ id }) => id === ward.id)?.geometry.coordinates[0] ?? []
}

/** Even-odd rule: a ray to the east crosses the border an odd number of times. */
function isInside(outline: readonly Position[], [lon, lat]: readonly [number, number]): boolean {
  return outline.reduce((inside, [bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = outline.at(index - 1) ?? []
    const crosses = ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax
    return crosses ? !inside : inside
  }, false)
}

/** So many places, spread evenly over a ward: sunflower steps over a disc around it, those within its border. */
export function spread(ward: Ward, count: number): [number, number][] {
  const outline = outlineOf(ward)
  const radius = Math.max(
    ...outline.map(([lon = 0, lat = 0]) => Math.hypot(...offsetKm(ward.center, [lon, lat]))),
  )
  const within = (steps: number) =>
    Array.from({ length: steps }, (_, step) => step).flatMap((step): [number, number][] => {
      const angle = step * Math.PI * (3 - Math.sqrt(5))
      const at = pointAt(ward.center, angle, radius * Math.sqrt((step + 0.5) / steps))
      return isInside(outline, at) ? [at] : []
    })
  // A sample tells which share of the disc is ward; from a little below, the number of steps is found.
  let steps = Math.floor((0.9 * count * 500) / Math.max(1, within(500).length))
  while (within(steps).length < count) steps++
  return within(steps).slice(0, count)
}

/** A place anywhere in a ward; its centroid when chance keeps missing the ward. */
export function somewhereIn(ward: Ward, seed: number, key: string): readonly [number, number] {
  const outline = outlineOf(ward)
  for (let turn = 0; turn < 30; turn++) {
    const angle = 2 * Math.PI * chance(seed, key, 'angle', turn)
    const at = pointAt(ward.center, angle, 2 * Math.sqrt(chance(seed, key, 'km', turn)))
    if (isInside(outline, at)) return at
  }
  return ward.center
}

/** A closed ring around a point whose radius in km depends on the direction. */
export function ring(
  center: readonly [number, number],
  corners: number,
  km: (angle: number) => number,
): Position[] {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI
    return pointAt(center, angle, km(angle))
  })
  return [...points, ...points.slice(0, 1)]
}

/** A point of a collection, with the properties that the city's map service publishes. */
export function pointFeature(
  id: string,
  at: readonly [number, number],
  properties: Feature['properties'],
): Feature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [...at] }, properties }
}
