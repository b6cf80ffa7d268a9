import { describe, expect, it } from 'vitest'
import { jump, rotate, startRotation, step, toggleHold } from './rotation'

const DURATIONS = [20_000, 30_000, 45_000]

describe('the rotation of scenes', () => {
  it('gives each scene its own duration', () => {
    const shown: number[] = []
    let rotation = startRotation(0)
    for (let now = 0; now < 96_000; now += 1000) {
      rotation = rotate(rotation, DURATIONS, now)
      shown.push(rotation.index)
    }
    expect(DURATIONS.map((_, index) => shown.filter((at) => at === index).length)).toEqual([21, 30, 45])
  })

  it('moves on by one scene after a sleep of hours, not by hundreds', () => {
    expect(rotate(startRotation(0), DURATIONS, 8 * 3_600_000)).toEqual({
      kind: 'running',
      index: 1,
      since: 28_800_000,
    })
  })

  it('stays while a person holds it, and gives the scene its full time afterwards', () => {
    const held = toggleHold(startRotation(0, 1), 5000)
    expect(rotate(held, DURATIONS, 10_000_000)).toEqual({ kind: 'held', index: 1 })
    expect(toggleHold(held, 60_000)).toEqual({ kind: 'running', index: 1, since: 60_000 })
  })

  it('wraps at both ends when stepped by hand, held or not', () => {
    expect(step(startRotation(0), -1, 3, 10).index).toBe(2)
    expect(step({ kind: 'held', index: 2 }, 1, 3, 10)).toEqual({ kind: 'held', index: 0 })
    expect(jump(startRotation(0), 2, 10)).toEqual({ kind: 'running', index: 2, since: 10 })
  })

  it('never turns a single scene', () => {
    const only = startRotation(0)
    expect(rotate(only, [20_000], 90_000)).toBe(only)
  })
})
