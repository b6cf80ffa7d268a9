import type { Qualifier, Reading } from '../../sources/records'
import type { FigureData } from '../contract'

export interface Share {
  numerator: number
  denominator: number
  /** 100 · n / m. */
  percent: number
  /** How many are still missing; 0 when the whole is reached or passed. */
  left: number
  /** Whether the percentage as printed is the one of the two numbers; `unchecked` when none is printed. */
  check: 'agrees' | 'differs' | 'unchecked'
}

/** The two numbers of a share; undefined where the source gives none or gives them with "more than". */
export function shareOf({ figure, latest }: FigureData): Share | undefined {
  const { of } = latest ?? {}
  if (!latest || !of || of.denominator <= 0) return undefined
  const percent = (100 * of.numerator) / of.denominator
  return {
    ...of,
    percent,
    left: Math.max(0, of.denominator - of.numerator),
    check: figure.unit === '%' ? checked(latest, percent) : countChecked(latest, of.numerator),
  }
}

/** What a printed percentage may say of the true one, up to half of its last digit. */
const ALLOWS: Partial<Record<Qualifier, (percent: number, printed: number, rounding: number) => boolean>> = {
  exact: (percent, printed, rounding) => Math.abs(percent - printed) <= rounding,
  gt: (percent, printed) => percent > printed,
  gte: (percent, printed, rounding) => percent >= printed - rounding,
  lt: (percent, printed) => percent < printed,
  lte: (percent, printed, rounding) => percent <= printed + rounding,
}

function checked({ value, qualifier }: Reading, percent: number): Share['check'] {
  const allows = ALLOWS[qualifier]
  // "About" and "nearly" promise nothing that could be broken.
  if (value === null || !allows) return 'unchecked'
  const decimals = String(value).split('.')[1]?.length ?? 0
  // A hair more than half a digit, for what binary fractions add.
  return allows(percent, value, 0.5005 * 10 ** -decimals) ? 'agrees' : 'differs'
}

/** A figure that counts has its numerator as value, or the two speak of different things. */
function countChecked({ value }: Reading, numerator: number): Share['check'] {
  if (value === null) return 'unchecked'
  return value === numerator ? 'agrees' : 'differs'
}

/** Length of the bar, 0–1; undefined where nothing says what the whole is. */
export function fillOf(data: FigureData): number | undefined {
  const { value } = data.latest ?? {}
  const percent = shareOf(data)?.percent ?? (data.figure.unit === '%' ? value : undefined)
  return percent === undefined || percent === null ? undefined : Math.min(1, Math.max(0, percent / 100))
}
