import { unknownName } from './check-head'
import type { Figure } from './figure'
import type { Limits } from './limits'
import { entryProblem, type Path, type Problem } from './problems'
import type { CityHead } from './schema'
import type { Id } from './text'

/** What the file has that a figure's limits and parts may name. */
interface Names {
  head: CityHead
  scenes: readonly Id[]
}

/** What in a figure's numbers cannot be meant, beyond its shape. */
export function figureProblems(figure: Figure, at: Path, { head, scenes }: Names): Problem[] {
  const { plausible, limits, rate, expects } = figure
  const inverted = plausible && plausible[0] >= plausible[1]
  return [
    ...(inverted ? [entryProblem('plausible-order', [...at, 'plausible'], plausible)] : []),
    ...(rate?.by === 0 ? [entryProblem('range', [...at, 'rate', 'by'], rate.by, '> 0')] : []),
    ...(expects ? partProblems(expects, [...at, 'expects', 'names'], Object.keys(head.areas)) : []),
    ...(limits ? limitProblems(figure, limits, [...at, 'limits'], scenes) : []),
  ]
}

function partProblems(expects: NonNullable<Figure['expects']>, at: Path, areas: readonly Id[]): Problem[] {
  if (expects.by !== 'area') return []
  return expects.names.flatMap((name, index) => unknownName('unknown-area', [...at, index], name, areas))
}

function limitProblems(figure: Figure, limits: Limits, at: Path, scenes: readonly Id[]): Problem[] {
  const { owner, better } = figure
  const { warn, alarm, scene } = limits
  const values = { warn, alarm }
  // An alarm that nobody owns is left to everybody, and so to nobody (faults §3.4 g).
  const problems = [
    ...(owner === undefined ? [entryProblem('no-owner', at, values)] : []),
    ...(scene === undefined ? [] : unknownName('unknown-scene', [...at, 'scene'], scene, scenes)),
  ]
  if (better === 'neither') return [...problems, entryProblem('limits-neither', at, values)]
  const inverted =
    warn !== undefined && alarm !== undefined && (better === 'high' ? alarm > warn : alarm < warn)
  if (inverted) return [...problems, entryProblem('limits-order', at, values, better)]
  const widest = widestDeadband(figure, limits)
  return limits.deadband > widest
    ? [...problems, entryProblem('deadband-wide', [...at, 'deadband'], limits.deadband, String(widest))]
    : problems
}

/**
 * How far a value can come back inside: past the distance of the two limits an alarm would stay when the warning is
 * over, and past the plausible range it could never return.
 */
function widestDeadband({ better, plausible }: Figure, { warn, alarm }: Limits): number {
  const between = warn !== undefined && alarm !== undefined ? Math.abs(warn - alarm) : Infinity
  const first = warn ?? alarm
  if (first === undefined || !plausible) return between
  return Math.min(between, better === 'high' ? plausible[1] - first : first - plausible[0])
}
