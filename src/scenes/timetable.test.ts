import { describe, expect, it } from 'vitest'
import { isDue } from './timetable'

const ZONE = 'Asia/Ho_Chi_Minh'
/** In the city, on the week that begins on Monday, 16 November 2026. */
const at = (day: number, time: string) => Date.parse(`2026-11-${15 + day}T${time}:00+07:00`)

describe('the timetable of a scene', () => {
  it('is every hour of every day unless the city file says otherwise', () => {
    expect(isDue({}, at(7, '03:00'), ZONE)).toBe(true)
  })

  it('keeps to its weekdays', () => {
    const scene = { days: ['mon' as const, 'fri' as const] }
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => isDue(scene, at(day, '12:00'), ZONE))).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  it.each([
    ['06:59', false],
    ['07:00', true],
    ['16:59', true],
    ['17:00', false],
  ])('from 07:00 to 17:00, at %s it is %s', (time, due) => {
    expect(isDue({ hours: { from: '07:00', to: '17:00' } }, at(1, time), ZONE)).toBe(due)
  })

  it('reaches over midnight into a day that is not its own', () => {
    const night = { days: ['fri' as const], hours: { from: '22:00', to: '02:00' } }
    expect(isDue(night, at(5, '23:00'), ZONE)).toBe(true)
    expect(isDue(night, at(6, '01:59'), ZONE)).toBe(true)
    expect(isDue(night, at(6, '02:00'), ZONE)).toBe(false)
    expect(isDue(night, at(5, '01:00'), ZONE)).toBe(false)
  })

  it('goes by the clock of the city and not of the screen', () => {
    expect(isDue({ hours: { from: '07:00', to: '17:00' } }, Date.parse('2026-11-16T00:30:00Z'), ZONE)).toBe(
      true,
    )
  })
})
