import { describe, expect, it } from 'vitest'
import {
  attend,
  indexOf,
  isHeld,
  jump,
  rotate,
  startRotation,
  step,
  toggleHold,
  type Rotation,
} from './rotation'

const slots = (...durations: number[]) => durations.map((durationMs) => ({ durationMs, due: true }))
const DAY = slots(20_000, 30_000, 45_000)

describe('the rotation of scenes', () => {
  it('gives each scene its own duration', () => {
    const shown: number[] = []
    let rotation: Rotation = startRotation(0)
    for (let now = 0; now < 96_000; now += 1000) {
      rotation = rotate(rotation, DAY, now)
      shown.push(indexOf(rotation))
    }
    expect(DAY.map((_, index) => shown.filter((at) => at === index).length)).toEqual([21, 30, 45])
  })

  it('moves on by one scene after a sleep of hours, not by hundreds', () => {
    expect(rotate(startRotation(0), DAY, 8 * 3_600_000)).toEqual({
      kind: 'running',
      index: 1,
      since: 28_800_000,
    })
  })

  it('stays while a person holds it, and gives the scene its full time afterwards', () => {
    const held = toggleHold(startRotation(0, 1), 5000)
    expect(rotate(held, DAY, 10_000_000)).toEqual({ kind: 'held', index: 1 })
    expect(toggleHold(held, 60_000)).toEqual({ kind: 'running', index: 1, since: 60_000 })
  })

  it('wraps at both ends when stepped by hand, held or not', () => {
    expect(indexOf(step(startRotation(0), -1, 3, 10))).toBe(2)
    expect(step({ kind: 'held', index: 2 }, 1, 3, 10)).toEqual({ kind: 'held', index: 0 })
    expect(jump(startRotation(0), 2, 10)).toEqual({ kind: 'running', index: 2, since: 10 })
  })

  it('never turns a single scene', () => {
    const only = startRotation(0)
    expect(rotate(only, slots(20_000), 90_000)).toBe(only)
  })

  it('leaves out scenes whose hour it is not, and shows all rather than none', () => {
    const [first, second, third] = DAY
    const morning = [first, { durationMs: 30_000, due: false }, third].flatMap((slot) => slot ?? [])
    expect(second?.due).toBe(true)
    expect(indexOf(rotate(startRotation(0), morning, 20_000))).toBe(2)
    const nothing = DAY.map((slot) => ({ ...slot, due: false }))
    expect(indexOf(rotate(startRotation(0), nothing, 20_000))).toBe(1)
    const alone = DAY.map((slot, index) => ({ ...slot, due: index === 1 }))
    expect(rotate(startRotation(0, 1), alone, 40_000)).toEqual(startRotation(40_000, 1))
  })
})

describe('an urgent alarm', () => {
  const taken = attend(startRotation(0, 2), 'storm', 7_000)

  it('takes the wall at once and keeps it for as long as nobody has seen it', () => {
    expect(taken).toMatchObject({ kind: 'preempted', alarm: 'storm' })
    expect(rotate(taken, DAY, 10_000_000)).toBe(taken)
    expect(attend(taken, 'storm', 10_000_000)).toBe(taken)
  })

  it('gives the wall back where the rotation was, with the full time of the scene', () => {
    expect(attend(taken, undefined, 60_000)).toEqual(startRotation(60_000, 2))
  })

  it('that is acknowledged at once still stands long enough to be read', () => {
    expect(attend(taken, undefined, 8_000)).toBe(taken)
    expect(attend(taken, undefined, 17_000)).toEqual(startRotation(17_000, 2))
  })

  it('takes a held wall as well and gives it back held', () => {
    const held = attend({ kind: 'held', index: 1 }, 'storm', 0)
    expect([held.kind, isHeld(held)]).toEqual(['preempted', true])
    expect(attend(held, undefined, 60_000)).toEqual({ kind: 'held', index: 1 })
  })

  it('yields to a more urgent one, and both to the scene that was interrupted', () => {
    const second = attend(taken, 'flood', 20_000)
    expect(second).toMatchObject({ alarm: 'flood', since: 20_000 })
    expect(attend(second, undefined, 60_000)).toEqual(startRotation(60_000, 2))
  })

  it('lets a person look away for a minute and then comes back', () => {
    const away = step(taken, 1, 3, 20_000)
    expect(indexOf(away)).toBe(0)
    expect(attend(away, 'storm', 79_000)).toBe(away)
    expect(attend(away, 'flood', 30_000)).toMatchObject({ kind: 'preempted', alarm: 'flood' })
    expect(attend(step(away, 1, 3, 70_000), 'storm', 80_000)).toMatchObject({ alarm: 'storm' })
  })
})
