import type { ComputedRef, InjectionKey } from 'vue'
import type { Figure } from '../city/figure'
import type { Id } from '../city/text'
import type { Reading } from '../sources/records'
import type { Standing } from './alarm'

/** Worst last. `unknown`: there is no value to judge, which is never the same as normal. */
export const SEVERITIES = ['none', 'normal', 'unknown', 'warn', 'alarm'] as const
/** `none`: the figure has no limits, so nothing is claimed about it. */
export type Severity = (typeof SEVERITIES)[number]

/** Judges one reading by its figure's limits, as it is now and without memory. */
export function severityOf(figure: Figure, reading: Reading | undefined): Severity {
  return levelOf(figure, reading, undefined)
}

/**
 * The same with the memory of an alarm that stands: a limit once passed is held until the value has come back by
 * the deadband.
 */
export function levelOf(
  { limits, better }: Figure,
  reading: Reading | undefined,
  held: 'warn' | 'alarm' | undefined,
): Severity {
  if (!limits || better === 'neither') return 'none'
  if (!reading || reading.value === null || reading.quality === 'suspect') return 'unknown'
  const { value } = reading
  const past = (limit: number | undefined, isHeld: boolean) => {
    if (limit === undefined) return false
    const slack = isHeld ? limits.deadband : 0
    return better === 'high' ? value < limit + slack : value > limit - slack
  }
  if (past(limits.alarm, held === 'alarm')) return 'alarm'
  return past(limits.warn, held !== undefined) ? 'warn' : 'normal'
}

export function worstSeverity(severities: readonly Severity[]): Severity {
  return severities.reduce<Severity>(
    (worst, next) => (SEVERITIES.indexOf(next) > SEVERITIES.indexOf(worst) ? next : worst),
    'none',
  )
}

/** Which figures have an alarm standing and how, for the frames that show them: panels know no store. */
export const figureAlarmsKey: InjectionKey<ComputedRef<ReadonlyMap<Id, Standing>>> = Symbol('figure alarms')
