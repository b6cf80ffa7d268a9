import type { Place } from './place'

/**
 * A pure function of city, seed and moment that keeps its latest results: the past hours of a day never change, and
 * in the page the city must not take time from the screen.
 */
export function remember<T>(
  compute: (place: Place, seed: number, at: number) => T,
  size = 64,
): (place: Place, seed: number, at: number) => T {
  const results = new Map<string, T>()
  return (place, seed, at) => {
    const key = `${place.id}/${seed}/${at}`
    const result = results.get(key) ?? compute(place, seed, at)
    results.delete(key)
    results.set(key, result)
    const [oldest] = results.keys()
    if (results.size > size && oldest !== undefined) results.delete(oldest)
    return result
  }
}
