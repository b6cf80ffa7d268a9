import { calendar, formatDate, formatTime } from '../ui/format'

/** A moment as short as it stays clear beside another one: 18:25 on the same day, 18/11 in the same year, 18/11/2025. */
export function momentText(at: number, beside: number | undefined, zone: string): string {
  const date = formatDate(at, zone)
  if (beside === undefined) return date
  if (date === formatDate(beside, zone)) return formatTime(at, zone)
  return calendar(at, zone).year === calendar(beside, zone).year ? date.slice(0, 5) : date
}
