import type { Point } from '../power-diagram'

/** What a schematic map is drawn from: plain hand-made lines in longitude and latitude. It is no survey. */
export interface Sketch {
  /** Of the whole: the land's and the outline's name. */
  name: string
  /** The middle, from which kilometres are counted. */
  origin: Point
  /** Rings of the land that the areas below share among them; an area belongs to the ring around its centre. */
  outlines: readonly (readonly Point[])[]
  /**
   * Areas: id, name, km² and centroid as printed, and the point that the cell grows from, chosen so that its centre
   * of mass comes to lie near the centroid; without one it is found by steps.
   */
  wards: readonly (readonly [id: string, name: string, km2: number, center: Point, site?: Point])[]
  /** Areas that took their place later, cut out of the same outlines; ids of their own, never those of the old. */
  later?: Sketch['wards']
  /** Areas drawn as they are, such as islands: their own ring. */
  islands?: readonly (readonly [
    id: string,
    name: string,
    km2: number,
    center: Point,
    ring: readonly Point[],
  ])[]
  /** Land around, without areas of ours: neighbours that the water would else swallow. */
  land?: readonly (readonly Point[])[]
  /** Sea, bays and lakes. */
  waters?: readonly (readonly [name: string, ring: readonly Point[]])[]
  /** Name, width in metres, course. */
  rivers: readonly (readonly [name: string, width: number, course: readonly Point[]])[]
  /** Name, rank (1: trunk road), course. */
  roads: readonly (readonly [name: string, rank: 1 | 2, course: readonly Point[]])[]
  hills?: readonly (readonly [name: string, ring: readonly Point[]])[]
  /** Names on the map: neighbours, bays, Hoàng Sa and Trường Sa where the extent reaches them. */
  places?: readonly (readonly [name: string, at: Point])[]
}
