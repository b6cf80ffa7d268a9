/** The middle value; of an even number of values the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const around = Number.isInteger(half) ? sorted.slice(half - 1, half + 1) : [sorted[Math.floor(half)] ?? NaN]
  return around.reduce((sum, value) => sum + value, 0) / around.length
}

/**
 * The Theil–Sen slope of y over x: the median of the slopes of all pairs, so that one odd sample (a list that
 * grew, a collection that came late) does not pass for a trend.
 */
export function slope(points: readonly { x: number; y: number }[]): number {
  const slopes = points.flatMap((from, index) =>
    points
      .slice(index + 1)
      .filter((to) => to.x !== from.x)
      .map((to) => (to.y - from.y) / (to.x - from.x)),
  )
  return median(slopes)
}
