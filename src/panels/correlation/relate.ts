import {
  linearRegression,
  sampleCorrelation,
  sampleRankCorrelation,
  sampleStandardDeviation,
} from 'simple-statistics'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { isExact } from '../timeline'

/** With fewer pairs a coefficient says next to nothing: at n = 7 even r = 0,75 is within chance (p > 0,05). */
export const LEAST_PAIRS = 8
const HOUR_MS = 3_600_000

export interface Pair {
  x: number
  y: number
}

export interface Pairs {
  list: readonly Pair[]
  /** What is counted: moments and days by the clock, other periods, or areas. */
  unit: 'hour' | 'day' | 'period' | 'area'
  /** Epoch ms of the first and of the last moment that went in. */
  from: number
  to: number
  /** The two figures speak of different times: only possible over areas. */
  apart: boolean
}

export type Relation =
  | { kind: 'found'; r: number; rho: number; slope: number; intercept: number; n: number }
  | { kind: 'few'; have: number; need: number }
  | { kind: 'flat'; which: 'x' | 'y' }

/** Values of both figures at the same time (moments by the hour) or of the same area, newest of each. */
export function pairsOf(x: FigureData, y: FigureData, over: 'time' | 'area'): Pairs {
  const [xs, ys] = [x, y].map((data) =>
    over === 'time'
      ? keyed(data.history, timeKey)
      : keyed(
          data.parts.filter(({ dims }) => Object.keys(dims).length === 0),
          ({ area }) => area,
        ),
  )
  const met = [...(xs ?? [])].flatMap(([key, a]) => {
    const b = ys?.get(key)
    return b ? [{ a, b }] : []
  })
  const readings = met.flatMap(({ a, b }) => [a, b])
  return {
    list: met.map(({ a, b }) => ({ x: a.value ?? 0, y: b.value ?? 0 })),
    unit: over === 'area' ? 'area' : unitOf(met.map(({ a }) => a.asOf.kind)),
    from: Math.min(...readings.map(({ asOf }) => asOf.start)),
    to: Math.max(...readings.map(({ asOf }) => asOf.start)),
    apart: over === 'area' && new Set(readings.map(timeKey)).size > 1,
  }
}

function unitOf(kinds: readonly Reading['asOf']['kind'][]): Pairs['unit'] {
  if (kinds.every((kind) => kind === 'instant')) return 'hour'
  return kinds.every((kind) => kind === 'day') ? 'day' : 'period'
}

function keyed(readings: readonly Reading[], key: (reading: Reading) => string): Map<string, Reading> {
  return new Map(readings.filter(isExact).map((reading) => [key(reading), reading]))
}

const timeKey = ({ asOf }: Reading) =>
  asOf.kind === 'instant' ? `hour ${Math.floor(asOf.start / HOUR_MS)}` : asOf.text

/** Pearson's r, Spearman's rank coefficient (ties at their middle rank) and the least-squares line. */
export function relate(pairs: readonly Pair[]): Relation {
  if (pairs.length < LEAST_PAIRS) return { kind: 'few', have: pairs.length, need: LEAST_PAIRS }
  const xs = pairs.map(({ x }) => x)
  const ys = pairs.map(({ y }) => y)
  if (sampleStandardDeviation(xs) === 0) return { kind: 'flat', which: 'x' }
  if (sampleStandardDeviation(ys) === 0) return { kind: 'flat', which: 'y' }
  const { m, b } = linearRegression(pairs.map(({ x, y }) => [x, y]))
  return {
    kind: 'found',
    r: sampleCorrelation(xs, ys),
    rho: sampleRankCorrelation(xs, ys),
    slope: m,
    intercept: b,
    n: pairs.length,
  }
}

export type Strength = 'veryWeak' | 'weak' | 'moderate' | 'strong' | 'veryStrong'

/** The words of Evans (1996) for the size of a coefficient, in steps of 0,2. */
export function strengthOf(r: number): Strength {
  const steps = ['veryWeak', 'weak', 'moderate', 'strong'] as const
  return steps[Math.floor(Math.abs(r) * 5 + 1e-9)] ?? 'veryStrong'
}
