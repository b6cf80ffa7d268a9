import { severityOf, type Severity } from '../../alarms/severity'
import type { City } from '../../city/schema'
import type { Reading } from '../../sources/records'
import type { FigureData } from '../contract'
import { midnightOf } from '../today'

const HOUR_MS = 3_600_000

/** One hour of today and the reading of each part in it, in the order of the parts. */
export interface StackHour {
  hour: number
  readings: readonly (Reading | undefined)[]
}

/** A part in the key. */
export interface StackShare {
  /** Of the newest hour that has anything in it, 0–100; unknown when a part of that hour is missing. */
  share: number | undefined
  severity: Severity
}

export const valueOf = (reading: Reading | undefined) => reading?.value ?? null

/**
 * The hours of the day of the newest reading, in order. An hour without a reading is left out and one without a value
 * stays a gap: neither is zero. Of several readings within an hour the last one counts.
 */
export function stackHours(
  data: FigureData,
  { area, zone }: Pick<City, 'area' | 'zone'>,
  by: string,
  parts: readonly string[],
): StackHour[] {
  const own = data.figure.area ?? area
  const ours = data.all.filter((reading) => reading.area === own && isPart(reading, by, parts))
  const newest = ours.at(-1)
  if (!newest) return []
  const midnight = midnightOf(newest.asOf.start, zone)
  const hours = new Map<number, (Reading | undefined)[]>()
  for (const reading of ours) {
    if (reading.asOf.start < midnight) continue
    const hour = Math.floor((reading.asOf.start - midnight) / HOUR_MS)
    const readings = hours.get(hour) ?? parts.map(() => undefined)
    readings[parts.indexOf(reading.dims[by] ?? '')] = reading
    hours.set(hour, readings)
  }
  return [...hours].toSorted(([a], [b]) => a - b).map(([hour, readings]) => ({ hour, readings }))
}

function isPart({ asOf, dims }: Reading, by: string, parts: readonly string[]): boolean {
  return asOf.kind === 'instant' && Object.keys(dims).length === 1 && parts.includes(dims[by] ?? '')
}

export const sumOf = ({ readings }: StackHour) =>
  readings.reduce((sum, reading) => sum + (valueOf(reading) ?? 0), 0)

/** The newest hour that has anything in it: the key tells its shares. */
export function newestHour(hours: readonly StackHour[]): StackHour | undefined {
  return hours.findLast((hour) => sumOf(hour) > 0)
}

export function newestShares({ figure }: FigureData, newest: StackHour): StackShare[] {
  const complete = newest.readings.every((reading) => valueOf(reading) !== null)
  return newest.readings.map((reading) => ({
    share: complete ? (100 * (valueOf(reading) ?? 0)) / sumOf(newest) : undefined,
    severity: severityOf(figure, reading),
  }))
}
