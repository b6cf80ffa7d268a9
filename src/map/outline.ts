import type { Geometry, Position } from 'geojson'
import type { Project } from './camera'

/** A geometry as the fallback draws it: one SVG path, or points. Screen px. */
export interface Outline {
  path: string
  points: readonly (readonly [number, number])[]
}

/** Projects any GeoJSON geometry to SVG. */
export function outlineOf(geometry: Geometry, project: Project): Outline {
  const line = (positions: readonly Position[], close: boolean) =>
    positions.length < 2
      ? ''
      : `M${positions
          .map((position) =>
            project(position)
              .map((px) => px.toFixed(1))
              .join(' '),
          )
          .join('L')}${close ? 'Z' : ''}`
  const rings = (polygon: readonly Position[][]) => polygon.map((ring) => line(ring, true)).join('')
  switch (geometry.type) {
    case 'Point':
      return { path: '', points: [project(geometry.coordinates)] }
    case 'MultiPoint':
      return { path: '', points: geometry.coordinates.map(project) }
    case 'LineString':
      return { path: line(geometry.coordinates, false), points: [] }
    case 'MultiLineString':
      return { path: geometry.coordinates.map((part) => line(part, false)).join(''), points: [] }
    case 'Polygon':
      return { path: rings(geometry.coordinates), points: [] }
    case 'MultiPolygon':
      return { path: geometry.coordinates.map(rings).join(''), points: [] }
    case 'GeometryCollection': {
      const parts = geometry.geometries.map((part) => outlineOf(part, project))
      return { path: parts.map(({ path }) => path).join(''), points: parts.flatMap(({ points }) => points) }
    }
  }
}

/** Whether a geometry has an inside to fill. */
export function isSurface({ type }: Geometry): boolean {
  return type === 'Polygon' || type === 'MultiPolygon'
}

/** A rectangle on the screen: left, top, right, bottom in px. */
export type Box = readonly [number, number, number, number]

export interface Name {
  text: string
  /** Where it would like to be: the middle of the text. */
  at: readonly [number, number]
}

/**
 * Finds room for names among what is already taken: in the middle, below or above; a name without room is left
 * out, since two names on one spot are none. The first names go first.
 */
export function placeNames(names: readonly Name[], taken: readonly Box[], textPx: number): Name[] {
  const boxes = [...taken]
  return names.flatMap(({ text, at: [x, y] }) => {
    for (const step of [0, 1.3, -1.3, 2.4, -2.4]) {
      const at = [x, y + step * textPx] as const
      // A letter of Noto Sans is about 0.6 of its size wide.
      const half = text.length * textPx * 0.3
      const box: Box = [x - half, at[1] - textPx * 0.6, x + half, at[1] + textPx * 0.6]
      if (boxes.some((other) => overlap(box, other))) continue
      boxes.push(box)
      return [{ text, at }]
    }
    return []
  })
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
