/**
 * A pure function of seed and moment that keeps its latest results: the past hours of a day never change, and in
 * the page the city must not take time from the screen.
 */
export function remember<T>(
  compute: (seed: number, at: number) => T,
  size = 64,
): (seed: number, at: number) => T {
  const results = new Map<string, T>()
  return (seed, at) => {
    const key = `${seed}/${at}`
    const result = results.get(key) ?? compute(seed, at)
    results.delete(key)
    results.set(key, result)
    const [oldest] = results.keys()
    if (results.size > size && oldest !== undefined) results.delete(oldest)
    return result
  }
}
