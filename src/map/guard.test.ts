import { describe, expect, it, vi } from 'vitest'
import { aFeature } from '../sources/fixtures'
import type { MapLayer } from './contract'
import { guarded, NOTHING_DRAWN } from './guard'
import point from './layers/point'
import { mapData, mapStyle } from './plan'
import { mapTheme } from './theme'

const theme = mapTheme('dark', 18)
const explode = () => {
  throw new Error('no such property')
}
const name = { vi: 'Trạm', en: 'Stations' }
const layer = (id: string, bound: MapLayer['bound']): MapLayer => ({
  id,
  name,
  bound,
  features: [aFeature()],
  visible: true,
})
const good = point.prepare(point.example)

describe('a layer that throws', () => {
  it('costs itself and no other layer of the map', () => {
    const failed = vi.fn()
    const bad = guarded({ ...good, draw: explode, source: explode, legend: explode }, failed)
    const view = { layers: [layer('bad', bad), layer('good', good)], theme }
    const drawn = mapStyle(view).layers.map((each) => ('source' in each ? each.source : ''))
    expect(drawn).toContain('good')
    expect(drawn).not.toContain('bad')
    expect(mapData(view).get('good')?.features).toHaveLength(1)
    expect(bad.legend([], theme)).toEqual([])
    expect(failed).toHaveBeenCalledTimes(3)
  })

  it('is told nothing of while all is well', () => {
    const failed = vi.fn()
    const view = { layers: [layer('good', guarded(good, failed))], theme }
    expect(mapStyle(view)).toEqual(mapStyle({ layers: [layer('good', good)], theme }))
    expect(failed).not.toHaveBeenCalled()
  })

  it('draws nothing when it could not be prepared', () => {
    const drawn = mapStyle({ layers: [layer('bad', NOTHING_DRAWN)], theme }).layers
    expect(drawn.filter((each) => 'source' in each && each.source === 'bad')).toEqual([])
  })
})
