import type { Rank, Reading } from '../../sources/records'
import { formatPeriod, formatRank } from '../../ui/format'
import type { FigureData } from '../contract'
import { facts, type FactWords } from '../facts'

/** The place a reading tells: its own rank, or its value where the figure itself is a place. */
export function rankOf(figure: FigureData['figure'], reading: Reading | undefined): Rank | undefined {
  if (!reading) return undefined
  if (reading.rank) return reading.rank
  return figure.unit === 'rank' && reading.value !== null ? { place: reading.value } : undefined
}

/** What the place stands on: the value beside it, unless the value is the place. */
export function hasValue({ figure, latest }: FigureData): boolean {
  return figure.unit !== 'rank' && latest !== undefined && latest.value !== null
}

/**
 * What stands beside a place: comparisons with the nation and others, and the places of earlier rankings. A smaller
 * place is a better one, so earlier places are told and never subtracted: ▲ would mean both.
 */
export function besideRank(data: FigureData, words: FactWords): string[] {
  const compared =
    data.figure.unit === 'rank'
      ? []
      : facts(data, words)
          .filter(({ kind }) => kind === 'compare' || kind === 'target' || kind === 'note')
          .map(({ text }) => text)
  // A source that tells the movement has told where it came from.
  const told = rankOf(data.figure, data.latest)?.moved !== undefined
  return told ? compared : [...compared, ...earlier(data, words)]
}

function earlier({ figure, history }: FigureData, { language, zone }: FactWords): string[] {
  const before = history.at(-2)
  const rank = rankOf(figure, before)
  if (!before || !rank || before.asOf.kind === 'instant') return []
  return [`${formatPeriod(before.asOf, language, zone, true)}: ${lower(formatRank(rank, language))}`]
}

/** "24/63", or "4" where nobody says out of how many. */
export function placeText({ place, outOf }: Rank): string {
  return outOf === undefined ? String(place) : `${place}/${outOf}`
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
