import { PRIORITIES } from '../city/limits'
import type { Id } from '../city/text'
import { isExercise, isUnanswered, isUrgent, standingOf, type Alarm, type Standing } from './alarm'

const VISIBLE: readonly Standing[] = ['unacked', 'returned', 'acked']

/** Trouble in the city before trouble with a source, which is only trouble with the picture. */
const classOf = ({ subject }: Alarm) => (subject.kind === 'source' ? 1 : 0)

/**
 * Shown alarms: what is real before any exercise, the city before its sources, then unanswered first, then by priority,
 * what lasts before what is over, and then the one that came first.
 */
export function inOrder(alarms: readonly Alarm[]): Alarm[] {
  return alarms
    .filter((alarm) => VISIBLE.includes(standingOf(alarm)))
    .toSorted(
      (a, b) =>
        Number(isExercise(a)) - Number(isExercise(b)) ||
        classOf(a) - classOf(b) ||
        Number(isUnanswered(b)) - Number(isUnanswered(a)) ||
        PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
        VISIBLE.indexOf(standingOf(a)) - VISIBLE.indexOf(standingOf(b)) ||
        a.announcedAt - b.announcedAt,
    )
}

/**
 * The alarm that the wall must show until somebody has seen it: the most urgent and oldest of the urgent ones. A
 * critical one holds it even when it is over; a high one does not, for a wall that nobody attends would stay for ever.
 */
export function mostUrgent(alarms: readonly Alarm[]): Alarm | undefined {
  return inOrder(alarms).find(
    (alarm) => holdsWall(alarm) && alarm.subject.kind !== 'source' && !isExercise(alarm),
  )
}

function holdsWall(alarm: Alarm): boolean {
  return alarm.priority === 'critical'
    ? isUnanswered(alarm)
    : isUrgent(alarm) && standingOf(alarm) === 'unacked'
}

/** How each figure stands that has an alarm: the worst of its parts. */
export function standingOfFigures(alarms: readonly Alarm[]): ReadonlyMap<Id, Standing> {
  const standings = new Map<Id, Standing>()
  // Worst last, so that it stays.
  for (const alarm of inOrder(alarms).toReversed())
    if (alarm.subject.kind === 'limit') standings.set(alarm.subject.figure, standingOf(alarm))
  return standings
}
