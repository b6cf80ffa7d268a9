import type { Case } from '../../sources/records'
import { isOpen, lateMs } from '../caseFacts'

export type Show = 'open' | 'overdue' | 'all'

/** The cases of a list in the order in which somebody should look at them. */
export function caseRows(cases: readonly Case[], show: Show, most: number): Case[] {
  return cases
    .filter((matter) => belongs(matter, show))
    .toSorted(worstFirst)
    .slice(0, most)
}

function belongs(matter: Case, show: Show): boolean {
  if (show === 'all') return true
  return show === 'overdue' ? matter.state === 'overdue' : isOpen(matter)
}

/**
 * Overdue for longest, then due soonest, then without a due time; among equals the more severe and the newer. What is
 * finished comes last, the newest first.
 */
export function worstFirst(a: Case, b: Case): number {
  return (
    stage(a) - stage(b) ||
    compare(dueTime(a), dueTime(b)) ||
    severity(a) - severity(b) ||
    (isOpen(a) ? compare(b.openedAt ?? 0, a.openedAt ?? 0) : compare(endOf(b), endOf(a)))
  )
}

const stage = (matter: Case) => (matter.state === 'overdue' ? 0 : isOpen(matter) ? 1 : 2)
const dueTime = (matter: Case) => (isOpen(matter) ? (matter.dueAt ?? Infinity) : 0)
const severity = (matter: Case) =>
  isOpen(matter) ? ['critical', 'major', 'minor', undefined].indexOf(matter.severity) : 0
const endOf = ({ closedAt, updatedAt }: Case) => closedAt ?? updatedAt ?? 0
/** Infinity minus infinity is no number. */
const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)

/** The two times of a case that matter: since when it is there, and by when it is or was to be finished. */
export interface CaseTimes {
  due: { kind: 'late'; ms: number | undefined } | { kind: 'due' | 'closed'; at: number } | undefined
  since: number | undefined
}

export function timesOf(matter: Case, moment: number): CaseTimes {
  const { state, dueAt, openedAt, closedAt } = matter
  if (!isOpen(matter))
    return { due: closedAt === undefined ? undefined : { kind: 'closed', at: closedAt }, since: openedAt }
  if (state === 'overdue') return { due: { kind: 'late', ms: lateMs(matter, moment) }, since: openedAt }
  return { due: dueAt === undefined ? undefined : { kind: 'due', at: dueAt }, since: openedAt }
}
