import type { Reading } from '../../sources/records'
import type { Language } from '../../ui/format'
import { formatWhen } from '../basis'
import type { FigureData } from '../contract'
import { amountText } from '../facts'
import { isExact } from '../timeline'

export interface CompareCell {
  text: string
  /** Length of the bar, 0–1 of the longest of its column; undefined where there is no number. */
  share: number | undefined
  mark: 'best' | 'worst' | undefined
}

export interface CompareColumn {
  data: FigureData
  /** The period of its readings, or the first and last of several. */
  when: string
  /** Cells in the order of the rows; undefined where the figure has nothing for the row. */
  cells: (CompareCell | undefined)[]
}

export interface Comparison {
  rows: { key: string; name: string }[]
  columns: CompareColumn[]
  /** The period of all columns; undefined where they differ, and then each says its own. */
  when: string | undefined
}

/** Figures side by side over the same parts in the same order: by the first figure, best first, gaps last. */
export function compare(
  figures: readonly FigureData[],
  by: string,
  { zone, nameOf }: { zone: string; nameOf: (area: string) => string },
  language: Language,
): Comparison {
  const parts = figures.map((data) => partsBy(data, by))
  const rows = [...new Set(parts.flatMap((part) => [...part.keys()]))]
    .map((key) => ({ key, name: by === 'area' ? nameOf(key) : key }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  const [first] = figures
  const [leading] = parts
  if (first && leading) {
    const direction = first.figure.better === 'low' ? 1 : -1
    const rank = (key: string) => leading.get(key)?.value
    rows.sort((a, b) => order(rank(a.key), rank(b.key), direction))
  }
  const columns = figures.map((data, index): CompareColumn => {
    const mine = parts[index] ?? new Map<string, Reading>()
    return {
      data,
      when: whenOf([...mine.values()], language, zone),
      cells: cellsOf(data, mine, rows, language),
    }
  })
  const periods = new Set(columns.map(({ when }) => when).filter((when) => when !== ''))
  return { rows, columns, when: periods.size === 1 ? [...periods][0] : undefined }
}

function partsBy({ parts }: FigureData, by: string): Map<string, Reading> {
  return new Map(
    parts.flatMap((reading): [string, Reading][] => {
      const key = by === 'area' ? whole(reading) : reading.dims[by]
      return key === undefined ? [] : [[key, reading]]
    }),
  )
}

const whole = ({ area, dims }: Reading) => (Object.keys(dims).length === 0 ? area : undefined)

/** By value, those without one last. */
function order(a: number | null | undefined, b: number | null | undefined, direction: number): number {
  if (typeof a !== 'number') return typeof b === 'number' ? 1 : 0
  return typeof b === 'number' ? direction * (a - b) : -1
}

function whenOf(readings: readonly Reading[], language: Language, zone: string): string {
  const inOrder = readings.toSorted((a, b) => a.asOf.start - b.asOf.start)
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return ''
  const [from, to] = [first, last].map((reading) => formatWhen(reading, language, zone))
  return from === to ? `${to}` : `${from} – ${to}`
}

function cellsOf(
  { figure }: FigureData,
  mine: ReadonlyMap<string, Reading>,
  rows: Comparison['rows'],
  language: Language,
): CompareColumn['cells'] {
  const values = [...mine.values()].flatMap(({ value }) => (value === null ? [] : [value]))
  const longest = Math.max(...values, 0)
  const [best, worst] = bestAndWorst(figure.better, [...mine.values()])
  return rows.map(({ key }) => {
    const reading = mine.get(key)
    if (!reading || reading.value === null) return undefined
    const { value } = reading
    return {
      // The unit stands once, above the column.
      text: amountText({ ...figure, unit: figure.unit === 'VND' ? 'VND' : 'count' }, reading, language),
      share: longest > 0 ? Math.max(0, value / longest) : 0,
      mark: value === best ? 'best' : value === worst ? 'worst' : undefined,
    }
  })
}

/** The ends of a column, among exact values of one period only; nothing where all are the same or no side is good. */
function bestAndWorst(
  better: FigureData['figure']['better'],
  readings: readonly Reading[],
): [number, number] | [] {
  const given = readings.filter(({ value }) => value !== null)
  const apart = new Set(given.map(({ asOf }) => asOf.text)).size > 1
  if (better === 'neither' || apart || !given.every(isExact)) return []
  const values = given.flatMap(({ value }) => (value === null ? [] : [value]))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (values.length < 2 || low === high) return []
  return better === 'high' ? [high, low] : [low, high]
}
