// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { kmBetween } from './geometry'
import { PLACES } from './places'
import { lengthKm, pointAlong, roadCourse, segments } from './roads'

describe.each([...PLACES])('the main roads of %s', (_, place) => {
  it('run near its wards and bend like roads, never back on themselves', () => {
    const reach = Math.max(...place.wards.map(({ center }) => kmBetween(place.centre, center)))
    for (const road of place.roads) {
      const course = roadCourse(place, road)
      const [from, to] = [course[0] ?? place.centre, course.at(-1) ?? place.centre]
      for (const point of course) expect(kmBetween(place.centre, point), road.name).toBeLessThan(2 * reach)
      if (!road.course) expect(lengthKm(course), road.name).toBeLessThan(3 * kmBetween(from, to))
    }
  })

  it('are cut into stretches that add up to the whole road, each in a ward that exists', () => {
    const all = segments(place, 0, 0)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const road of place.roads) {
      const parts = all.filter((segment) => segment.road === road.name)
      const km = parts.reduce((sum, part) => sum + part.km, 0)
      expect(km / lengthKm(roadCourse(place, road)), road.name).toBeCloseTo(1, 2)
      for (const { wardId } of parts) expect(place.wards.map(({ id }) => id)).toContain(wardId)
    }
  })
})

it('finds the middle of a bent line by its length, not by its corners', () => {
  const [lon, lat] = pointAlong(
    [
      [106, 20],
      [106.01, 20],
      [106.04, 20],
    ],
    0.5,
  )
  expect([lon, lat]).toEqual([106.02, 20])
})
