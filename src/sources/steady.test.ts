import { describe, expect, it } from 'vitest'
import { NOW } from './fixtures'
import type { SourceState } from './freshness'
import { steadied, type Steady } from './steady'

const at = (seconds: number) => ({ wall: NOW + seconds * 1000, mono: seconds * 1000 })

/** What is shown second by second, while the true state goes as told: [from second, state]. */
function shown(until: number, ...truth: [number, SourceState][]): SourceState[] {
  let steady: Steady | undefined
  return Array.from({ length: until }, (_, second) => {
    const [, state = 'waiting' as const] = truth.findLast(([from]) => from <= second) ?? []
    steady = steadied(steady, { state, ageMs: second * 1000, since: NOW + second * 1000 }, at(second))
    return steady.shown.state
  })
}
/** The seconds at which the shown state changes. */
const changes = (states: SourceState[]) =>
  states.flatMap((state, second) => (second > 0 && state !== states[second - 1] ? second : []))

describe('the state on the screen', () => {
  it('follows a single fault and its end at once', () => {
    expect(changes(shown(60, [0, 'waiting'], [1, 'live'], [20, 'invalid'], [22, 'live']))).toEqual([
      1, 20, 22,
    ])
  })

  it('row 21: of a source that answers well and badly in turn every second does not flicker', () => {
    const truth = Array.from({ length: 300 }, (_, i): [number, SourceState] => [
      i,
      i % 2 ? 'invalid' : 'live',
    ])
    const seconds = changes(shown(300, ...truth))
    const gaps = seconds.slice(2).map((second, i) => second - (seconds[i + 1] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10)
    expect(seconds.length).toBeLessThanOrEqual(31)
  })

  it('row 11: hides a worse state for ten seconds at most, flapping or not', () => {
    const truth = Array.from({ length: 20 }, (_, i): [number, SourceState] => [
      i * 3,
      i % 2 ? 'down' : 'live',
    ])
    const states = shown(90, ...truth, [60, 'down'])
    expect(states.slice(70).every((state) => state === 'down')).toBe(true)
  })

  it('is the true one again a minute after the flapping', () => {
    const states = shown(200, [0, 'live'], [3, 'down'], [6, 'live'], [9, 'down'], [40, 'live'], [150, 'down'])
    expect(changes(states).at(-1)).toBe(150)
  })

  it('always carries the true age', () => {
    let steady: Steady | undefined
    for (const [second, state] of (['live', 'down', 'live', 'down', 'live'] as const).entries())
      steady = steadied(steady, { state, ageMs: second, since: 0 }, at(second))
    expect(steady?.shown.ageMs).toBe(4)
  })
})
