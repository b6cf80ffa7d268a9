import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { areaOf, powerCells, smooth, type Point } from '../tools/power-diagram'

const file = (name: string) => JSON.parse(readFileSync(`public/cities/kien-an/${name}.geojson`, 'utf8'))
const toKm = ([lon, lat]: Point): Point => [lon * 111.32 * Math.cos((20.8065 * Math.PI) / 180), lat * 110.7]

describe('the schematic map of Kiến An', () => {
  it('gives each of the areas of both times its printed size within 3 %', () => {
    const wards: { properties: { id: string; km2: number }; geometry: { coordinates: Point[][] } }[] =
      file('wards').features
    expect(wards).toHaveLength(12)
    for (const { properties, geometry } of wards) {
      const km2 = areaOf((geometry.coordinates[0] ?? []).slice(1).map(toKm))
      expect(km2 / properties.km2, properties.id).toBeGreaterThan(0.97)
      expect(km2 / properties.km2, properties.id).toBeLessThan(1.03)
    }
  })

  it('names both rivers and the nine main roads', () => {
    const features: { properties: { kind: string; name: string } }[] = file('base').features
    const names = (kind: string) =>
      features.filter(({ properties }) => properties.kind === kind).map(({ properties }) => properties.name)
    expect(names('water')).toEqual(['Sông Lạch Tray', 'Sông Đa Độ'])
    expect(names('road')).toHaveLength(9)
  })
})

describe('a power diagram', () => {
  const square: Point[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ]

  it('divides an outline by the sizes asked for, without gaps', () => {
    const cells = powerCells(square, [
      { km2: 4, site: [1, 2] },
      { km2: 12, site: [3, 2] },
    ])
    expect(cells.map((cell) => Number(areaOf(cell).toFixed(6)))).toEqual([4, 12])
  })

  it('keeps the ends of a line that it smooths', () => {
    const line = smooth(
      [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
      false,
    )
    expect([line[0], line.at(-1)]).toEqual([
      [0, 0],
      [2, 0],
    ])
  })
})
