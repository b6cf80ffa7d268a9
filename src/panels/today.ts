import { parsePeriod } from '../city/period'
import type { Reading } from '../sources/records'
import { calendar } from '../ui/format'

const HOUR_MS = 3_600_000

export interface CoursePoint {
  /** Hours since midnight in the city's zone. */
  hour: number
  value: number | null
  usual: number | null
}

/**
 * The moments of the day of the newest reading, in order; a gap stays a gap. The day is the data's own: at midnight
 * the course starts anew with the first reading of the new day.
 */
export function courseOfDay(history: readonly Reading[], zone: string): CoursePoint[] {
  const latest = history.at(-1)
  if (!latest) return []
  const midnight = midnightOf(latest.asOf.start, zone)
  return history
    .filter(({ asOf }) => asOf.kind === 'instant' && asOf.start >= midnight)
    .map((reading) => ({
      hour: (reading.asOf.start - midnight) / HOUR_MS,
      value: reading.value,
      usual: reading.compare.find(({ kind }) => kind === 'usual')?.value ?? null,
    }))
}

/** Midnight before a moment, epoch ms; days of 23 and 25 hours are the zone's business. */
export function midnightOf(at: number, zone: string): number {
  const { year, month, day } = calendar(at, zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return parsePeriod(`${year}-${two(month)}-${two(day)}`, zone)?.start ?? at
}
