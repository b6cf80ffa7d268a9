import { hash } from '../../src/sources/hash'

/** Chance that can be told again: the same seed and name give the same course of numbers (murmur3's finisher). */
export interface Chance {
  /** From 0 (included) to 1. */
  next(): number
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  /** One of a list. */
  of<T>(list: readonly [T, ...T[]]): T
}

export function chanceOf(seed: number, name: string): Chance {
  let state = hash(`${seed}/${name}`)
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, of: (list) => list[below(list.length)] ?? list[0] }
}
