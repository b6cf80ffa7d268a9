import { formatAge, formatDate, formatNumber, formatTime, type Language } from '../ui/format'
import type { PartName } from './aged'
import type { Cause } from './cause'

/** What words need: the interface's `t`, the reader's language, the city's zone and names, and now in epoch ms. */
export interface CauseSetting {
  t(key: string, values?: Record<string, unknown>): string
  language: Language
  zone: string
  now: number
  /** The first of so many parts by their names. */
  list(parts: readonly PartName[], of: number): string
}

/** A cause in one short line, without addresses or texts of the source: it stands on a public wall (faults §4 S23). */
export function causeText(cause: Cause, { t, language, zone, now, list }: CauseSetting): string {
  const count = (value: number) => formatNumber(value, language, 0)
  switch (cause.kind) {
    case 'network':
    case 'timeout':
      return t(`cause.${cause.kind}`, {
        since: momentText(cause.since, now, zone),
        attempts: count(cause.attempts),
      })
    case 'server':
      return t('cause.server', { status: cause.status ?? '', since: momentText(cause.since, now, zone) })
    case 'http':
      return t('cause.http', { status: cause.status ?? '' })
    case 'throttled':
      return cause.until === undefined
        ? t('cause.throttled')
        : t('cause.wait', { until: momentText(cause.until, now, zone) })
    case 'drift':
    case 'dropped':
      return t(`cause.${cause.kind}`, { count: count(cause.count), of: count(cause.of) })
    case 'aged':
      return t('cause.aged', {
        count: count(cause.count),
        of: count(cause.of),
        names: list(cause.names, cause.count),
      })
    case 'skipped':
      return t('cause.skipped', { shown: count(cause.shown), of: count(cause.of) })
    case 'frozen':
    case 'old':
      return t(`cause.${cause.kind}`, { since: momentText(cause.since, now, zone) })
    case 'ahead':
      return t('cause.ahead', { age: formatAge(cause.ms, language) })
    default:
      return t(`cause.${cause.kind}`)
  }
}

/** 18:25 today; 18:25 22/11 on another day: an hour alone would pass for today's. */
export function momentText(at: number, now: number, zone: string): string {
  const [date, time] = [formatDate(at, zone), formatTime(at, zone)]
  return date === formatDate(now, zone) ? time : `${time} ${date.slice(0, 5)}`
}
