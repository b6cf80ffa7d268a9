import type { Figure } from '../city/figure'
import type { Id } from '../city/text'
import type { Reading } from '../sources/records'
import { SEVERITIES, severityOf, type Severity } from './severity'

/** A figure past its limit now, in the whole city or in one of its parts. */
export interface Abnormal {
  /** Figure and part: the same finding keeps its key while it lasts. */
  key: string
  figure: Figure & { id: Id }
  reading: Reading
  severity: Extract<Severity, 'warn' | 'alarm'>
  /** When this screen first saw it, epoch ms. */
  since: number
}

/**
 * What is past its limits, worst and then oldest first; a finding that lasts keeps its `since`.
 * Pure: `before` is the previous answer.
 */
export function findAbnormal(
  before: readonly Abnormal[],
  figures: readonly { figure: Figure & { id: Id }; readings: readonly Reading[] }[],
  now: number,
): Abnormal[] {
  const known = new Map(before.map((finding) => [finding.key, finding.since]))
  const found = figures.flatMap(({ figure, readings }) =>
    readings.flatMap((reading) => {
      const severity = severityOf(figure, reading)
      if (severity !== 'warn' && severity !== 'alarm') return []
      const key = `${figure.id} ${reading.area} ${Object.values(reading.dims).join(' ')}`
      return [{ key, figure, reading, severity, since: known.get(key) ?? now }]
    }),
  )
  return found.toSorted(
    (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || a.since - b.since,
  )
}
