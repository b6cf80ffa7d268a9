/** Plane geometry in kilometres, for drawing a schematic map. Rings are open: the last point is not the first. */
export type Point = readonly [number, number]

export interface Cell {
  /** What the cell should cover, km². */
  km2: number
  /** Where it grows from. */
  site: Point
}

export function areaOf(ring: readonly Point[]): number {
  return edges(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay) / 2, 0)
}

export function massOf(ring: readonly Point[]): Point {
  const area = areaOf(ring)
  let x = 0
  let y = 0
  for (const [[ax, ay], [bx, by]] of edges(ring)) {
    const cross = ax * by - bx * ay
    x += (cross * (ax + bx)) / 6
    y += (cross * (ay + by)) / 6
  }
  return [x / area, y / area]
}

/** Rounds the corners of a ring (Chaikin), or of a line whose ends stay. */
export function smooth(points: readonly Point[], closed: boolean, times = 2): Point[] {
  if (times === 0) return [...points]
  const cut = edges(points, closed).flatMap(([[ax, ay], [bx, by]]): Point[] => [
    [0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by],
    [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by],
  ])
  const [first] = points
  const last = points.at(-1)
  const ends = closed || !first || !last ? cut : [first, ...cut.slice(1, -1), last]
  return smooth(ends, closed, times - 1)
}

/**
 * Cuts `outline` into one cell per entry by a power diagram, whose weights grow until each cell has its share
 * of the area.
 */
export function powerCells(outline: readonly Point[], cells: readonly Cell[], rounds = 1500): Point[][] {
  const share = areaOf(outline) / cells.reduce((sum, { km2 }) => sum + km2, 0)
  let weights = cells.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const rings = cut(outline, cells, weights)
    weights = cells.map(
      ({ km2 }, index) => (weights[index] ?? 0) + 0.35 * (km2 * share - areaOf(rings[index] ?? [])),
    )
  }
  return cut(outline, cells, weights)
}

function cut(outline: readonly Point[], cells: readonly Cell[], weights: readonly number[]): Point[][] {
  const power = cells.map(({ site: [x, y] }, index) => x ** 2 + y ** 2 - (weights[index] ?? 0))
  return cells.map(({ site }, index) =>
    cells.reduce<Point[]>(
      (ring, other, rival) => {
        if (rival === index) return ring
        const a = 2 * (other.site[0] - site[0])
        const b = 2 * (other.site[1] - site[1])
        const c = (power[rival] ?? 0) - (power[index] ?? 0)
        return clip(ring, ([x, y]) => a * x + b * y - c)
      },
      [...outline],
    ),
  )
}

/** Keeps the part of a ring where `side` is not positive. */
function clip(ring: readonly Point[], side: (point: Point) => number): Point[] {
  return edges(ring).flatMap(([from, to]): Point[] => {
    const a = side(from)
    const b = side(to)
    const t = a / (a - b)
    const crossing: Point = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]
    return [...(a <= 0 ? [from] : []), ...(a * b < 0 ? [crossing] : [])]
  })
}

function edges(points: readonly Point[], closed = true): [Point, Point][] {
  return points.flatMap((point, index): [Point, Point][] => {
    const next = points[index + 1] ?? (closed ? points[0] : undefined)
    return next ? [[point, next]] : []
  })
}
