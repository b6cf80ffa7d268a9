/**
 * Which scene is on the wall. Times are monotonic ms (performance.now), so that a corrected clock neither skips
 * nor freezes a scene.
 */
export type Rotation = Turn | { kind: 'preempted'; alarm: string; since: number; back: Turn }

/** What the wall does when nothing urgent happens. */
export type Turn =
  | { kind: 'running'; index: number; since: number; spared?: Spared }
  /** Held by a person; nothing but a person or an urgent alarm moves it on. */
  | { kind: 'held'; index: number; spared?: Spared }

/** A person has turned away from this alarm's scene; it comes back at `until` unless somebody has seen it. */
export interface Spared {
  alarm: string
  until: number
}

/** What the rotation knows of a scene: how long it stands, and whether this is its time of day. */
export interface Slot {
  durationMs: number
  due: boolean
}

/** An alarm that was seen at once is still shown long enough to be read. */
const SHORTEST_MS = 10_000
const SPARED_MS = 60_000

export function startRotation(now: number, index = 0): Turn {
  return { kind: 'running', index, since: now }
}

/** The number of the scene that the rotation stands at, or will return to. */
export const indexOf = (rotation: Rotation): number =>
  rotation.kind === 'preempted' ? rotation.back.index : rotation.index

/** The rotation after `now`: the next due scene when this one has had its time. Catches up once, never in a burst. */
export function rotate(rotation: Rotation, slots: readonly Slot[], now: number): Rotation {
  if (rotation.kind !== 'running' || slots.length < 2) return rotation
  const slot = slots[rotation.index]
  if (slot && now - rotation.since < slot.durationMs) return rotation
  // A timetable that leaves nothing must not leave an empty wall.
  const anyDue = slots.some(({ due }) => due)
  const order = slots.map((_, step) => (rotation.index + 1 + step) % slots.length)
  const next = order.find((index) => !anyDue || slots[index]?.due)
  return startRotation(now, next ?? rotation.index)
}

/**
 * Gives the wall to the most urgent alarm that nobody has seen, and back to where the rotation was when there is
 * none (issue 4, faults §3.6.8). `urgent` is that alarm's key.
 */
export function attend(rotation: Rotation, urgent: string | undefined, now: number): Rotation {
  if (rotation.kind === 'preempted') {
    if (urgent === rotation.alarm) return rotation
    if (urgent !== undefined) return { ...rotation, alarm: urgent, since: now }
    return now - rotation.since < SHORTEST_MS ? rotation : resumed(rotation.back, now)
  }
  const { spared } = rotation
  if (urgent === undefined || (spared && spared.alarm === urgent && now < spared.until)) return rotation
  return { kind: 'preempted', alarm: urgent, since: now, back: rotation }
}

/** A scene that was interrupted gets its full time. */
const resumed = (turn: Turn, now: number): Turn =>
  turn.kind === 'running' ? startRotation(now, turn.index) : turn

/** A step by hand, wrapping round; a held wall stays held, a running scene gets its full time. */
export function step(rotation: Rotation, by: 1 | -1, count: number, now: number): Rotation {
  return jump(rotation, (indexOf(rotation) + by + count) % count, now)
}

export function toggleHold(rotation: Rotation, now: number): Rotation {
  const index = indexOf(rotation)
  if (rotation.kind === 'preempted')
    return {
      ...rotation,
      back: rotation.back.kind === 'held' ? startRotation(now, index) : { kind: 'held', index },
    }
  return rotation.kind === 'held' ? startRotation(now, index) : { kind: 'held', index }
}

/** To one scene by its number. Away from an alarm it is for a minute only: the wall belongs to what nobody has seen. */
export function jump(rotation: Rotation, index: number, now: number): Turn {
  const turn = rotation.kind === 'preempted' ? rotation.back : rotation
  const to: Turn = turn.kind === 'held' ? { kind: 'held', index } : startRotation(now, index)
  if (rotation.kind === 'preempted')
    return { ...to, spared: { alarm: rotation.alarm, until: now + SPARED_MS } }
  return turn.spared ? { ...to, spared: turn.spared } : to
}

export const isHeld = (rotation: Rotation): boolean =>
  rotation.kind === 'preempted' ? rotation.back.kind === 'held' : rotation.kind === 'held'
