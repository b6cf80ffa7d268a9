import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { MapLayer } from './contract'
import { aFeature, aLayer } from './fixtures'
import cluster from './layers/cluster'
import coverage from './layers/coverage'
import line from './layers/line'
import point from './layers/point'
import MapLegend from './MapLegend.vue'
import { mapTheme } from './theme'

const theme = mapTheme('dark', 18)
const many = Array.from({ length: 2224 }, (_, index) =>
  aFeature({ id: `bts-${index}`, status: index < 3 ? 'alarm' : 'ok' }),
)
const cells = ['4G', '5G', '4G'].map((congNghe, index) => aFeature({ id: `${index}`, props: { congNghe } }))

const legendOf = (
  layers: readonly MapLayer[],
  more: { language?: 'vi' | 'en'; interactive?: boolean } = {},
) => mount(MapLegend, { props: { layers, theme, language: 'vi', ...more } })

describe('the map legend', () => {
  it('counts a layer in the language of the screen and names the abnormal apart', () => {
    const layers = [aLayer(cluster, many)]
    expect(legendOf(layers).text()).toMatch(/2\.224.*Báo động\s*3/)
    expect(legendOf(layers, { language: 'en' }).text()).toMatch(/2,224.*Alarm\s*3/)
  })

  it('explains no status where nobody reports one', () => {
    const sites = ['a', 'b'].map((id) => aFeature({ id, status: 'unknown' }))
    expect(legendOf([aLayer(point, sites)]).text()).not.toContain('Không rõ')
  })

  it('says that positions are approximate when they are', () => {
    const sites = [aFeature({ accuracy: 'ward', accuracyM: 1100 })]
    expect(legendOf([aLayer(point, sites)]).text()).toContain('Vị trí gần đúng')
  })

  it('names the states of roads before they occur, and keeps roads in order apart from jams in colour', () => {
    const states = { ok: { vi: 'Thông thoáng', en: 'Free' }, alarm: { vi: 'Ùn tắc', en: 'Jam' } }
    const bound = line.prepare({ quiet: true, states })
    const roads = [aFeature({ id: 'a' }), aFeature({ id: 'b' })]
    expect(legendOf([aLayer(line, roads, { bound })]).text()).toMatch(/Thông thoáng\s*2.*Ùn tắc\s*0/)
    const colours = bound.legend(roads, theme).map(({ mark }) => (mark.shape === 'icon' ? '' : mark.colour))
    expect(colours).toEqual([theme.dataSoft, theme.dataSoft, theme.alarm])
  })

  it('leaves out hidden layers on a wall and has nothing to press there', () => {
    const legend = legendOf([aLayer(point), aLayer(cluster, [], { visible: false })])
    expect(legend.findAll('[data-layer]')).toHaveLength(1)
    expect(legend.findAll('button')).toHaveLength(0)
  })

  it('lets a person hide and show layers by a switch that says its state', async () => {
    const legend = legendOf([aLayer(point, [], { visible: false })], { interactive: true })
    const button = legend.get('[role=switch]')
    expect(button.attributes('aria-checked')).toBe('false')
    await button.trigger('click')
    expect(legend.emitted('toggle')).toEqual([['point']])
  })

  it('offers one filter at a time, counts what is kept, and gives all back', async () => {
    const legend = legendOf([aLayer(coverage, cells, { filter: '5g' })], { interactive: true })
    const choices = legend.findAll('[aria-pressed]')
    expect(choices.map((choice) => choice.attributes('aria-pressed'))).toEqual(['false', 'false', 'true'])
    expect(legend.get('ul').text()).toMatch(/4G\s*0.*5G\s*1/)
    await choices[1]?.trigger('click')
    await choices[0]?.trigger('click')
    expect(legend.emitted('filter')).toEqual([
      ['coverage', '4g'],
      ['coverage', undefined],
    ])
  })
})
