import { describe, expect, it } from 'vitest'
import { driftAt, REACH_PX } from './drift'

const minutes = Array.from({ length: 500 }, (_, minute) => driftAt(minute))

describe('the drift of a wall', () => {
  it('never leaves its margin', () => {
    const far = minutes.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)))
    expect(Math.max(...far)).toBe(REACH_PX)
  })

  it('moves by one pixel at most', () => {
    const steps = minutes.slice(1).map(({ x, y }, index) => {
      const before = minutes[index] ?? { x, y }
      return Math.max(Math.abs(x - before.x), Math.abs(y - before.y))
    })
    expect(Math.max(...steps)).toBe(1)
  })

  it('stands in at least four places within ten minutes, and all over its margin within a shift', () => {
    const places = (from: number, count: number) =>
      new Set(minutes.slice(from, from + count).map(({ x, y }) => `${x} ${y}`)).size
    for (const from of [0, 60, 300]) expect(places(from, 10)).toBeGreaterThanOrEqual(4)
    expect(places(0, 480)).toBeGreaterThan(60)
  })
})
