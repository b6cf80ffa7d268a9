import { describe, expect, it } from 'vitest'
import { aFeature, aLayer, SQUARE } from './fixtures'
import { collect, labelPoint } from './geojson'
import cluster from './layers/cluster'
import coverage from './layers/coverage'
import point from './layers/point'

const parts = (layer: Parameters<typeof collect>[0]) =>
  collect(layer).features.map(({ properties }) => properties?.['part'])

describe('features on their way to the map', () => {
  it('carry status and name, which their own properties cannot overwrite', () => {
    const layer = aLayer(point, [aFeature({ status: 'off', props: { status: 'ok', muc: 3 } })])
    expect(collect(layer).features[0]?.properties).toMatchObject({
      status: 'off',
      name: 'Đền Kiến Vũ',
      muc: 3,
    })
  })

  it('have a name that a map can letter, however long the source writes it', () => {
    const [feature] = collect(aLayer(point, [aFeature({ name: 'Phường '.repeat(2_000) })])).features
    expect(feature?.properties).toMatchObject({ name: expect.stringMatching(/^Phường Phường .{60,70}…$/) })
  })

  it('show a position known to ± 1.1 km as a ring of that radius, and a surveyed one as a point alone', () => {
    const rough = aLayer(point, [aFeature({ accuracy: 'ward', accuracyM: 1100 })])
    expect(parts(rough)).toEqual(['shape', 'ring'])
    const ring = collect(rough).features[1]?.geometry
    const [, north = 0] = (ring?.type === 'LineString' && ring.coordinates[18]) || []
    expect((north - 20.8199) * 111_320).toBeCloseTo(1100, 0)
    expect(parts(aLayer(point, [aFeature({ accuracy: 'surveyed', accuracyM: 1100 })]))).toEqual(['shape'])
  })

  it('get no further parts in a cluster, which can count points only', () => {
    expect(parts(aLayer(cluster, [aFeature({ accuracy: 'ward', accuracyM: 1100 })]))).toEqual(['shape'])
  })

  it('are named once, in the middle of the largest island or half way along a line', () => {
    const small = [
      [
        [106.6, 20.8],
        [106.601, 20.8],
        [106.601, 20.801],
        [106.6, 20.8],
      ],
    ]
    const islands = SQUARE.type === 'Polygon' ? [small, SQUARE.coordinates] : []
    const [lon = 0, lat = 0] = labelPoint(islands)
    expect(lon).toBeCloseTo(106.63, 6)
    expect(lat).toBeCloseTo(20.81, 6)
    const street = aFeature({
      geometry: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 0],
          [4, 0],
        ],
      },
    })
    expect(collect(aLayer(point, [street])).features[1]?.geometry).toEqual({
      type: 'Point',
      coordinates: [2, 0],
    })
  })

  it('stay out while a filter does not keep them', () => {
    const features = ['4G', '5G', '4G'].map((congNghe, index) =>
      aFeature({ id: `${index}`, props: { congNghe } }),
    )
    expect(collect(aLayer(coverage, features)).features).toHaveLength(3)
    expect(collect(aLayer(coverage, features, { filter: '4g' })).features).toHaveLength(2)
    expect(collect(aLayer(coverage, features, { filter: 'unheard-of' })).features).toHaveLength(3)
  })
})
