import { chance } from '../../src/simulator/random'

/** Chance that the same seed gives again: the n-th call of a run always gives the same. */
export function seeded(seed: number): <T>(list: readonly [T, ...T[]]) => T {
  let calls = 0
  return ([first, ...others]) => {
    const all = [first, ...others]
    return all[Math.floor(chance(seed, 'soak', calls++) * all.length)] ?? first
  }
}
