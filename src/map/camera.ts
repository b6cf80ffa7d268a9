import type { Camera } from './contract'

/** Shorter side, in CSS px, of the map that the zoom in a city file is meant for. */
const REFERENCE_PX = 900
/** CSS px of the whole equator at zoom 0. */
const WORLD_PX = 512

interface Size {
  width: number
  height: number
}

/** The zoom at which a map of this size shows the same ground, so that one city file serves tablet and wall. */
export function zoomFor(zoom: number, { width, height }: Size): number {
  const shorter = Math.min(width, height)
  return shorter > 0 ? zoom + Math.log2(shorter / REFERENCE_PX) : zoom
}

/** Longitude, latitude to CSS px from the top left corner. */
export type Project = (position: readonly number[]) => readonly [number, number]

/** An equirectangular projection around the camera, at the scale that MapLibre would use there. */
export function projection({ center, zoom }: Camera, size: Size): Project {
  const [lon0, lat0] = center
  const perDegree = (WORLD_PX * 2 ** zoomFor(zoom, size)) / 360
  const stretch = 1 / Math.cos((lat0 * Math.PI) / 180)
  return ([lon = lon0, lat = lat0]) => [
    size.width / 2 + (lon - lon0) * perDegree,
    size.height / 2 - (lat - lat0) * perDegree * stretch,
  ]
}
