import { kmBetween, offsetKm, pointAt, type Point } from './geometry'
import { wardNamed, type Place } from './place'
import { chance } from './random'
import { remember } from './remember'

type Road = Place['roads'][number]

/** A stretch of a main road that the traffic system measures by itself. */
export interface Segment {
  id: string
  /** "Lê Duẩn 2": the second stretch of Lê Duẩn. */
  name: string
  road: string
  course: Point[]
  km: number
  wardId: string
  /** Speed when the road is empty, km/h, and what it carries in an hour. */
  free: number
  capacity: number
}

const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  Number((ax + (bx - ax) * share).toFixed(5)),
  Number((ay + (by - ay) * share).toFixed(5)),
]

/** Cuts the corners of a line twice, so that it bends like a road (Chaikin); its ends stay. */
function smooth(line: readonly Point[], times = 2): Point[] {
  if (times === 0) return [...line]
  const cut = line.slice(1).flatMap((to, index): Point[] => {
    const from = line[index] ?? to
    const [first, last] = [index === 0, index === line.length - 2]
    return [...(first ? [from] : [between(from, to, 0.25)]), ...(last ? [to] : [between(from, to, 0.75)])]
  })
  return smooth(cut, times - 1)
}

/**
 * Where a road runs on the schematic map: no source gives true courses, so a road named with a ward runs through that
 * ward's centre towards its neighbours, and any other crosses the city from ward to ward in a direction of its own;
 * a city whose map draws the road says how.
 */
export function roadCourse(place: Place, road: Road): Point[] {
  if (road.course) return smooth(road.course)
  const own = wardNamed(place, road.wardId)
  const rest = place.roads.filter(({ wardId }) => !wardNamed(place, wardId))
  if (!own) return across(place, Math.max(0, rest.indexOf(road)), Math.max(1, rest.length))
  const near = place.wards
    .filter(({ id }) => id !== own.id)
    .toSorted((a, b) => kmBetween(own.center, a.center) - kmBetween(own.center, b.center))
    .slice(0, 5)
  const towards = (to: Point) => Math.atan2(...swapped(offsetKm(own.center, to)))
  const [first] = near
  if (!first) return [pointAt(own.center, 0, 0.5), pointAt(own.center, Math.PI, 0.5)]
  // On the other side of the ward it goes on as straight as it can.
  const [second = first] = near.toSorted(
    (a, b) =>
      Math.cos(towards(a.center) - towards(first.center)) -
      Math.cos(towards(b.center) - towards(first.center)),
  )
  // Not straight at the neighbour: two roads that meet half way must not lie on each other.
  const end = (to: Point, turn: string) =>
    pointAt(
      own.center,
      towards(to) + 0.7 * (chance(0, place.id, 'bend', road.name, turn) - 0.5),
      0.8 * kmBetween(own.center, to),
    )
  return smooth([end(first.center, 'from'), own.center, end(second.center, 'to')])
}

const swapped = ([east, north]: [number, number]): [number, number] => [north, east]

/** The turn-th of so many roads that cross the city: past the third of its wards that lie nearest a straight line. */
function across(place: Place, turn: number, count: number): Point[] {
  const angle = (Math.PI * turn) / count + 0.35
  const offsets = place.wards.map(({ center }) => ({ center, km: offsetKm(place.centre, center) }))
  const off = ([east, north]: [number, number]) => north * Math.cos(angle) - east * Math.sin(angle)
  const sides = offsets.map(({ km }) => off(km)).toSorted((a, b) => a - b)
  // Every second road passes the centre at some distance, as ring roads do.
  const aside = turn % 2 === 0 ? 0 : 0.6 * ((turn % 4 === 1 ? sides.at(-1) : sides[0]) ?? 0)
  const middle = pointAt(place.centre, angle + Math.PI / 2, aside)
  const line = offsets
    .toSorted((a, b) => Math.abs(off(a.km) - aside) - Math.abs(off(b.km) - aside))
    .slice(0, Math.max(3, Math.ceil(offsets.length / 3)))
    .map(({ center, km: [east, north] }) => ({
      center,
      forward: east * Math.cos(angle) + north * Math.sin(angle),
    }))
    .toSorted((a, b) => a.forward - b.forward)
    .map(({ center, forward }) => between(pointAt(middle, angle, forward), center, 0.7))
  return smooth(line)
}

export function lengthKm(course: readonly Point[]): number {
  return course.slice(1).reduce((sum, to, index) => sum + kmBetween(course[index] ?? to, to), 0)
}

/** The point that lies at a share (0–1) of a line's length. */
export function pointAlong(course: readonly Point[], share: number): Point {
  let left = share * lengthKm(course)
  for (const [index, to] of course.slice(1).entries()) {
    const from = course[index] ?? to
    const step = kmBetween(from, to)
    if (left <= step && step > 0) return between(from, to, left / step)
    left -= step
  }
  return course.at(-1) ?? [0, 0]
}

/** The part of a line between two shares of its length. */
function stretch(course: readonly Point[], from: number, to: number): Point[] {
  const whole = lengthKm(course)
  let passed = 0
  const inner = course.filter((point, index) => {
    passed += kmBetween(course[index - 1] ?? point, point)
    return passed > from * whole && passed < to * whole
  })
  return [pointAlong(course, from), ...inner, pointAlong(course, to)]
}

const isHighway = (name: string) => /^(QL|ĐT|TL|CT|Quốc lộ|Tỉnh lộ|Cao tốc)/.test(name)

/** Every measured stretch of the city's main roads; one to five on each road. */
export const segments = remember((place): Segment[] => {
  const span = Math.max(...place.wards.map(({ center }) => kmBetween(place.centre, center)))
  return place.roads.flatMap((road, index) => {
    const course = roadCourse(place, road)
    const count = Math.min(5, Math.max(1, Math.round(lengthKm(course) / Math.min(3.5, 0.4 * span))))
    const free = isHighway(road.name) ? 58 : 38 + 6 * chance(0, place.id, 'free', road.name)
    return Array.from({ length: count }, (_, part): Segment => {
      const line = stretch(course, part / count, (part + 1) / count)
      const middle = pointAlong(line, 0.5)
      const [ward] = place.wards.toSorted((a, b) => kmBetween(middle, a.center) - kmBetween(middle, b.center))
      return {
        id: `${place.prefix}-d${String(index + 1).padStart(2, '0')}-${part + 1}`,
        name: count === 1 ? road.name : `${road.name} ${part + 1}`,
        road: road.name,
        course: line,
        km: lengthKm(line),
        wardId: ward?.id ?? place.wards[0].id,
        free,
        capacity: isHighway(road.name) ? 3200 : 1400 + 600 * chance(0, place.id, 'lanes', road.name),
      }
    })
  })
}, 8)
