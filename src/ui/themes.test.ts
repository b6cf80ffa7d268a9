import { describe, expect, it } from 'vitest'
import { atNight, THEMES, themeVariables } from './themes'

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe.each(Object.values(THEMES))('the $name theme', (theme) => {
  const grounds = [theme.ground, theme.surface, theme.raised]

  it('sets values and alarms at 7:1 on panels, for a lit room (faults §3.3), and never below 4,5:1', () => {
    for (const ink of [theme.text, theme.alarm, theme.warn]) {
      expect(contrast(ink, theme.surface), ink).toBeGreaterThanOrEqual(7)
      for (const ground of grounds) expect(contrast(ink, ground), ink).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('sets all other words at 4,5:1 and marks at 3:1', () => {
    for (const ground of grounds) {
      expect(contrast(theme.muted, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.old, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.accent, ground)).toBeGreaterThanOrEqual(3)
      expect(contrast(theme.data, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  it('keeps the normal grey: only warn and alarm are saturated', () => {
    const saturation = (colour: string) => {
      const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
      return (Math.max(...parts) - Math.min(...parts)) / Math.max(...parts)
    }
    for (const quiet of [...grounds, theme.text, theme.muted, theme.line, theme.old])
      expect(saturation(quiet)).toBeLessThan(0.25)
    expect(saturation(theme.alarm)).toBeGreaterThan(0.35)
  })

  it('becomes CSS variables without its own name', () => {
    const variables = themeVariables(theme)
    expect(variables).toHaveProperty('--data-soft', theme.dataSoft)
    expect(variables).not.toHaveProperty('--name')
  })
})

describe.each(['dark', 'light'] as const)('at night the %s theme', (name) => {
  it('sends out a third less light at its brightest, and stays of its kind', () => {
    const [day, night] = [THEMES[name], atNight(THEMES[name])]
    const bright = [day.ground, day.surface, day.raised, day.text].map(luminance)
    const dimmed = [night.ground, night.surface, night.raised, night.text].map(luminance)
    expect(Math.max(...dimmed)).toBeLessThan(Math.max(...bright) * 0.65)
    expect(night.scheme).toBe(day.scheme)
  })
})
