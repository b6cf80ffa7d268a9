/**
 * Chance without state: the same seed and keys always give the same number, so the page, the tests and the HTTP
 * server agree on every value without sharing anything. FNV-1a over the keys, then murmur3's finisher.
 */
export function chance(seed: number, ...keys: (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed
  for (const character of keys.join('/')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
}

/** A whole number from `low` to `high`, both included. */
export function pick(low: number, high: number, seed: number, ...keys: (string | number)[]): number {
  return low + Math.floor(chance(seed, ...keys) * (high - low + 1))
}

/** One entry of a list. */
export function oneOf<T>(list: readonly [T, ...T[]], seed: number, ...keys: (string | number)[]): T {
  return list[pick(0, list.length - 1, seed, ...keys)] ?? list[0]
}

/** A value from -1 to 1 that moves smoothly and turns about once every `everyMs`. */
export function drift(seed: number, key: string, at: number, everyMs: number): number {
  const step = Math.floor(at / everyMs)
  const between = at / everyMs - step
  const ease = between * between * (3 - 2 * between)
  const from = chance(seed, key, step)
  return 2 * (from + (chance(seed, key, step + 1) - from) * ease) - 1
}
