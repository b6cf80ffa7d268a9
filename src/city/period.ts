import { TZDate } from '@date-fns/tz'

/**
 * What a figure speaks of: a moment, a day, or a whole month, quarter, half-year or year.
 * `start` is included and `end` is not; both in epoch ms, cut at midnight in the city's own zone.
 */
export interface Period {
  kind: 'instant' | 'day' | 'month' | 'quarter' | 'half' | 'year'
  text: string
  start: number
  end: number
}

const SHAPE = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?$/

/**
 * Reads 2023, 2023-H1, 2023-Q2, 2023-04, 2023-04-30 or an ISO instant with an offset.
 * Undefined for anything else: a date is never guessed (domain.md §2.5).
 */
export function parsePeriod(text: string, zone: string): Period | undefined {
  const match = SHAPE.exec(text)
  if (!match) return parseInstant(text)
  const [year, quarter, half, month, day] = match.slice(1).map((part) => (part ? Number(part) : undefined))
  if (year === undefined) return undefined
  const span = (kind: Period['kind'], fromMonth: number, months: number): Period => ({
    kind,
    text,
    start: new TZDate(year, fromMonth, 1, zone).getTime(),
    end: new TZDate(year, fromMonth + months, 1, zone).getTime(),
  })
  if (quarter !== undefined) return span('quarter', (quarter - 1) * 3, 3)
  if (half !== undefined) return span('half', (half - 1) * 6, 6)
  if (month === undefined) return span('year', 0, 12)
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return span('month', month - 1, 1)
  const start = new TZDate(year, month - 1, day, zone)
  if (start.getMonth() !== month - 1) return undefined
  return {
    kind: 'day',
    text,
    start: start.getTime(),
    end: new TZDate(year, month - 1, day + 1, zone).getTime(),
  }
}

/** A period that is one moment, from epoch ms. */
export function instant(at: number): Period {
  return { kind: 'instant', text: new Date(at).toISOString(), start: at, end: at }
}

function parseInstant(text: string): Period | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isFinite(at) ? instant(at) : undefined
}
