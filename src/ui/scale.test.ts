import { describe, expect, it } from 'vitest'
import { arcminutes, fontPx, wallScale } from './scale'

describe('type sized by viewing distance', () => {
  it('agrees with the printed example: 16′ at 4 m on a pitch of 0,496 mm is a capital of 37,5 px', () => {
    const viewing = { heightM: 0.496e-3 * 2160, heightPx: 2160, distanceM: 4 }
    expect(fontPx(16, viewing) * 0.716).toBeCloseTo(37.5, 1)
  })

  it.each([
    ['55" 4K at 3 m', 0.315, 3, 2160, 77],
    ['86" 4K at 4 m', 0.496, 4, 2160, 66],
    ['LED P1.5 at 8 m', 1.5, 8, 1080, 43],
  ])('gives the table’s 20′ size for a %s', (_wall, pitchMm, distanceM, heightPx, px) => {
    const size = fontPx(20, { heightM: (pitchMm / 1000) * heightPx, heightPx, distanceM })
    expect(Math.abs(size - px)).toBeLessThanOrEqual(2)
  })

  it('never sets data text below 16′ or values below 20′', () => {
    const viewing = { heightM: 0.68, heightPx: 1080, distanceM: 3 }
    const scale = wallScale(viewing)
    expect(arcminutes(scale.textPx, viewing)).toBeGreaterThanOrEqual(16)
    expect(arcminutes(scale.valuePx, viewing)).toBeGreaterThanOrEqual(20)
    expect(arcminutes(scale.headlinePx, viewing)).toBeLessThanOrEqual(45)
  })
})
