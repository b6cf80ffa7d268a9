import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { mkdir, writeFile } from 'node:fs/promises'
import { areaOf, massOf, powerCells, smooth, type Cell, type Point } from './power-diagram'

/**
 * Wards of 2007–2024: id, name, km² and centroid (figures of the printed list, from GADM 4.1), and the point that
 * the cell grows from, chosen so that its centre of mass comes to lie near the printed centroid.
 */
const WARDS: readonly (readonly [string, string, number, Point, Point])[] = [
  ['bac-son', 'Bắc Sơn', 2.19, [106.6357, 20.8199], [106.634, 20.8243]],
  ['dong-hoa', 'Đồng Hòa', 3.56, [106.6633, 20.8212], [106.6699, 20.8063]],
  ['lam-ha', 'Lãm Hà', 1.82, [106.6578, 20.8362], [106.6495, 20.8384]],
  ['nam-son', 'Nam Sơn', 3.72, [106.6453, 20.8079], [106.647, 20.805]],
  ['ngoc-son', 'Ngọc Sơn', 3.43, [106.6136, 20.8045], [106.6207, 20.7928]],
  ['phu-lien', 'Phù Liễn', 3.35, [106.6384, 20.7841], [106.6372, 20.7864]],
  ['quan-tru', 'Quán Trữ', 1.4, [106.6485, 20.8221], [106.6394, 20.8196]],
  ['tran-thanh-ngo', 'Trần Thành Ngọ', 1.14, [106.6276, 20.8091], [106.6362, 20.8142]],
  ['trang-minh', 'Tràng Minh', 3.73, [106.6209, 20.7866], [106.6019, 20.759]],
  ['van-dau', 'Văn Đẩu', 4.73, [106.6436, 20.7913], [106.6435, 20.7914]],
]

/**
 * The district's outline: our own line, chosen so that the cells inside it have the printed sizes and centres
 * and its bounding box is the printed one. It is no survey.
 */
const OUTLINE: readonly Point[] = [
  [106.6548, 20.8424], [106.6502, 20.835], [106.6432, 20.826], [106.6334, 20.8187], [106.622, 20.814],
  [106.6106, 20.8113], [106.601, 20.8096], [106.5948, 20.8085], [106.594, 20.807], [106.5986, 20.8034],
  [106.6063, 20.7969], [106.6154, 20.7883], [106.6256, 20.7792], [106.6359, 20.772], [106.645, 20.7684],
  [106.6513, 20.7705], [106.6539, 20.7782], [106.6538, 20.7898], [106.6551, 20.8023], [106.6607, 20.8133],
  [106.6694, 20.8207], [106.6768, 20.8246], [106.6759, 20.8276], [106.6691, 20.8321], [106.663, 20.8391],
  [106.6586, 20.8445],
] // prettier-ignore

/** Name, width in metres, course: plain hand-made lines along the sides of the district that they touch. */
const RIVERS: readonly (readonly [string, number, readonly Point[]])[] = [
  [
    'Sông Lạch Tray', 190,
    [
      [106.56, 20.8125], [106.576, 20.8185], [106.592, 20.8145], [106.61, 20.8165], [106.622, 20.8195],
      [106.632, 20.824], [106.641, 20.8315], [106.648, 20.84], [106.655, 20.8478], [106.6625, 20.8458],
      [106.668, 20.8385], [106.676, 20.8325], [106.685, 20.8275], [106.7, 20.829], [106.714, 20.822],
    ],
  ],
  [
    'Sông Đa Độ', 95,
    [
      [106.56, 20.789], [106.574, 20.7965], [106.586, 20.8], [106.597, 20.7985], [106.605, 20.7925],
      [106.6135, 20.7845], [106.624, 20.7755], [106.635, 20.768], [106.646, 20.7645], [106.657, 20.767],
      [106.669, 20.763], [106.684, 20.765], [106.7, 20.7595], [106.714, 20.761],
    ],
  ],
] // prettier-ignore

/** Name, rank (1: trunk road), course. Names from the printed list; courses are schematic. */
const ROADS: readonly (readonly [string, 1 | 2, readonly Point[]])[] = [
  ['QL10', 1, [[106.562, 20.829], [106.58, 20.8195], [106.597, 20.8065], [106.613, 20.7975], [106.629, 20.7895], [106.646, 20.7845], [106.665, 20.7805], [106.69, 20.7715], [106.714, 20.7675]]],
  ['Trường Chinh', 1, [[106.6395, 20.8157], [106.6455, 20.821], [106.6515, 20.828], [106.6575, 20.837], [106.662, 20.846], [106.67, 20.857]]],
  ['Lê Duẩn', 2, [[106.6395, 20.8157], [106.6455, 20.817], [106.652, 20.8195], [106.66, 20.821], [106.672, 20.8245]]],
  ['Trần Nhân Tông', 2, [[106.6395, 20.8157], [106.643, 20.811], [106.6462, 20.8045], [106.648, 20.797], [106.649, 20.7837]]],
  ['Trần Thành Ngọ', 2, [[106.6215, 20.806], [106.6276, 20.8095], [106.6335, 20.8127], [106.6395, 20.8157]]],
  ['Hoàng Thiết Tâm', 2, [[106.6335, 20.8127], [106.6337, 20.8165], [106.638, 20.8207], [106.6455, 20.821]]],
  ['Hoàng Quốc Việt', 2, [[106.6215, 20.806], [106.613, 20.8065], [106.604, 20.8065], [106.597, 20.8065]]],
  ['Phan Đăng Lưu', 2, [[106.6335, 20.8127], [106.6345, 20.8065], [106.6335, 20.7995], [106.629, 20.7895]]],
  ['Nguyễn Lương Bằng', 2, [[106.6335, 20.7995], [106.6385, 20.7925], [106.64, 20.786], [106.6425, 20.7765], [106.6465, 20.7665]]],
] // prettier-ignore

/** Núi Voi lies outside the district; the middle of the boundary that it stands on. */
const HILL: readonly Point[] = [
  [106.5535, 20.838], [106.5565, 20.8425], [106.5605, 20.8415], [106.564, 20.8435], [106.5668, 20.8395],
  [106.5635, 20.836], [106.558, 20.835],
] // prettier-ignore

const ORIGIN: Point = [106.6355, 20.8065]
const KM_PER_DEGREE: Point = [111.32 * Math.cos((ORIGIN[1] * Math.PI) / 180), 110.7]

const toKm = ([lon, lat]: Point): Point => [
  (lon - ORIGIN[0]) * KM_PER_DEGREE[0],
  (lat - ORIGIN[1]) * KM_PER_DEGREE[1],
]
/** To five decimals, about a metre: more would claim what a sketch does not know. */
const toDegrees = ([x, y]: Point): Position => [
  Number((ORIGIN[0] + x / KM_PER_DEGREE[0]).toFixed(5)),
  Number((ORIGIN[1] + y / KM_PER_DEGREE[1]).toFixed(5)),
]

function polygon(ringKm: readonly Point[]): Geometry {
  const ring = (areaOf(ringKm) < 0 ? [...ringKm].reverse() : ringKm).map(toDegrees)
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
}

const feature = (geometry: Geometry, properties: Record<string, string | number>): Feature => ({
  type: 'Feature',
  properties,
  geometry,
})

const line = (course: readonly Point[]): Geometry => ({
  type: 'LineString',
  coordinates: smooth(course.map(toKm), false).map(toDegrees),
})

const outlineKm = (): Point[] => {
  const ring = smooth(OUTLINE.map(toKm), true)
  return areaOf(ring) < 0 ? ring.reverse() : ring
}

export interface Ward extends Cell {
  id: string
  name: string
  /** Where its centre of mass should be. */
  center: Point
  ring: Point[]
}

/** The wards as cells of the outline, in kilometres from the district's middle. */
export function wardCells(): Ward[] {
  const cells = WARDS.map(([id, name, km2, center, site]) => ({
    id,
    name,
    km2,
    center: toKm(center),
    site: toKm(site),
  }))
  const rings = powerCells(outlineKm(), cells)
  return cells.map((cell, index) => ({ ...cell, ring: rings[index] ?? [] }))
}

function wardsFile(wards: readonly Ward[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: wards.map(({ id, name, km2, ring }) => ({
      ...feature(polygon(ring), { id, ten: name, km2 }),
      id,
    })),
  }
}

function baseFile(): FeatureCollection {
  const land = polygon(outlineKm())
  const edge: Geometry =
    land.type === 'Polygon' ? { type: 'LineString', coordinates: land.coordinates[0] ?? [] } : land
  return {
    type: 'FeatureCollection',
    features: [
      feature(land, { kind: 'land', name: 'Quận Kiến An' }),
      feature(polygon(smooth(HILL.map(toKm), true)), { kind: 'hill', name: 'Núi Voi' }),
      ...RIVERS.map(([name, width, course]) => feature(line(course), { kind: 'water', name, width })),
      ...ROADS.map(([name, rank, course]) => feature(line(course), { kind: 'road', name, rank })),
      feature(edge, { kind: 'outline', name: 'Quận Kiến An' }),
    ],
  }
}

/** Draws Kiến An's schematic base and wards into the folder of the city file. */
export async function main([folder = 'public/cities/kien-an']: string[]): Promise<number> {
  const wards = wardCells()
  for (const { name, km2, center, ring } of wards) {
    const [x, y] = massOf(ring)
    const off = Math.round(Math.hypot(x - center[0], y - center[1]) * 1000)
    console.log(`${name}: ${areaOf(ring).toFixed(2)} km² (${km2} printed), centre ${off} m off`)
  }
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/wards.geojson`, `${JSON.stringify(wardsFile(wards))}\n`)
  await writeFile(`${folder}/base.geojson`, `${JSON.stringify(baseFile())}\n`)
  return 0
}
