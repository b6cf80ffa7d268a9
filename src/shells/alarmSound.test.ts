import { describe, expect, it } from 'vitest'
import { anAlarm, AS } from '../../tests/alarmScreen'
import { alert } from '../alarms/fixtures'
import { awake, isDue, isHeard, MUTE_MS, nextWish, soundState, type SoundWish } from './alarmSound'

const critical = anAlarm('a', { priority: 'critical' })

describe('the sound of alarms', () => {
  it('is turned on, silent for ten minutes and off by one key, in that order', () => {
    const on = nextWish({ kind: 'off' }, 0)
    const muted = nextWish(on, 1_000)
    expect([on, muted, nextWish(muted, 2_000)]).toEqual([
      { kind: 'on' },
      { kind: 'muted', until: 1_000 + MUTE_MS },
      { kind: 'off' },
    ])
  })

  it('comes back by itself when its silence is over, or was set by a clock that was ahead', () => {
    const muted: SoundWish = { kind: 'muted', until: 1_000 }
    expect(awake(muted, 999)).toBe(muted)
    expect(awake(muted, 1_000)).toEqual({ kind: 'on' })
    expect(awake({ kind: 'muted', until: MUTE_MS + 5_001 }, 5_000)).toEqual({ kind: 'on' })
  })

  it('says that it is off when the browser lets none out, and how long it stays silent', () => {
    expect(soundState({ kind: 'on' }, false, 0)).toEqual({ kind: 'blocked' })
    expect(soundState({ kind: 'on' }, true, 0)).toEqual({ kind: 'on' })
    expect(soundState({ kind: 'off' }, false, 0)).toEqual({ kind: 'off' })
    expect(soundState({ kind: 'muted', until: 60_000 }, true, 1_000)).toEqual({
      kind: 'muted',
      leftMs: 59_000,
    })
  })

  it('is for what is critical and not acknowledged; never for an exercise or a source', () => {
    const exercise = alert({ status: 'exercise' })
    expect(isHeard(critical)).toBe(true)
    expect(
      [
        { priority: 'high' as const },
        AS.acked,
        AS.returned,
        AS.shelved,
        { subject: { kind: 'source' as const, source: 'masts', state: 'down' as const } },
        { subject: { kind: 'city' as const, source: 'masts', alert: exercise } },
      ].map((more) => isHeard({ ...critical, ...more })),
    ).toEqual([false, false, false, false, false, false])
  })

  it('repeats at most every ten seconds, in a flood every thirty', () => {
    const due = (inFlood: boolean, passed: number) => isDue([critical], inFlood, 0, passed)
    expect([due(false, 9_999), due(false, 10_000), due(true, 29_999), due(true, 30_000)]).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(isDue([critical], true, undefined, 5)).toBe(true)
    expect(isDue([], false, undefined, 5)).toBe(false)
  })
})
