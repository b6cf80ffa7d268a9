import { describe, expect, it } from 'vitest'
import { STATUSES } from '../sources/records'
import { badgeStrokes, GLYPHS, ICON_NAMES, iconStrokes, imageId, parseImageId } from './icons'
import { mapTheme } from './theme'

const theme = mapTheme('dark', 18)
/** What is left of a sign on a black-and-white print: its paths and dashes. */
const shapeOf = (name: (typeof ICON_NAMES)[number], status: (typeof STATUSES)[number]) =>
  JSON.stringify(
    iconStrokes(name, status, theme).map(({ path, dash, scale, down }) => [path, dash, scale, down]),
  )

describe('the signs on the map', () => {
  it('are all different in shape alone, for every icon and status', () => {
    const shapes = ICON_NAMES.flatMap((name) => STATUSES.map((status) => shapeOf(name, status)))
    expect(new Set(shapes).size).toBe(ICON_NAMES.length * STATUSES.length)
  })

  it('have a plate for every status that no other status has', () => {
    const plates = STATUSES.map((status) => {
      const { path, dash } = iconStrokes('dot', status, theme).find(({ stroke }) => stroke) ?? { path: '' }
      const slashed = iconStrokes('dot', status, theme).filter(({ path }) => path.startsWith('M-10')).length
      return JSON.stringify([path, dash, slashed])
    })
    expect(new Set(plates).size).toBe(STATUSES.length)
  })

  it('use warning and alarm colours only for what is abnormal', () => {
    for (const name of ICON_NAMES) {
      const colours = JSON.stringify(iconStrokes(name, 'ok', theme))
      for (const signal of [theme.warn, theme.alarm, theme.off]) expect(colours).not.toContain(signal)
    }
  })

  it('put a badge on a cluster only for what deserves a look', () => {
    expect(STATUSES.filter((status) => badgeStrokes(status, theme).length > 0)).toEqual([
      'warn',
      'alarm',
      'off',
    ])
  })

  it('keep within the box that they are drawn in', () => {
    for (const { fill } of Object.values(GLYPHS)) {
      const numbers = fill.match(/-?\d+(\.\d+)?/g) ?? []
      for (const number of numbers) expect(Math.abs(Number(number))).toBeLessThanOrEqual(8.5)
    }
  })

  it('have a name that tells icon, status, theme and size, and can be read back', () => {
    for (const name of ICON_NAMES)
      for (const status of STATUSES)
        expect(parseImageId(imageId(name, status, theme))).toEqual({ art: name, status })
    expect(imageId('dot', 'ok', theme)).not.toBe(imageId('dot', 'ok', mapTheme('light', 18)))
    expect(imageId('dot', 'ok', theme)).not.toBe(imageId('dot', 'ok', mapTheme('dark', 40)))
    for (const foreign of ['', 'dot', 'rocket|ok|dark|18', 'dot|fine|dark|18'])
      expect(parseImageId(foreign)).toBeUndefined()
  })
})
