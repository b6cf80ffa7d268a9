/** A whole number shared out by weights, in whole parts that add up to it exactly. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let weight = 0
  let given = 0
  return weights.map((each) => {
    weight += each
    const until = Math.round((total * weight) / whole)
    const part = until - given
    given = until
    return part
  })
}
