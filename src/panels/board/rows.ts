import type { Case } from '../../sources/records'
import { isOpen } from '../caseFacts'
import { grouped } from '../grouped'

export const GROUPINGS = ['category', 'agency', 'area', 'channel', 'severity'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** How many cases stand where; `done` are all that need nothing more, refused ones included. */
export interface Tally {
  overdue: number
  fresh: number
  doing: number
  done: number
  open: number
  all: number
}

export interface BoardRow extends Tally {
  /** What the source calls the group; empty for cases that do not say. */
  key: string
}

export function tally(cases: readonly Case[]): Tally {
  const count = (is: (matter: Case) => boolean) => cases.filter(is).length
  const open = count(isOpen)
  return {
    overdue: count(({ state }) => state === 'overdue'),
    fresh: count(({ state }) => state === 'new'),
    doing: count(({ state }) => state === 'doing'),
    done: cases.length - open,
    open,
    all: cases.length,
  }
}

/** One row for each group, most overdue first, then most open; those that do not say theirs come last among equals. */
export function boardRows(cases: readonly Case[], by: Grouping, most: number): BoardRow[] {
  return [...grouped(cases, (matter) => matter[by] ?? '')]
    .map(([key, group]) => ({ key, ...tally(group) }))
    .toSorted(
      (a, b) =>
        b.overdue - a.overdue ||
        b.open - a.open ||
        b.all - a.all ||
        Number(a.key === '') - Number(b.key === ''),
    )
    .slice(0, most)
}

/** All money of the cases that tell theirs, and how many do. */
export function totalBudget(cases: readonly Case[]): { amount: number; told: number } | undefined {
  const told = cases.flatMap(({ budget }) => (budget === undefined ? [] : [budget]))
  return told.length === 0
    ? undefined
    : { amount: told.reduce((sum, budget) => sum + budget, 0), told: told.length }
}

export interface Segment {
  part: 'overdue' | 'fresh' | 'doing' | 'done'
  x: number
  width: number
}

/** Narrower than this no part can be seen from three metres, and one overdue case must be. */
const NARROWEST = 2.5

/** The parts of a bar on a scale of 0–100 of the longest row; every part that exists is wide enough to be seen. */
export function segments(row: Tally, longest: number): Segment[] {
  const parts = (['overdue', 'fresh', 'doing', 'done'] as const).filter((part) => row[part] > 0)
  const widths = parts.map((part) => Math.max(NARROWEST, (100 * row[part]) / longest))
  const room = Math.max(NARROWEST * parts.length, (100 * row.all) / longest)
  // What the narrow parts were given is taken from the widest, so that rows of equal count stay equally long.
  const excess = widths.reduce((sum, width) => sum + width, 0) - room
  const widest = widths.indexOf(Math.max(...widths))
  let x = 0
  return parts.map((part, index) => {
    const width = (widths[index] ?? 0) - (index === widest ? Math.max(0, excess) : 0)
    const segment = { part, x, width }
    x += width
    return segment
  })
}
