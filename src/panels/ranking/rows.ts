import { severityOf, type Severity } from '../../alarms/severity'
import type { City } from '../../city/schema'
import type { Reading } from '../../sources/records'
import type { Language } from '../../ui/format'
import type { FigureData } from '../contract'

export interface RankingRow {
  key: string
  name: string
  reading: Reading
  /** Length of the bar, 0–1 of the longest. */
  share: number
  /** Where the usual value stands on the same scale. */
  usualShare: number | undefined
  severity: Severity
}

/** Rows of a ranking in order; parts without a value are left out and never counted as zero. */
export function rankingRows(
  data: FigureData,
  city: City,
  options: { by: string; most: number; order: 'best' | 'worst' },
  language: Language,
): RankingRow[] {
  const parts = data.parts.filter(
    (part) => part.value !== null && part.low === undefined && keyOf(part, options.by),
  )
  const usual = (part: Reading) => part.compare.find(({ kind }) => kind === 'usual')?.value
  const longest = Math.max(...parts.flatMap((part) => [part.value ?? 0, usual(part) ?? 0]), 0)
  const share = (value: number) => (longest > 0 ? Math.max(0, value / longest) : 0)
  const bestFirst = data.figure.better === 'low' ? 1 : -1
  const direction = options.order === 'best' ? bestFirst : -bestFirst
  return parts
    .toSorted((a, b) => direction * ((a.value ?? 0) - (b.value ?? 0)))
    .slice(0, options.most)
    .map((reading) => {
      const key = keyOf(reading, options.by)
      const expected = usual(reading)
      return {
        key,
        name: options.by === 'area' ? areaName(city, key, language) : key,
        reading,
        share: share(reading.value ?? 0),
        usualShare: expected === undefined ? undefined : share(expected),
        severity: severityOf(data.figure, reading),
      }
    })
}

function areaName(city: City, id: string, language: Language): string {
  const area = city.areas[id]
  return area ? (area.short ?? area.name)[language] : id
}

function keyOf(reading: Reading, by: string): string {
  return by === 'area'
    ? Object.keys(reading.dims).length === 0
      ? reading.area
      : ''
    : (reading.dims[by] ?? '')
}
