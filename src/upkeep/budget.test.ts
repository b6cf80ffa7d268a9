import { describe, expect, it } from 'vitest'
import { mayReload, type Reload } from './budget'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 22, 3)
const ago = (minutes: number, why = 'a'): Reload => ({ at: NOW - minutes * MINUTE, why })

describe('the page reloads by itself', () => {
  it('when it has not done so lately', () => {
    expect(mayReload([], 'a', NOW)).toBe('now')
    expect(mayReload([ago(11)], 'b', NOW)).toBe('now')
  })

  it('once in ten minutes, whatever the causes', () => {
    expect(mayReload([ago(9, 'chunk')], 'b', NOW)).toBe('later')
  })

  it('three times in an hour and then no more', () => {
    expect(mayReload([ago(50, 'a'), ago(35, 'b'), ago(15, 'c')], 'd', NOW)).toBe('spent')
    expect(mayReload([ago(61, 'a'), ago(35, 'b'), ago(15, 'c')], 'd', NOW)).toBe('now')
  })

  it('three times a day for one cause: a fourth reload mends nothing', () => {
    const history = [ago(600), ago(400), ago(200)]
    expect(mayReload(history, 'a', NOW)).toBe('spent')
    expect(mayReload(history, 'b', NOW)).toBe('now')
    expect(mayReload(history, 'a', NOW + 15 * 60 * MINUTE)).toBe('now')
  })

  it('once in ten minutes also when the clock was set back in between', () => {
    expect(mayReload([ago(-5)], 'b', NOW)).toBe('later')
  })
})
