import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { mkdir, writeFile } from 'node:fs/promises'
import { areaOf, massOf, powerCells, smooth, type Cell, type Point } from './power-diagram'
import type { Sketch } from './schematic/sketch'

/** Every city's sketch by its id, found by its file. */
const SKETCHES = new Map(
  Object.entries(
    import.meta.glob<Sketch>(['./schematic/*.ts', '!./schematic/sketch.ts'], {
      eager: true,
      import: 'default',
    }),
  ).map(([path, sketch]) => [path.replace(/^.*\/|\.ts$/g, ''), sketch]),
)

const KM_PER_LAT = 110.7

export interface Ward extends Cell {
  id: string
  name: string
  /** Where its centre of mass should be, in km from the middle. */
  center: Point
  ring: readonly Point[]
}

/** Degrees to kilometres from the sketch's middle, and back. */
function plane({ origin }: Sketch) {
  const perLon = 111.32 * Math.cos((origin[1] * Math.PI) / 180)
  const toKm = ([lon, lat]: Point): Point => [(lon - origin[0]) * perLon, (lat - origin[1]) * KM_PER_LAT]
  /** To five decimals, about a metre: more would claim what a sketch does not know. */
  const toDegrees = ([x, y]: Point): Position => [
    Number((origin[0] + x / perLon).toFixed(5)),
    Number((origin[1] + y / KM_PER_LAT).toFixed(5)),
  ]
  const ringKm = (ring: readonly Point[]): Point[] => {
    const round = smooth(ring.map(toKm), true)
    return areaOf(round) < 0 ? round.reverse() : round
  }
  const polygon = (ring: readonly Point[]): Geometry => {
    const points = (areaOf(ring) < 0 ? [...ring].reverse() : ring).map(toDegrees)
    return { type: 'Polygon', coordinates: [[...points, ...points.slice(0, 1)]] }
  }
  const line = (course: readonly Point[]): Geometry => ({
    type: 'LineString',
    coordinates: smooth(course.map(toKm), false).map(toDegrees),
  })
  return { toKm, ringKm, polygon, line }
}

/** The areas as cells of the outlines, in kilometres from the middle. */
export function wardCells(sketch: Sketch): Ward[] {
  const { toKm, ringKm } = plane(sketch)
  const rings = sketch.outlines.map(ringKm)
  const wards = sketch.wards.map(([id, name, km2, center, site]) => ({
    ...{ id, name, km2, center: toKm(center) },
    site: site && toKm(site),
  }))
  const islands = (sketch.islands ?? []).map(([id, name, km2, center, ring]): Ward => {
    return { id, name, km2, center: toKm(center), site: toKm(center), ring: ringKm(ring) }
  })
  const home = (center: Point) =>
    Math.max(
      0,
      rings.findIndex((ring) => isInside(ring, center)),
    )
  const cut = rings.flatMap((ring, index) => {
    const inside = wards.filter(({ center }) => home(center) === index)
    return cellsOf(ring, inside)
  })
  return [...cut, ...islands]
}

/** Even-odd rule. */
function isInside(ring: readonly Point[], [x, y]: Point): boolean {
  return ring.reduce((inside, [bx, by], index) => {
    const [ax, ay] = ring.at(index - 1) ?? [bx, by]
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside
  }, false)
}

const STEPS = 40

/** Cells of the sizes wanted; those without a site of their own move it until their centre of mass fits. */
function cellsOf(
  outline: readonly Point[],
  wards: readonly (Omit<Ward, 'ring' | 'site'> & { site: Point | undefined })[],
): Ward[] {
  let cells = wards.map((ward) => ({ ...ward, site: ward.site ?? ward.center }))
  if (wards.some(({ site }) => !site)) {
    for (let step = 0; step < STEPS; step++) {
      const rings = powerCells(outline, cells, 150)
      cells = cells.map((cell, index) => {
        const ring = rings[index] ?? []
        if (wards[index]?.site || ring.length < 3) return cell
        const [x, y] = massOf(ring)
        const [sx, sy] = cell.site
        return { ...cell, site: [sx + 0.4 * (cell.center[0] - x), sy + 0.4 * (cell.center[1] - y)] as const }
      })
    }
  }
  const rings = powerCells(outline, cells)
  return cells.map((cell, index) => ({ ...cell, ring: rings[index] ?? [] }))
}

const feature = (geometry: Geometry, properties: Record<string, string | number>): Feature => ({
  type: 'Feature',
  properties,
  geometry,
})

function wardsFile(sketch: Sketch, wards: readonly Ward[]): FeatureCollection {
  const { polygon } = plane(sketch)
  return {
    type: 'FeatureCollection',
    features: wards.map(({ id, name, km2, ring }) => ({
      ...feature(polygon(ring), { id, ten: name, km2 }),
      id,
    })),
  }
}

function baseFile(sketch: Sketch): FeatureCollection {
  const { ringKm, polygon, line } = plane(sketch)
  const { name, outlines, islands = [], land = [], waters = [], hills = [], places = [] } = sketch
  const edge = (ring: readonly Point[]): Geometry => {
    const whole = polygon(ringKm(ring))
    return whole.type === 'Polygon' ? { type: 'LineString', coordinates: whole.coordinates[0] ?? [] } : whole
  }
  const rings = [...outlines, ...islands.map(([, , , , ring]) => ring)]
  /** Water lies over the land: an island in it is a hole. */
  const bay = (ring: readonly Point[]): Geometry => {
    const shore = polygon(ringKm(ring))
    const inside = [...rings, ...land].filter(
      (other) => other !== ring && other.every((at) => isInside(ring, at)),
    )
    if (shore.type !== 'Polygon') return shore
    const holes = inside
      .map((other) => polygon(ringKm(other)))
      .flatMap((hole) => (hole.type === 'Polygon' ? hole.coordinates.map((line) => [...line].reverse()) : []))
    return { type: 'Polygon', coordinates: [...shore.coordinates, ...holes] }
  }
  return {
    type: 'FeatureCollection',
    features: [
      ...[...rings, ...land].map((ring) => feature(polygon(ringKm(ring)), { kind: 'land', name })),
      ...hills.map(([hill, ring]) => feature(polygon(ringKm(ring)), { kind: 'hill', name: hill })),
      ...waters.map(([water, ring]) => feature(bay(ring), { kind: 'water', name: water })),
      ...sketch.rivers.map(([river, width, course]) =>
        feature(line(course), { kind: 'water', name: river, width }),
      ),
      ...sketch.roads.map(([road, rank, course]) =>
        feature(line(course), { kind: 'road', name: road, rank }),
      ),
      ...rings.map((ring) => feature(edge(ring), { kind: 'outline', name })),
      ...places.map(([place, [lon, lat]]) =>
        feature({ type: 'Point', coordinates: [lon, lat] }, { kind: 'place', name: place }),
      ),
    ],
  }
}

/** Draws the schematic base and areas of one city, or of all, into the folder of its file and of the simulator. */
export async function main(ids: string[]): Promise<number> {
  for (const [id, sketch] of SKETCHES) {
    if (ids.length > 0 && !ids.includes(id)) continue
    const later = sketch.later ? wardCells({ ...sketch, wards: sketch.later, islands: [] }) : []
    const wards = [...wardCells(sketch), ...later]
    for (const { name, km2, center, ring } of wards) {
      const [x, y] = massOf(ring)
      const off = Math.round(Math.hypot(x - center[0], y - center[1]) * 1000)
      console.log(`${name}: ${areaOf(ring).toFixed(2)} km² (${km2} printed), centre ${off} m off`)
    }
    const drawn = `${JSON.stringify(wardsFile(sketch, wards))}\n`
    await mkdir(`public/cities/${id}`, { recursive: true })
    await mkdir(`src/simulator/places/${id}`, { recursive: true })
    await writeFile(`public/cities/${id}/wards.geojson`, drawn)
    await writeFile(`src/simulator/places/${id}/wards.json`, drawn)
    await writeFile(`public/cities/${id}/base.geojson`, `${JSON.stringify(baseFile(sketch))}\n`)
  }
  return 0
}
