import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { projection } from './camera'
import type { MapLayer } from './contract'
import { drawnBase, drawnFeatures, nameTexts, ringPaths } from './fallback'
import { aFeature, aLayer, SQUARE } from './fixtures'
import area from './layers/area'
import line from './layers/line'
import point from './layers/point'
import MapFallback from './MapFallback.vue'
import { outlineOf, placeNames } from './outline'
import { mapTheme } from './theme'

const theme = mapTheme('dark', 18)
const camera = { center: [106.63, 20.81], zoom: 12.5 } as const
const project = projection(camera, { width: 900, height: 900 })

const site = aFeature({ id: 'site', accuracy: 'ward', accuracyM: 900 })
const ward = aFeature({ id: 'ward', name: 'Bắc Sơn', geometry: SQUARE })
const street = aFeature({
  id: 'street',
  geometry: {
    type: 'LineString',
    coordinates: [
      [106.62, 20.8],
      [106.64, 20.82],
    ],
  },
})
const layers: MapLayer[] = [aLayer(area, [ward]), aLayer(line, [street]), aLayer(point, [site])]

describe('the map without WebGL', () => {
  it('draws areas as closed paths, lines as open ones, and points as signs', () => {
    expect(outlineOf(SQUARE, project).path).toMatch(/^M.*Z$/)
    expect(outlineOf(street.geometry, project).path).not.toContain('Z')
    expect(outlineOf(site.geometry, project)).toMatchObject({
      path: '',
      points: [[expect.any(Number), expect.any(Number)]],
    })
  })

  it('shows the same objects as the live map: visible layers, their rings, and the chosen one marked', () => {
    const drawn = drawnFeatures(layers, theme, project, { layer: 'area', id: 'ward' })
    expect(drawn.map(({ feature, chosen }) => [feature.id, chosen])).toEqual([
      ['ward', true],
      ['street', false],
      ['site', false],
    ])
    expect(ringPaths(layers, project)).toHaveLength(1)
    const hidden = layers.map((layer) => ({ ...layer, visible: false }))
    expect(drawnFeatures(hidden, theme, project, undefined)).toEqual([])
  })

  it('draws dots instead of icons once there are hundreds', () => {
    const many = Array.from({ length: 301 }, (_, index) => aFeature({ id: `${index}` }))
    expect(drawnFeatures([aLayer(point, many)], theme, project, undefined)[0]?.plain).toBe(true)
  })

  it('never writes one name over another or over a sign', () => {
    const at = [100, 100] as const
    const names = ['Bắc Sơn', 'Nam Sơn', 'Quán Trữ', 'Lãm Hà', 'Đồng Hòa', 'Văn Đẩu'].map((text) => ({
      text,
      at,
    }))
    const placed = placeNames(names, [[85, 85, 115, 115]], 18)
    expect(placed.length).toBeGreaterThan(1)
    const rows = placed.map(({ at: [, y] }) => y).sort((a, b) => a - b)
    for (const [index, y] of rows.entries())
      expect(y - (rows[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(18)
    expect(rows.every((y) => Math.abs(y - 100) > 15)).toBe(true)
    expect(nameTexts(layers, [], theme, project).map(({ text }) => text)).toContain('Bắc Sơn')
  })

  it('lays rivers and roads of the base over the land', () => {
    const piece = (kind: string) => ({
      type: 'Feature' as const,
      properties: { kind },
      geometry: street.geometry,
    })
    const data = {
      type: 'FeatureCollection' as const,
      features: ['water', 'land', 'road', 'riddle'].map(piece),
    }
    const { under, over } = drawnBase({ data, schematic: true }, theme, project)
    expect(under).toHaveLength(1)
    expect(over.map(({ colour }) => colour)).toEqual([theme.water, theme.road])
  })

  it('tells which object was touched, and that the ground was', async () => {
    const map = mount(MapFallback, { props: { camera, layers, theme, label: 'Bản đồ Kiến An' } })
    expect(map.get('svg[role=img]').attributes('aria-label')).toBe('Bản đồ Kiến An')
    await map.get('[data-feature=site]').trigger('click')
    await map.get('svg[role=img]').trigger('click')
    expect(map.emitted('select')).toEqual([[{ layer: 'point', feature: site }], [undefined]])
  })
})
