import { PRIORITIES } from '../city/limits'
import type { Id } from '../city/text'
import { isExercise, standingOf, type Alarm, type Standing } from './alarm'

/** What nobody has answered comes first, whatever stands beside it. */
const VISIBLE: readonly Standing[] = ['unacked', 'acked', 'returned']

/** Trouble in the city before trouble with a source, which is only trouble with the picture. */
const classOf = ({ subject }: Alarm) => (subject.kind === 'source' ? 1 : 0)

/** Shown alarms: what is real before any exercise, then unanswered first, then by priority, then the one that came first. */
export function inOrder(alarms: readonly Alarm[]): Alarm[] {
  return alarms
    .filter((alarm) => VISIBLE.includes(standingOf(alarm)))
    .toSorted(
      (a, b) =>
        Number(isExercise(a)) - Number(isExercise(b)) ||
        VISIBLE.indexOf(standingOf(a)) - VISIBLE.indexOf(standingOf(b)) ||
        PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
        classOf(a) - classOf(b) ||
        a.announcedAt - b.announcedAt,
    )
}

/** The alarm that the wall must show until somebody has seen it: the most urgent and oldest of the urgent ones. */
export function mostUrgent(alarms: readonly Alarm[]): Alarm | undefined {
  return inOrder(alarms).find(
    (alarm) =>
      standingOf(alarm) === 'unacked' &&
      (alarm.priority === 'critical' || alarm.priority === 'high') &&
      alarm.subject.kind !== 'source' &&
      !isExercise(alarm),
  )
}

/** How each figure stands that has an alarm: the worst of its parts. */
export function standingOfFigures(alarms: readonly Alarm[]): ReadonlyMap<Id, Standing> {
  const standings = new Map<Id, Standing>()
  // Worst last, so that it stays.
  for (const alarm of inOrder(alarms).toReversed())
    if (alarm.subject.kind === 'limit') standings.set(alarm.subject.figure, standingOf(alarm))
  return standings
}
