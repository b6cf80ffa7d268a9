import { isExercise, standingOf, type Alarm, type Flood } from '../alarms/alarm'

/** What an alarm takes on the strip to be read as a whole, and what the counts beside it take, in em. */
const ALARM_EM = 19
const COUNTS_EM = 7

/**
 * The alarms that a strip of so many em shows, at least one. What is said of a flood takes the room of one; the most
 * urgent alarm stays beside it, for it may be the cause (faults §3.4 a, e).
 */
export function onStrip(
  shown: readonly Alarm[],
  flood: Flood | undefined,
  widthEm: number,
): readonly Alarm[] {
  const room = Math.floor((widthEm - COUNTS_EM) / ALARM_EM) - (flood ? 1 : 0)
  return shown.slice(0, Math.max(1, room))
}

/** Trouble in the city that has not lasted long enough to be announced; what a source lacks the trust bar tells. */
export const isWaiting = (alarm: Alarm): boolean =>
  standingOf(alarm) === 'pending' && alarm.subject.kind !== 'source' && !isExercise(alarm)
