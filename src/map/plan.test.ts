import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import type { LayerKind } from './contract'
import { aFeature, aLayer, SQUARE } from './fixtures'
import { mapData, mapStyle, styleChanges, styleDiffers, type MapView } from './plan'
import { mapTheme } from './theme'

const modules = import.meta.glob<{ default: LayerKind }>('./layers/*.ts', { eager: true })
const kinds = Object.values(modules).map((module) => module.default)
const themes = [mapTheme('dark', 18), mapTheme('light', 66)]
const base = { data: { type: 'FeatureCollection' as const, features: [] }, schematic: true }
const dark = mapTheme('dark', 18)
const light = mapTheme('light', 18)

function viewOf(more: Partial<MapView> = {}): MapView {
  return { layers: kinds.map((kind) => aLayer(kind)), theme: dark, base, ...more }
}

const commands = (before: MapView, after: MapView) =>
  styleChanges(mapStyle(before), mapStyle(after)).map(({ command }) => command)

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('the layer kind %s', (_, kind) => {
  it('takes its own example', () => {
    expect(safeParse(kind.schema, kind.example).success).toBe(true)
  })

  it('refuses an option it does not know', () => {
    expect(safeParse(kind.schema, { ...Object(kind.example), colour: 'red' }).success).toBe(false)
  })

  it.each(themes)('draws a valid style in the $name theme at $textPx px', (theme) => {
    expect(validateStyleMin(mapStyle(viewOf({ layers: [aLayer(kind)], theme })))).toEqual([])
  })

  it.each(themes)('writes no label smaller than the $textPx px that the room can read', (theme) => {
    for (const layer of mapStyle(viewOf({ layers: [aLayer(kind)], theme })).layers) {
      const size = layer.type === 'symbol' ? (layer.layout?.['text-size'] ?? theme.textPx) : theme.textPx
      expect(size).toBeGreaterThanOrEqual(theme.textPx)
    }
  })

  it('names its style layers after itself and reads its own source', () => {
    const drawing = kind.prepare(kind.example).draw('here', dark)
    for (const layer of Object.values(drawing).flat()) {
      expect(layer.id).toMatch(/^here:/)
      expect(layer).toMatchObject({ source: 'here' })
    }
  })

  it('has a mark for every status and a legend that counts', () => {
    const bound = kind.prepare(kind.example)
    const features = [aFeature(), aFeature({ id: 'b', status: 'alarm', props: { congNghe: '5G' } })]
    for (const feature of features) expect(bound.mark(feature, dark)).toHaveProperty('shape')
    for (const entry of bound.legend(features, dark)) expect(entry.count).toBeTypeOf('number')
  })
})

describe('the style', () => {
  it('lays fills under roads, roads under names, and signs on top, whatever the order of layers', () => {
    const ids = mapStyle(viewOf()).layers.map(({ id }) => id)
    const order = [
      ':base:land',
      'area:fill',
      ':base:road',
      'area:edge',
      ':base:road-name',
      'area:name',
      'point:icon',
    ]
    expect(ids.filter((id) => order.includes(id))).toEqual(order)
  })

  it('carries no data, so that a new style never loads data anew', () => {
    const layers = kinds.map((kind) => aLayer(kind, [aFeature()]))
    expect(JSON.stringify(mapStyle(viewOf({ layers })))).not.toContain('Kiến Vũ')
  })

  it('stays as it is when nothing has changed', () => {
    expect(commands(viewOf(), viewOf())).toEqual([])
  })

  it('leaves every source alone when the theme changes', () => {
    const changes = commands(viewOf(), viewOf({ theme: light }))
    expect(changes).not.toHaveLength(0)
    expect(new Set(changes)).toEqual(new Set(['setPaintProperty', 'setLayoutProperty']))
  })

  it('leaves every source alone when a layer is hidden or shown', () => {
    const hidden = viewOf({
      layers: kinds.map((kind) => aLayer(kind, [], { visible: kind.kind !== 'coverage' })),
    })
    expect(new Set(commands(viewOf(), hidden))).toEqual(new Set(['removeLayer']))
    expect(new Set(commands(hidden, viewOf()))).toEqual(new Set(['addLayer']))
  })

  it('is drawn again for another theme, layer or visibility, and not for new data', () => {
    const view = viewOf()
    const withData = { ...view, layers: view.layers.map((layer) => ({ ...layer, features: [aFeature()] })) }
    expect(styleDiffers(view, withData)).toBe(false)
    expect(styleDiffers(view, { ...view, selected: { layer: 'point', id: 'x' } })).toBe(false)
    expect(styleDiffers(view, { ...view, theme: light })).toBe(true)
    expect(styleDiffers(view, { ...view, layers: view.layers.slice(1) })).toBe(true)
    expect(
      styleDiffers(view, { ...view, layers: view.layers.map((layer) => ({ ...layer, visible: false })) }),
    ).toBe(true)
  })
})

describe('the data', () => {
  it('is the very same object for the same features, so that nothing is sent twice', () => {
    const features = [aFeature()]
    const again = () => mapData(viewOf({ layers: kinds.map((kind) => aLayer(kind, features)) }))
    const [first, second] = [again(), again()]
    for (const [id, data] of first) expect(second.get(id)).toBe(data)
  })

  it('leaves out what is hidden', () => {
    const layers = kinds.map((kind) => aLayer(kind, [aFeature()], { visible: false }))
    expect(mapData(viewOf({ layers })).has('point')).toBe(false)
  })

  it('marks the chosen object, and nothing once it has gone from the data', () => {
    const chosen = (id: string) => {
      const layers = kinds.map((kind) => aLayer(kind, [aFeature({ geometry: SQUARE })]))
      return mapData(viewOf({ layers, selected: { layer: 'area', id } })).get(':selection')?.features
    }
    expect(chosen('den-kien-vu')).toHaveLength(1)
    expect(chosen('gone')).toEqual([])
  })
})
