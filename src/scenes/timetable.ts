import { TZDate } from '@date-fns/tz'
import { WEEKDAYS, type Scene } from '../city/schema'

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * Whether a scene is in the rotation at this moment, by the city's own clock. Hours over midnight belong to the day
 * on which they begin: Friday from 22:00 to 02:00 reaches into Saturday.
 */
export function isDue({ days, hours }: Pick<Scene, 'days' | 'hours'>, now: number, zone: string): boolean {
  const local = new TZDate(now, zone)
  const minute = local.getHours() * 60 + local.getMinutes()
  const today = (local.getDay() + 6) % 7
  const on = (day: number) => {
    const name = WEEKDAYS[(day + 7) % 7]
    return !days || (name !== undefined && days.includes(name))
  }
  if (!hours) return on(today)
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)]
  if (from < to) return on(today) && minute >= from && minute < to
  return (minute >= from && on(today)) || (minute < to && on(today - 1))
}
