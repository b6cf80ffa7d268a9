import { describe, expect, it } from 'vitest'
import { projection, zoomFor } from './camera'

describe('the camera', () => {
  it('shows the same ground on a map of any size', () => {
    expect(zoomFor(12.5, { width: 1280, height: 900 })).toBe(12.5)
    expect(zoomFor(12.5, { width: 1800, height: 1800 })).toBe(13.5)
    expect(zoomFor(12.5, { width: 450, height: 800 })).toBe(11.5)
  })

  it('keeps the zoom of the file while the map has no size yet', () => {
    expect(zoomFor(12.5, { width: 0, height: 0 })).toBe(12.5)
  })
})

describe('the projection of the fallback', () => {
  const size = { width: 900, height: 900 }
  const project = projection({ center: [106.63, 20.81], zoom: 12 }, size)

  it('puts the camera in the middle, north up and east right', () => {
    expect(project([106.63, 20.81])).toEqual([450, 450])
    const [x, y] = project([106.64, 20.82])
    expect(x).toBeGreaterThan(450)
    expect(y).toBeLessThan(450)
  })

  it('keeps a kilometre as long to the north as to the east', () => {
    const [east] = project([106.63 + 1 / (111.32 * Math.cos((20.81 * Math.PI) / 180)), 20.81])
    const [, north] = project([106.63, 20.81 + 1 / 111.32])
    expect(east - 450).toBeCloseTo(450 - north, 6)
  })
})
