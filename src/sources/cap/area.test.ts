import { describe, expect, it } from 'vitest'
import { info, message, list, read, ids, one } from '../../../tests/capMessages'

describe('where an alert holds', () => {
  const drawn = async (shapes: string) =>
    (await one(message({ info: info(`<area><areaDesc>x</areaDesc>${shapes}</area>`) })))?.geometry

  it('is read latitude first, closed where the sender forgot it', async () => {
    expect(await drawn('<polygon>20.8,106.6\n20.8,106.7   20.9,106.7</polygon>')).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [106.6, 20.8],
          [106.7, 20.8],
          [106.7, 20.9],
          [106.6, 20.8],
        ],
      ],
    })
  })

  it('may be several polygons', async () => {
    const ring = '<polygon>20.8,106.6 20.8,106.7 20.9,106.7 20.8,106.6</polygon>'
    expect(await drawn(ring + ring.replaceAll('20.9', '20.95'))).toMatchObject({ type: 'MultiPolygon' })
  })

  it('may be a circle of kilometres, or a point when it has no size', async () => {
    const circle = await drawn('<circle>20.8,106.6 11.132</circle>')
    if (circle?.type !== 'Polygon') throw new Error('no polygon')
    const lats = circle.coordinates[0]?.map(([, lat = 0]) => lat) ?? []
    expect(Math.max(...lats)).toBeCloseTo(20.9, 3)
    expect(circle.coordinates[0]?.[0]).toEqual(circle.coordinates[0]?.at(-1))
    expect(await drawn('<circle>20.8,106.6 0</circle>')).toEqual({
      type: 'Point',
      coordinates: [106.6, 20.8],
    })
  })

  it.each([
    ['longitude first', '<polygon>106.6,20.8 106.7,20.8 106.7,20.9 106.6,20.8</polygon>'],
    ['no commas', '<polygon>20.8 106.6 20.8 106.7 20.9 106.7</polygon>'],
    ['two corners', '<polygon>20.8,106.6 20.9,106.7</polygon>'],
    ['a word', '<polygon>20.8,106.6 x,y 20.9,106.7 20.8,106.6</polygon>'],
    ['infinity', '<polygon>20.8,106.6 20.8,1e999 20.9,106.7 20.8,106.6</polygon>'],
    ['a circle without a radius', '<circle>20.8,106.6</circle>'],
    ['a circle around the earth', '<circle>20.8,106.6 40000</circle>'],
    ['codes only', '<geocode><valueName>SAME</valueName><value>031</value></geocode>'],
  ])('is not drawn from %s, and the alert counts all the same', async (_, shapes) => {
    const alert = await one(message({ info: info(`<area><areaDesc>Kiến An</areaDesc>${shapes}</area>`) }))
    expect(alert).toMatchObject({ area: 'Kiến An' })
    expect(alert).not.toHaveProperty('geometry')
  })

  it('is asked for when a list is of a whole country: near the city, or one of its codes', async () => {
    const place = (shape: string, code: string) =>
      info(
        `<area><areaDesc>x</areaDesc>${shape}<geocode><valueName>P</valueName><value>${code}</value></geocode></area>`,
      )
    const here = '<polygon>20.7,106.5 20.7,106.9 20.9,106.9 20.7,106.5</polygon>'
    const far = '<circle>10.8,106.7 20</circle>'
    const text = list(
      message({ info: place(here, '31') }),
      message({ id: 'B', info: place(far, '79') }),
      message({ id: 'C', info: place('', '31') }),
      message({ id: 'D' }),
    )
    expect(ids(await read(text))).toEqual(['A', 'B', 'C', 'D'])
    expect(ids(await read(text, { near: true }))).toEqual(['A', 'C', 'D'])
    expect(ids(await read(text, { codes: ['31'] }))).toEqual(['A', 'C', 'D'])
    expect(await read(text, { codes: ['99'] })).toMatchObject({ total: 4, dropped: [] })
  })
})
