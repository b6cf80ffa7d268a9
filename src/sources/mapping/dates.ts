import { TZDate, tz } from '@date-fns/tz'
import { parse } from 'date-fns'
import { parsePeriod, type Period } from '../../city/period'

/** Before this a time is a mistake in units (seconds for ms, epoch 0), not a measurement. */
export const EARLIEST = Date.UTC(2000, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

const LOCAL_ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/
const MS_DATE = /^\/Date\((\d+)(?:[+-]\d{4})?\)\/$/

/**
 * Epoch ms of a date as `pattern` says: "iso" (without offset it is local to `zone`), "epoch-s", "epoch-ms",
 * "ms-date" for /Date(…)/, or a date-fns pattern such as dd/MM/yyyy. Undefined when it does not fit exactly or
 * lies outside 2000–2100.
 */
export function parseDate(raw: string | number, pattern: string, zone: string): number | undefined {
  const key = `${zone} ${pattern} ${raw}`
  if (parsed.has(key)) return parsed.get(key)
  const at = read(raw, pattern, zone)
  const valid = at !== undefined && at >= EARLIEST && at < LATEST ? at : undefined
  if (parsed.size >= MOST_PARSED) parsed.clear()
  parsed.set(key, valid)
  return valid
}

/** Most dates of an answer were in the one before it, and a date in a zone is dear to read. */
const parsed = new Map<string, number | undefined>()
const MOST_PARSED = 20_000

function read(raw: string | number, pattern: string, zone: string): number | undefined {
  const text = String(raw).trim()
  switch (pattern) {
    case 'epoch-s':
      return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : undefined
    case 'epoch-ms':
      return /^\d+$/.test(text) ? Number(text) : undefined
    case 'ms-date':
      return Number(MS_DATE.exec(text)?.[1] ?? Number.NaN)
    case 'iso':
      return readIso(text, zone)
    default:
      return finite(parse(text, pattern, new TZDate(2000, 0, 1, zone), { in: tz(zone) }).getTime())
  }
}

function readIso(text: string, zone: string): number | undefined {
  if (!LOCAL_ISO.test(text)) return parsePeriod(text, zone)?.start
  const pattern = `yyyy-MM-dd'${text.charAt(10)}'HH:mm${text.length > 16 ? ':ss' : ''}`
  return finite(parse(text.slice(0, 19), pattern, new TZDate(2000, 0, 1, zone), { in: tz(zone) }).getTime())
}

const finite = (at: number) => (Number.isFinite(at) ? at : undefined)

export const SPANS = ['day', 'month', 'quarter', 'half', 'year'] as const

/** The period of that kind which contains a moment, in the city's zone. */
export function periodOf(at: number, kind: (typeof SPANS)[number], zone: string): Period | undefined {
  const date = new TZDate(at, zone)
  const year = date.getFullYear()
  const month = date.getMonth()
  const two = (n: number) => String(n).padStart(2, '0')
  const texts = {
    day: () => `${year}-${two(month + 1)}-${two(date.getDate())}`,
    month: () => `${year}-${two(month + 1)}`,
    quarter: () => `${year}-Q${Math.floor(month / 3) + 1}`,
    half: () => `${year}-H${month < 6 ? 1 : 2}`,
    year: () => `${year}`,
  }
  return parsePeriod(texts[kind](), zone)
}
