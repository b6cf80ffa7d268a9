import { describe, expect, it } from 'vitest'
import { isNight, type Place } from './night'

const at = (time: string) => Date.parse(`2026-11-22T${time}:00+07:00`)
const kienAn = (night: Place['night']): Place => ({
  night,
  zone: 'Asia/Ho_Chi_Minh',
  map: { center: [106.63, 20.81] },
})

describe('a wall is dimmed', () => {
  it.each([
    ['05:30', true],
    ['06:45', false],
    ['12:00', false],
    ['17:00', false],
    ['18:00', true],
    ['23:30', true],
  ])('by the sun of the city: at %s %s', (time, night) => {
    expect(isNight(kienAn('sun'), at(time))).toBe(night)
  })

  it.each([
    ['21:59', false],
    ['22:00', true],
    ['03:00', true],
    ['05:30', false],
  ])('over midnight by the clock of the city: at %s %s', (time, night) => {
    expect(isNight(kienAn({ from: '22:00', to: '05:30' }), at(time))).toBe(night)
  })

  it('within a day by the clock of the city', () => {
    const nap = kienAn({ from: '12:00', to: '13:00' })
    expect([at('11:59'), at('12:30'), at('13:00')].map((now) => isNight(nap, now))).toEqual([
      false,
      true,
      false,
    ])
  })

  it('never when the city file says so', () => {
    expect(isNight(kienAn('never'), at('23:30'))).toBe(false)
  })
})
