/**
 * Vietnamese and English as an administration writes them (domain.md §2.5): 2.224 · 92,4% · 308 tỷ đồng ·
 * 18:25 · 30/04/2023 · quý II/2023. Everything through Intl with explicit patterns where Intl's own differ.
 */
export type Language = 'vi' | 'en'

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

type Qualifier = 'exact' | 'gt' | 'gte' | 'lt' | 'lte' | 'approx' | 'nearly'

const SIGNS: Record<Qualifier, string> = {
  exact: '',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  approx: '≈',
  nearly: '~',
}
/** "gần 35 %" is less than 35: a word, since no sign says it. */
const NEARLY: Record<Language, string> = { vi: 'gần', en: 'nearly' }

/** A formatter costs a hundred times what formatting does, and a wall needs the same dozen for weeks. */
function remembered<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>()
  return (locale, options) => {
    const key = locale + JSON.stringify(options)
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(locale, options)
    made.set(key, fresh)
    return fresh
  }
}

const numbers = remembered(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dates = remembered(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)

export function formatNumber(value: number, language: Language, digits = 2): string {
  return numbers(LOCALES[language], { maximumFractionDigits: digits }).format(value)
}

/** Money in đồng, in the unit people say: 308 tỷ đồng. */
function formatMoney(value: number, language: Language): string {
  const units: [number, string, string][] = [
    [1e9, 'tỷ đồng', 'bn VND'],
    [1e6, 'triệu đồng', 'mn VND'],
    [1, 'đồng', 'VND'],
  ]
  const [size, vi, en] = units.find(([size]) => Math.abs(value) >= size) ?? [1, 'đồng', 'VND']
  return `${formatNumber(value / size, language, 1)} ${language === 'vi' ? vi : en}`
}

export interface Amount {
  value: number
  unit: string
  digits?: number | undefined
  qualifier?: Qualifier | undefined
  low?: number | undefined
  high?: number | undefined
}

/** A value with its qualifier and unit as two strings, so that the unit can be set smaller: ["> 90", "%"]. */
export function formatAmount(amount: Amount, language: Language): { value: string; unit: string } {
  const { value, unit, digits, qualifier = 'exact', low, high } = amount
  const plain = (number: number) => formatNumber(number, language, digits)
  const sign = qualifier === 'nearly' ? NEARLY[language] : SIGNS[qualifier]
  if (unit === 'VND') return { value: withSign(sign, formatMoney(value, language)), unit: '' }
  const text = low !== undefined && high !== undefined ? `${plain(low)}–${plain(high)}` : plain(value)
  return { value: withSign(sign, text), unit: UNIT_WORDS[unit]?.[language] ?? '' }
}

const UNIT_WORDS: Record<string, Record<Language, string>> = {
  '%': { vi: '%', en: '%' },
  Mbps: { vi: 'Mbps', en: 'Mbps' },
  score: { vi: 'điểm', en: 'points' },
  minute: { vi: 'phút', en: 'min' },
}

/** A sign stands close to its number, a word as far off as words do; neither is left behind at the end of a line. */
function withSign(sign: string, text: string): string {
  if (sign === '') return text
  return `${sign}${/\p{L}/u.test(sign) ? '\u00a0' : '\u202f'}${text}`
}

/** A difference with its direction: ▲ 29 điểm %, ▼ 3. Percentages differ by points, never by per cent. */
export function formatChange(change: number, unit: string, language: Language, digits?: number): string {
  const arrow = change > 0 ? '▲' : change < 0 ? '▼' : '='
  const words = unit === '%' ? (language === 'vi' ? ' điểm %' : ' pp') : ''
  return change === 0 ? '=' : `${arrow} ${formatNumber(Math.abs(change), language, digits)}${words}`
}

export interface RankLike {
  place: number
  outOf?: number | undefined
  moved?: number | undefined
}

/** Hạng 24/63 (▲ 20 bậc) */
export function formatRank(rank: RankLike, language: Language): string {
  const of = rank.outOf === undefined ? '' : `/${rank.outOf}`
  const word = language === 'vi' ? 'Hạng' : 'Rank'
  if (!rank.moved) return `${word} ${rank.place}${of}`
  return `${word} ${rank.place}${of} (${formatMove(rank.moved, language)})`
}

/** Places gained or lost in a ranking: ▲ 20 bậc, ▼ 1 bậc, =. */
export function formatMove(moved: number, language: Language): string {
  if (moved === 0) return '='
  const steps = language === 'vi' ? ' bậc' : Math.abs(moved) === 1 ? ' place' : ' places'
  return `${moved > 0 ? '▲' : '▼'} ${Math.abs(moved)}${steps}`
}

export interface PeriodLike {
  kind: 'instant' | 'day' | 'month' | 'quarter' | 'half' | 'year'
  start: number
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/**
 * A period as a label: 2023 · 6 tháng đầu năm 2023 · quý II/2023 · tháng 4/2023 · 30/04/2023 · 18:25.
 * `tight` leaves out the word for a month, for axes and lists: 4/2023.
 */
export function formatPeriod(period: PeriodLike, language: Language, zone: string, tight = false): string {
  const { year, month } = calendar(period.start, zone)
  const vi = language === 'vi'
  switch (period.kind) {
    case 'year':
      return String(year)
    case 'half':
      return vi ? `6 tháng ${month < 7 ? 'đầu' : 'cuối'} năm ${year}` : `H${month < 7 ? 1 : 2} ${year}`
    case 'quarter':
      return vi ? `quý ${ROMAN[Math.floor((month - 1) / 3)]}/${year}` : `Q${Math.ceil(month / 3)} ${year}`
    case 'month':
      return vi ? `${tight ? '' : 'tháng '}${month}/${year}` : `${String(month).padStart(2, '0')}/${year}`
    case 'day':
      return formatDate(period.start, zone)
    case 'instant':
      return formatTime(period.start, zone)
  }
}

export function calendar(
  at: number,
  zone: string,
): { year: number; month: number; day: number; hour: number } {
  const parts = dates('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour') }
}

/** 30/04/2023 in both languages: two digits for day and month, as decrees write them. */
export function formatDate(at: number, zone: string): string {
  return dates('en-GB', {
    timeZone: zone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(at)
}

export function formatTime(at: number, zone: string, seconds = false): string {
  return dates('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at)
}

export function formatWeekday(at: number, zone: string, language: Language): string {
  return dates(LOCALES[language], { timeZone: zone, weekday: 'long' }).format(at)
}

const AGE_UNITS: [number, string, string][] = [
  [86_400_000, 'ngày', 'd'],
  [3_600_000, 'giờ', 'h'],
  [60_000, 'phút', 'min'],
  [1000, 'giây', 's'],
]

/** An age in its largest unit: 12 giây, 3 phút, 2 giờ, 5 ngày. */
export function formatAge(ms: number, language: Language): string {
  const [size, vi, en] = AGE_UNITS.find(([size]) => ms >= size) ?? [1000, 'giây', 's']
  return `${formatNumber(Math.floor(ms / size), language, 0)} ${language === 'vi' ? vi : en}`
}

/** How long something took, fine enough to compare: 45 phút, 5,4 giờ, 2,3 ngày. */
export function formatSpan(ms: number, language: Language): string {
  const [size, vi, en] = SPAN_UNITS.find(([size, , , from]) => ms >= size * from) ?? SPAN_MINUTES
  return `${formatNumber(ms / size, language, size < 3_600_000 ? 0 : 1)} ${language === 'vi' ? vi : en}`
}

const SPAN_MINUTES: [number, string, string, number] = [60_000, 'phút', 'min', 0]
/** Each with how many of it there must be: 36 hours say more than 1,5 days. */
const SPAN_UNITS: [number, string, string, number][] = [
  [86_400_000, 'ngày', 'd', 2],
  [3_600_000, 'giờ', 'h', 1],
]
