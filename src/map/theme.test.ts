import { describe, expect, it } from 'vitest'
import type { MapTheme } from './contract'
import { iconPx, mapTheme, scaled } from './theme'

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['dark', 'light', 'dark-night', 'light-night'] as const)('the %s map', (name) => {
  const theme = mapTheme(name, 18)

  it('sets its labels off from their halo by 7:1', () => {
    expect(contrast(theme.label, theme.halo)).toBeGreaterThanOrEqual(7)
  })

  it.each(['ok', 'warn', 'alarm', 'off', 'unknown'] as const)(
    'draws the status %s at 4.5:1 on its plate',
    (status) => {
      expect(contrast(theme[status], theme.halo)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(['land', 'backdrop', 'water', 'cover', 'hill'] as const)('shows signals at 3:1 on %s', (ground) => {
    for (const signal of ['warn', 'alarm', 'off', 'data'] as const satisfies readonly (keyof MapTheme)[])
      expect(contrast(theme[signal], theme[ground])).toBeGreaterThanOrEqual(3)
  })

  it('keeps its ground grey: no channel stands out by more than 32 of 255', () => {
    for (const ground of [
      theme.backdrop,
      theme.land,
      theme.hill,
      theme.water,
      theme.road,
      theme.boundary,
      theme.cover,
    ]) {
      const channels = [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16))
      expect(Math.max(...channels) - Math.min(...channels)).toBeLessThanOrEqual(32)
    }
  })
})

describe('sizes on the map', () => {
  it('grow with the text that the room can read', () => {
    expect(iconPx(mapTheme('dark', 20))).toBe(30)
    expect(iconPx(mapTheme('dark', 60))).toBe(90)
    expect(scaled(2, mapTheme('dark', 32))).toBe(4)
  })
})
