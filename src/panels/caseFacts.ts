import type { Case } from '../sources/records'

export const DAY_MS = 86_400_000
/** Past its due time by more than this a matter is no longer a slip. */
export const LONG_MS = 3 * DAY_MS

export function isOpen({ state }: Case): boolean {
  return state === 'new' || state === 'doing' || state === 'overdue'
}

/**
 * How long a matter is past its due time, at least; undefined when it is not, when nobody says since when, or when no
 * time is newer than its own due time.
 */
export function lateMs({ state, dueAt }: Case, moment: number): number | undefined {
  if (state !== 'overdue' || dueAt === undefined) return undefined
  return moment > dueAt ? moment - dueAt : undefined
}

/** How an open matter is to be coloured: late deserves a look; long late, or late and critical, deserves a hand. */
export function lateness(matter: Case, moment: number): 'none' | 'warn' | 'alarm' {
  if (matter.state !== 'overdue') return 'none'
  const long = (lateMs(matter, moment) ?? 0) > LONG_MS
  return long || matter.severity === 'critical' ? 'alarm' : 'warn'
}

/** Whose words fit: a task of a programme has a share done and money, a report has neither (domain.md §2.6). */
export function wordsFor(cases: readonly Case[]): 'report' | 'task' {
  return cases.some(({ progress, budget }) => progress !== undefined || budget !== undefined)
    ? 'task'
    : 'report'
}
