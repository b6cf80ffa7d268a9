import { severityOf, type Severity } from '../../alarms/severity'
import { existsOn } from '../../city/areas'
import type { City } from '../../city/schema'
import type { Id, Text } from '../../city/text'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'

export interface RankingOptions {
  by: string
  most: number
  order: 'best' | 'worst'
  lines: readonly RankingLine[]
}

export interface RankingRow {
  key: string
  name: string
  /** Of an area that ended before the borders shown. */
  past: boolean
  reading: Reading
  /** Length of the bar, 0–1 of the longest. */
  share: number
  /** Where the usual value stands on the same scale. */
  usualShare: number | undefined
  severity: Severity
}

/** A threshold drawn across the bars, as far along as its value. */
export interface RankingLine {
  value: number
  name: Text
}

/**
 * The value at the full length of a bar. Beside thresholds a percentage is read against the whole, not against the best
 * one; other units reach as far as the farthest of values, usual values and thresholds.
 */
export function rankingScale(
  data: FigureData,
  parts: readonly Reading[],
  lines: readonly RankingLine[],
): number {
  const values = parts.flatMap((part) => [part.value ?? 0, usualOf(part) ?? 0])
  const whole = data.figure.unit === '%' && lines.length > 0 ? 100 : 0
  return Math.max(...values, ...lines.map(({ value }) => value), whole)
}

/** Rows of a ranking in order; parts without a value are left out and never counted as zero. */
export function rankingRows(
  data: FigureData,
  city: City,
  options: RankingOptions,
  day: string,
  nameOf: (area: Id) => string,
): RankingRow[] {
  const parts = rankedParts(data, options.by)
  const share = shareAlong(rankingScale(data, parts, options.lines))
  const bestFirst = data.figure.better === 'low' ? 1 : -1
  const direction = options.order === 'best' ? bestFirst : -bestFirst
  return parts
    .toSorted((a, b) => direction * ((a.value ?? 0) - (b.value ?? 0)))
    .slice(0, options.most)
    .map((reading) => {
      const key = keyOf(reading, options.by)
      const expected = usualOf(reading)
      return {
        key,
        name: options.by === 'area' ? nameOf(key) : key,
        past: options.by === 'area' && isPast(city, key, day),
        reading,
        share: share(reading.value ?? 0),
        usualShare: expected === undefined ? undefined : share(expected),
        severity: severityOf(data.figure, reading),
      }
    })
}

/** Where each threshold stands along the bars, 0–1. */
export function linePlaces(
  data: FigureData,
  { by, lines }: RankingOptions,
): (RankingLine & { at: number })[] {
  const share = shareAlong(rankingScale(data, rankedParts(data, by), lines))
  return lines.map((line) => ({ ...line, at: share(line.value) }))
}

const rankedParts = (data: FigureData, by: string) =>
  data.parts.filter((part) => part.value !== null && part.low === undefined && keyOf(part, by))

const usualOf = (part: Reading) => part.compare.find(({ kind }) => kind === 'usual')?.value

const shareAlong = (longest: number) => (value: number) => (longest > 0 ? Math.max(0, value / longest) : 0)

/** Whether an area is no more on a day: what was said of it stays its own. */
function isPast(city: City, id: Id, day: string): boolean {
  const area = city.areas[id]
  return area !== undefined && !existsOn(area, day)
}

function keyOf(reading: Reading, by: string): string {
  return by === 'area'
    ? Object.keys(reading.dims).length === 0
      ? reading.area
      : ''
    : (reading.dims[by] ?? '')
}
