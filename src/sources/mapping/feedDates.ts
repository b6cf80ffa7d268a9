import { parseDate } from './dates'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Minutes east of Greenwich. ICT is Indochina Time; the American ones are of RFC 822 itself. */
const ZONES: Readonly<Record<string, number>> = {
  GMT: 0,
  UT: 0,
  UTC: 0,
  Z: 0,
  ICT: 420,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
}
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?`
const ZONE = String.raw`(?:\s*\(?([a-z]{1,5}|(?:gmt|utc)?\s?[+-]\d{1,2}(?::?\d{2})?)\)?)?`
/** "Sun, 22 Nov 2026 08:00:00 +0700"; the day of the week is not asked, portals get it wrong. */
const RFC822 = new RegExp(
  String.raw`^(?:[^\d,]{1,12},)?\s*(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4}|\d{2})\s+${TIME}${ZONE}$`,
  'i',
)
/** "Thứ hai, 22/11/2026, 08:00 (GMT+7)": the Vietnamese day says that the month comes second. */
const VIETNAMESE = new RegExp(
  String.raw`^(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ\s+nhật|cn)\s*,?\s+(?:ngày\s+)?(\d{1,2})[/-](\d{1,2})[/-](\d{4})\s*,?\s+${TIME}${ZONE}$`,
  'i',
)
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${TIME}(?:\.\d+)?${ZONE})?$`, 'i')

export interface DateRules {
  /** The zone of a date that names none. */
  zone: string
  /** date-fns patterns for what is neither RFC 822 nor RFC 3339. */
  patterns: readonly string[]
  /** Take no zone that a date names for true. */
  ignoreZones: boolean
}

/**
 * Epoch ms of a date as feeds write them: RFC 822, RFC 3339, the Vietnamese long form, then the declared patterns.
 * Undefined when it fits none: 05/06/2026 alone means two days, and nobody guesses which (domain.md §3.2 (5)).
 */
export function feedDate(raw: string, rules: DateRules): number | undefined {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim()
  return rfc822(text, rules) ?? iso(text, rules) ?? vietnamese(text, rules) ?? declared(text, rules)
}

function rfc822(text: string, rules: DateRules): number | undefined {
  const [, day = '', name = '', year = '', ...rest] = RFC822.exec(text) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  return month === 0 ? undefined : moment([year.length === 2 ? `20${year}` : year, month, day], rest, rules)
}

function iso(text: string, rules: DateRules): number | undefined {
  const [, year, month = '', day = '', ...rest] = ISO.exec(text) ?? []
  return year === undefined ? undefined : moment([year, month, day], rest, rules)
}

function vietnamese(text: string, rules: DateRules): number | undefined {
  const [, day, month = '', year = '', ...rest] = VIETNAMESE.exec(text) ?? []
  return day === undefined ? undefined : moment([year, month, day], rest, rules)
}

function declared(text: string, { patterns, zone }: DateRules): number | undefined {
  for (const pattern of patterns) {
    const at = parseDate(text, pattern, zone)
    if (at !== undefined) return at
  }
  return undefined
}

type Part = string | undefined

function moment(
  [year, month, day]: readonly [string, string | number, string],
  [hour = '0', minute = '00', second = '00', named]: readonly Part[],
  { zone, ignoreZones }: DateRules,
): number | undefined {
  const two = (part: string | number) => String(part).padStart(2, '0')
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`
  if (named === undefined || ignoreZones) return parseDate(local, 'iso', zone)
  const offset = offsetOf(named)
  const at = offset === undefined ? undefined : parseDate(local, 'iso', 'UTC')
  return at === undefined || offset === undefined ? undefined : at - offset * 60_000
}

/** Minutes east of Greenwich of ICT, GMT+7, +0700, +07:00; undefined for a name that we do not know. */
function offsetOf(zone: string): number | undefined {
  const [, sign, hours = '', minutes = '0'] = /^(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? []
  if (sign === undefined) return ZONES[zone.toUpperCase()]
  const offset = Number(hours) * 60 + Number(minutes)
  return offset > 14 * 60 ? undefined : sign === '-' ? -offset : offset
}
