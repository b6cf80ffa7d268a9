/**
 * Which scene is on the wall. Times are monotonic ms (performance.now), so that a corrected clock neither skips
 * nor freezes a scene.
 */
export type Rotation =
  | { kind: 'running'; index: number; since: number }
  /** Held by a person; nothing but a person moves it on. */
  | { kind: 'held'; index: number }

export function startRotation(now: number, index = 0): Rotation {
  return { kind: 'running', index, since: now }
}

/** The rotation after `now`: the next scene when this one has had its time. Catches up once, never in a burst. */
export function rotate(rotation: Rotation, durationsMs: readonly number[], now: number): Rotation {
  if (rotation.kind === 'held' || durationsMs.length < 2) return rotation
  const duration = durationsMs[rotation.index] ?? 0
  return now - rotation.since < duration
    ? rotation
    : startRotation(now, (rotation.index + 1) % durationsMs.length)
}

/** A step by hand, wrapping round; a held wall stays held, a running scene gets its full time. */
export function step(rotation: Rotation, by: 1 | -1, count: number, now: number): Rotation {
  const index = (rotation.index + by + count) % count
  return rotation.kind === 'held' ? { kind: 'held', index } : startRotation(now, index)
}

export function toggleHold(rotation: Rotation, now: number): Rotation {
  return rotation.kind === 'held'
    ? startRotation(now, rotation.index)
    : { kind: 'held', index: rotation.index }
}

/** To one scene by its number. */
export function jump(rotation: Rotation, index: number, now: number): Rotation {
  return rotation.kind === 'held' ? { kind: 'held', index } : startRotation(now, index)
}
