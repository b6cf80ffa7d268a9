import type { City } from '../city/schema'
import type { Text } from '../city/text'
import type { Reading } from '../sources/records'
import { formatDate, formatPeriod, formatTime, type Language } from '../ui/format'
import type { FigureData } from './contract'

/** What an analysis stands on: the systems behind its figures, in the city's words, each once. */
export function systemsOf(
  figures: readonly FigureData[],
  { sources }: Pick<City, 'sources'>,
  tx: (text: Text) => string,
): string {
  const names = figures.flatMap(({ figure }) =>
    figure.sources.flatMap((id) => {
      const source = sources.get(id)
      return source ? [tx(source.system ?? source.name)] : []
    }),
  )
  return [...new Set(names)].join(', ')
}

/** 26/10–22/11/2026: two days of one year say it once. */
export function formatSpan(from: number, to: number, zone: string): string {
  const [first, last] = [formatDate(from, zone), formatDate(to, zone)]
  if (first === last) return last
  return `${first.slice(6) === last.slice(6) ? first.slice(0, 5) : first}–${last}`
}

/** The period of a reading where several are compared: a moment needs its day as well. */
export function formatWhen({ asOf }: Reading, language: Language, zone: string): string {
  return asOf.kind === 'instant'
    ? `${formatTime(asOf.start, zone)} ${formatDate(asOf.start, zone)}`
    : formatPeriod(asOf, language, zone)
}
