/** Px by which a wall may be off its place; it keeps a margin of as much (faults §3.5). */
export const REACH_PX = 4
/** Minutes of one swing in each direction. No step is longer than 1 px, and 442 minutes pass before it repeats. */
const SWINGS = { x: 26, y: 34 }

/** Where a wall stands in its n-th minute: on a Lissajous curve, so that no line burns itself into the panel. */
export function driftAt(minute: number): { x: number; y: number } {
  const swing = (period: number) => Math.round(REACH_PX * Math.sin((2 * Math.PI * minute) / period))
  return { x: swing(SWINGS.x), y: swing(SWINGS.y) }
}
