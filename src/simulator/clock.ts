export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Vietnam keeps UTC+7 all year round. */
const OFFSET = 7 * HOUR
const FIXED_HOLIDAYS = ['01-01', '04-30', '05-01', '09-02']

export interface LocalTime {
  /** Days since 1970 in local time. */
  day: number
  /** Epoch ms of local midnight. */
  midnight: number
  /** Minutes since midnight, with fraction. */
  minutes: number
  /** 0 is Sunday; a public holiday with a fixed date counts as one. */
  weekday: number
}

/** Splits an instant into what a working day is made of. */
export function localTime(at: number): LocalTime {
  const day = Math.floor((at + OFFSET) / DAY)
  const midnight = day * DAY - OFFSET
  const date = new Date(day * DAY)
  const holiday = FIXED_HOLIDAYS.includes(date.toISOString().slice(5, 10))
  return { day, midnight, minutes: (at - midnight) / MINUTE, weekday: holiday ? 0 : date.getUTCDay() }
}

/** Full hours of today that have passed, as instants; the running moment is not among them. */
export function hoursToday(at: number): number[] {
  const { midnight } = localTime(at)
  return Array.from({ length: 24 }, (_, hour) => midnight + hour * HOUR).filter((hour) => hour < at)
}

/** The mean of the same hour of the same weekday in the last four weeks: what is usual now. */
export function usual(at: number, value: (at: number) => number): number {
  const weeks = [1, 2, 3, 4].map((week) => value(at - 7 * week * DAY))
  return weeks.reduce((sum, each) => sum + each, 0) / weeks.length
}

/** The last time a system that refreshes every `ms` did so. */
export function lastTick(at: number, ms: number): number {
  return Math.floor(at / ms) * ms
}

/** 2026-11-22T10:00:00+07:00 */
export function isoLocal(at: number): string {
  return `${new Date(at + OFFSET).toISOString().slice(0, 19)}+07:00`
}

/** 22/11/2026 10:00:00, as most Vietnamese systems write it: local, without a zone. */
export function vnDateTime(at: number): string {
  const [date = '', time = ''] = isoLocal(at).slice(0, 19).split('T')
  return `${date.split('-').reverse().join('/')} ${time}`
}

/** /Date(1669086000000)/ of older .NET services. */
export function msDate(at: number): string {
  return `/Date(${at})/`
}

/** Epoch ms of a local midnight; `month` counts from 1. */
export function localDate(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) - OFFSET
}
