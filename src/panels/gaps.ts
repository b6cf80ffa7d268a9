import type { Reading } from '../sources/records'
import type { FigureData } from './contract'

/** A figure that should have so many parts, and those without a value (faults §6 row 36). */
export interface Gap {
  have: number
  all: number
  /** Area ids, or values of the breakdown. */
  missing: readonly string[]
  by: string
}

/**
 * What a figure's reading lacks of the parts that the city file expects; undefined when nothing is missing. A part of
 * an older period than the newest one is missing too: its month has not come in yet.
 */
export function gapOf({ figure, all }: Pick<FigureData, 'figure' | 'all'>): Gap | undefined {
  const { expects } = figure
  if (!expects) return undefined
  const { by, names } = expects
  const nameOf = ({ area, dims }: Reading) => (by === 'area' ? area : dims[by])
  const expected = new Set(names)
  const told = all.filter((reading) => expected.has(nameOf(reading) ?? ''))
  const spans = told.flatMap(({ asOf }) => (asOf.kind === 'instant' ? [] : asOf.end))
  const newest = Math.max(...spans)
  const present = new Set(
    told
      // A doubted part has come; that it is not believed is said elsewhere.
      .filter(({ value, doubt }) => value !== null || doubt !== undefined)
      .filter(({ asOf }) => asOf.kind === 'instant' || asOf.end === newest)
      .map(nameOf),
  )
  const missing = names.filter((name) => !present.has(name))
  return missing.length === 0
    ? undefined
    : { have: names.length - missing.length, all: names.length, missing, by }
}

/** Whether the newest value of a figure or of one of its parts is not believed. */
export const isDoubted = ({ latest, parts }: Pick<FigureData, 'latest' | 'parts'>) =>
  latest?.doubt !== undefined || parts.some(({ doubt }) => doubt !== undefined)
