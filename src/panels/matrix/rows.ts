import { parsePeriod } from '../../city/period'
import type { Item, Status } from '../../sources/records'
import { grouped } from '../grouped'

export interface MatrixRow {
  key: string
  /** What the source calls the sector; empty for entries without one. */
  group: string
  cells: readonly Item[]
  working: number
  all: number
}

const WORST_FIRST: readonly Status[] = ['alarm', 'off', 'warn', 'unknown', 'ok']
/** What says nothing about itself is unknown, never working. */
export const statusOf = ({ status }: Item): Status => status ?? 'unknown'
const badness = (item: Item) => WORST_FIRST.indexOf(statusOf(item))

/**
 * Sectors with the worst entry first, and in each sector the worst first; else in the source's order. A sector with
 * more than `widest` entries goes on in rows of its own, because a row taller than the panel could not be shown.
 */
export function matrixRows(items: readonly Item[], widest: number): MatrixRow[] {
  const rows = [...grouped(items, ({ group }) => group ?? '')].map(([group, entries]) => ({
    group,
    cells: entries.toSorted((a, b) => badness(a) - badness(b)),
    working: entries.filter((item) => statusOf(item) === 'ok').length,
    all: entries.length,
  }))
  const worst = (row: { cells: readonly Item[] }) => Math.min(...row.cells.map(badness))
  return rows.toSorted((a, b) => worst(a) - worst(b)).flatMap((row) => cutWide(row, widest))
}

function cutWide(row: Omit<MatrixRow, 'key'>, widest: number): MatrixRow[] {
  const cuts = Math.ceil(row.cells.length / widest)
  return Array.from({ length: cuts }, (_, index) => ({
    ...row,
    key: `${row.group} ${index}`,
    cells: row.cells.slice(index * widest, (index + 1) * widest),
  }))
}

/** How many entries stand in each status that is not fine, worst first. */
export function troubles(items: readonly Item[]): { status: Exclude<Status, 'ok'>; count: number }[] {
  return (['alarm', 'off', 'warn', 'unknown'] as const)
    .map((status) => ({ status, count: items.filter((item) => statusOf(item) === status).length }))
    .filter(({ count }) => count > 0)
}

/** The newest time in the entries: what the others' times are told beside. */
export function newestSync(items: readonly Item[], zone: string): number | undefined {
  const times = items.flatMap(({ at }) => (at === undefined ? [] : (parsePeriod(at, zone)?.start ?? [])))
  return times.length === 0 ? undefined : Math.max(...times)
}
