import { formatPeriod, type Language } from '../ui/format'
import type { FigureData } from './contract'

/** The period of a figure's newest value; a moment is told by the age in the frame, a period belongs to the value. */
export function periodOf({ latest }: FigureData, language: Language, zone: string, tight = false): string {
  return latest && latest.asOf.kind !== 'instant' ? formatPeriod(latest.asOf, language, zone, tight) : ''
}

/** One period for all of a panel's figures, to be said once; undefined where they differ. */
export function commonPeriod(
  figures: readonly FigureData[],
  language: Language,
  zone: string,
): string | undefined {
  const told = figures.filter(({ latest }) => latest)
  const periods = new Set(told.map((figure) => periodOf(figure, language, zone)))
  return periods.size === 1 ? [...periods][0] : undefined
}
