export const LOCALES = ['vi-VN', 'en-US'] as const
/** How a source writes numbers in strings: 2.224,5 or 2,224.5. */
export type NumberLocale = (typeof LOCALES)[number]

const SHAPES = {
  'vi-VN': { shape: /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/, group: '.', decimal: ',' },
  'en-US': { shape: /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/, group: ',', decimal: '.' },
}

/**
 * A number written in a string. Undefined when it is not one in exactly that locale's writing: "1.015" means two
 * different numbers, so nothing is guessed (domain.md §2.5). A percent sign is allowed and changes nothing.
 */
export function parseNumber(text: string, locale: NumberLocale): number | undefined {
  const { shape, group, decimal } = SHAPES[locale]
  const bare = text.trim().replace('\u2212', '-').replace(/\s*%$/, '')
  if (!shape.test(bare)) return undefined
  const value = Number(bare.replaceAll(group, '').replace(decimal, '.'))
  return Number.isFinite(value) ? tidy(value) : undefined
}

/**
 * More than anything that a city counts, in đồng: such a number is an overflow or a mistake in units, and sums and
 * scales of such numbers are infinite.
 */
export const LARGEST = 1e18

/** Takes away the dust of binary arithmetic (0.1 + 0.2) and the sign of zero. */
export function tidy(value: number): number {
  return (Number.isInteger(value) ? value : Number(value.toPrecision(15))) + 0
}
