import { formatDate, formatTime } from '../ui/format'

/** 18:25 on the day of `beside`, else 18:25 22/11: an hour of another day needs its day. */
export function clockText(at: number, beside: number, zone: string): string {
  const date = formatDate(at, zone)
  const time = formatTime(at, zone)
  return date === formatDate(beside, zone) ? time : `${time} ${date.slice(0, 5)}`
}
