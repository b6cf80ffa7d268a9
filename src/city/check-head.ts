import { parse } from 'valibot'
import { codeClashes } from './areas'
import { addressProblems } from './check-safety'
import { shapeProblems } from './check-shape'
import { nearest, pathText, shown, type Path, type Problem, type ProblemCode } from './problems'
import { CityHead, SECTIONS, type Bounds } from './schema'

/** The head of a city file, or what is wrong with it; without a head there is no city to show. */
export function readHead(raw: Record<string, unknown>, url: string): CityHead | Problem[] {
  const head = Object.fromEntries(Object.entries(raw).filter(([key]) => !isSection(key)))
  const shape = shapeProblems(CityHead, head, [], 'file').map((problem) => {
    if (problem.code === 'unknown-key' && !problem.path.includes('.')) {
      return { ...problem, known: nearest(problem.value, [...problem.known, ...SECTIONS]) }
    }
    return problem.path === 'schema' && problem.code === 'choice'
      ? { ...problem, code: 'version' as const }
      : problem
  })
  const problems = [...shape, ...addressProblems(head, [], url)]
  if (problems.length > 0) return problems.map(fatal)
  const city = parse(CityHead, head)
  const sense = [...boundsProblems(city.map.bounds, city.map.center), ...areaProblems(city)]
  return sense.length > 0 ? sense.map(fatal) : city
}

/** A name that must be among `names`; empty when it is. */
export function unknownName(code: ProblemCode, path: Path, name: string, names: Iterable<string>): Problem[] {
  const known = [...names]
  if (known.includes(name)) return []
  return [{ path: pathText(path), code, value: name, known: nearest(name, known), severity: 'entry' }]
}

/** Longitude and latitude that lie inside the map's bounds, or a problem. */
export function centerProblems(center: readonly [number, number], bounds: Bounds, path: Path): Problem[] {
  const [west, south, east, north] = bounds
  const [lon, lat] = center
  if (lon >= west && lon <= east && lat >= south && lat <= north) return []
  const value = shown(center)
  return [
    {
      path: pathText(path),
      code: 'bounds-center',
      value,
      known: [],
      severity: 'entry',
      detail: shown(bounds),
    },
  ]
}

function boundsProblems(bounds: Bounds, center: readonly [number, number]): Problem[] {
  const [west, south, east, north] = bounds
  const ordered = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90
  if (ordered) return centerProblems(center, bounds, ['map', 'center'])
  return [{ path: 'map.bounds', code: 'bounds-order', value: shown(bounds), known: [], severity: 'file' }]
}

function areaProblems({ area, areas }: CityHead): Problem[] {
  const names = Object.keys(areas)
  const inner = Object.entries(areas).flatMap(([id, { parent, successors = [] }]) => [
    ...(parent === undefined ? [] : unknownName('unknown-area', ['areas', id, 'parent'], parent, names)),
    ...successors.flatMap((next, i) =>
      unknownName('unknown-area', ['areas', id, 'successors', i, 'area'], next.area, names),
    ),
  ])
  const clashes = codeClashes(areas).map(([id, other]): Problem => ({
    path: pathText(['areas', other, 'code']),
    code: 'area-code',
    value: shown(areas[other]?.code),
    known: [],
    severity: 'file',
    detail: id,
  }))
  return [...unknownName('unknown-area', ['area'], area, names), ...inner, ...clashes]
}

function isSection(key: string): boolean {
  return SECTIONS.some((section) => section === key)
}

function fatal(problem: Problem): Problem {
  return { ...problem, severity: 'file' }
}
