/**
 * One moment on two clocks, in ms. The wall clock may be set while we run; the monotonic one may stand still
 * while the machine sleeps (faults §2.4). Neither alone can tell an age.
 */
export interface Moment {
  /** Epoch ms. */
  wall: number
  /** Ms since the page began. */
  mono: number
}

export type Clock = () => Moment

export const systemClock: Clock = () => ({ wall: Date.now(), mono: performance.now() })

/** Ms from one moment to a later one by the clock that saw more of it; never negative. */
export function elapsed(from: Moment, to: Moment): number {
  return Math.max(0, to.wall - from.wall, to.mono - from.mono)
}
