import { isExercise, standingOf, type Alarm } from '../alarms/alarm'

/** What a person wants to hear; `until` is epoch ms. */
export type SoundWish = { kind: 'off' } | { kind: 'on' } | { kind: 'muted'; until: number }

/** What there is to hear: `blocked` when the browser lets no sound out before somebody touches the page. */
export type SoundState = { kind: 'off' | 'on' | 'blocked' } | { kind: 'muted'; leftMs: number }

export const MUTE_MS = 600_000
/** Somebody who has heard it needs time to act, and in a flood more of it (faults §3.4 a, §3.5), ms. */
const REPEAT_MS = 10_000
const FLOOD_REPEAT_MS = 30_000

/** One key goes round: off, on, silent for ten minutes, off. */
export function nextWish(wish: SoundWish, now: number): SoundWish {
  switch (awake(wish, now).kind) {
    case 'off':
      return { kind: 'on' }
    case 'on':
      return { kind: 'muted', until: now + MUTE_MS }
    case 'muted':
      return { kind: 'off' }
  }
}

/** A silence that is over is none; one that lies further ahead than it can was made by another clock. */
export function awake(wish: SoundWish, now: number): SoundWish {
  if (wish.kind !== 'muted') return wish
  return now < wish.until && wish.until <= now + MUTE_MS ? wish : { kind: 'on' }
}

export function soundState(wish: SoundWish, canPlay: boolean, now: number): SoundState {
  const current = awake(wish, now)
  if (current.kind === 'muted') return { kind: 'muted', leftMs: current.until - now }
  return { kind: current.kind === 'on' && !canPlay ? 'blocked' : current.kind }
}

/** Only trouble in the city that cannot wait is heard, never an exercise or a source (faults §3.4 h, §3.5). */
export function isHeard(alarm: Alarm): boolean {
  return (
    alarm.priority === 'critical' &&
    standingOf(alarm) === 'unacked' &&
    alarm.subject.kind !== 'source' &&
    !isExercise(alarm)
  )
}

/** Whether to sound now; the times are monotonic ms. */
export function isDue(
  shown: readonly Alarm[],
  inFlood: boolean,
  last: number | undefined,
  now: number,
): boolean {
  if (!shown.some(isHeard)) return false
  return last === undefined || now - last >= (inFlood ? FLOOD_REPEAT_MS : REPEAT_MS)
}
