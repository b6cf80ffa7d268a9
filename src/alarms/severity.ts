import type { Figure } from '../city/figure'
import type { Reading } from '../sources/records'

/** Worst last. `unknown`: there is no value to judge, which is never the same as normal. */
export const SEVERITIES = ['none', 'normal', 'unknown', 'warn', 'alarm'] as const
/** `none`: the figure has no limits, so nothing is claimed about it. */
export type Severity = (typeof SEVERITIES)[number]

/** Judges one reading by its figure's limits. Pure; on/off delay and deadband belong to the alarm list. */
export function severityOf(figure: Figure, reading: Reading | undefined): Severity {
  const { limits, better } = figure
  if (!limits || better === 'neither') return 'none'
  if (!reading || reading.value === null || reading.quality === 'suspect') return 'unknown'
  const past = (limit: number | undefined, value: number) =>
    limit !== undefined && (better === 'high' ? value < limit : value > limit)
  if (past(limits.alarm, reading.value)) return 'alarm'
  if (past(limits.warn, reading.value)) return 'warn'
  return 'normal'
}

export function worstSeverity(severities: readonly Severity[]): Severity {
  return severities.reduce<Severity>(
    (worst, next) => (SEVERITIES.indexOf(next) > SEVERITIES.indexOf(worst) ? next : worst),
    'none',
  )
}
