import { PiniaColada } from '@pinia/colada'
import { PiniaColadaAutoRefetch } from '@pinia/colada-plugin-auto-refetch'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import * as v from 'valibot'
import { expect } from 'vitest'
import { defineComponent, h, type App as AppOf, type FunctionalComponent } from 'vue'
import { readCityText } from '../src/city/read'
import { explain } from '../src/city/problems'
import { panels as realPanels } from '../src/kinds'
import { definePanel, panelKindsKey, type PanelData } from '../src/panels/contract'
import PanelFrame from '../src/panels/PanelFrame.vue'
import rest from '../src/sources/connectors/rest'
import { ORIGIN } from '../src/sources/fixtures'
import type { Fetch } from '../src/sources/http'
import { useSources } from '../src/sources/useSource'
import { createLanguages } from '../src/ui/i18n'

const name = { vi: 'Mực nước', en: 'Water level' }
const area = (vi: string) => ({ name: { vi, en: vi }, level: 'commune', parent: 'town' })

/** Throws when it is told to draw 13, as a chart library may. */
const Touchy: FunctionalComponent<{ data: PanelData }> = ({ data }) => {
  const value = data.figures[0]?.latest?.value
  if (value === 13) throw new Error('a chart library gave up')
  return h('p', `${value}`)
}
Touchy.props = ['options', 'data']

const touchy = definePanel({
  kind: 'touchy',
  schema: v.strictObject({ figure: v.string() }),
  example: { figure: 'level' },
  needs: ({ figure }) => ({ figures: [figure] }),
  component: Touchy,
})
const panels = new Map([...realPanels, ['touchy', touchy]])

const source = {
  connector: 'rest',
  name: { vi: 'Trạm đo', en: 'Gauge' },
  every: 'PT30S',
  url: `${ORIGIN}/gauge`,
  records: [
    {
      each: '$[*]',
      reading: {
        figure: 'level',
        value: { path: '$.x' },
        area: { path: '$.area' },
        observedAt: { path: '$.t', pattern: 'epoch-ms' },
      },
    },
  ],
}
const file = {
  schema: 1,
  id: 'a',
  name,
  zone: 'Asia/Ho_Chi_Minh',
  gateway: '../gw/',
  area: 'town',
  areas: {
    town: { name, level: 'district' },
    'lam-ha': area('Lãm Hà'),
    'van-dau': area('Văn Đẩu'),
    'phu-lien': area('Phù Liễn'),
  },
  map: { bounds: [106.56, 20.75, 106.72, 20.86], center: [106.63, 20.81], zoom: 12 },
  sources: { gauge: source },
  figures: {
    level: {
      name,
      pillar: 'xhs',
      unit: 'count',
      better: 'low',
      sources: ['gauge'],
      plausible: [0, 800],
      expects: { by: 'area', names: ['lam-ha', 'van-dau', 'phu-lien'] },
    },
  },
  panels: {
    level: { kind: 'figure', title: name, figure: 'level' },
    touchy: { kind: 'touchy', title: name, figure: 'level' },
  },
  scenes: {
    all: { name, duration: 'PT30S', layers: [], panels: [{ panel: 'level' }, { panel: 'touchy' }] },
  },
}

/** The frames of both panels above the sources of the city, on a network of our own. */
export function start(fetch: Fetch) {
  const kinds = { connectors: new Map([['rest', rest]]), layers: new Map(), panels }
  const reading = readCityText(JSON.stringify(file), `${ORIGIN}/cities/a.json`, kinds)
  expect(reading.problems.map((problem) => explain(problem, 'en'))).toEqual([])
  if (reading.kind === 'refused') throw new Error('refused')
  const { city } = reading
  const App = defineComponent(() => {
    useSources({ city, connectors: kinds.connectors, fetch, random: () => 0.5 })
    return () => [...city.panels.values()].map((panel) => h(PanelFrame, { panel, city, key: panel.id }))
  })
  const colada = {
    install: (app: AppOf) => void app.use(PiniaColada, { plugins: [PiniaColadaAutoRefetch()] }),
  }
  const wrapper = mount(App, {
    global: {
      plugins: [createPinia(), colada, createLanguages('vi')],
      provide: { [panelKindsKey]: panels },
    },
  })
  running.push(wrapper)
  const frame = (id: string) => wrapper.get(`[data-panel=${id}]`)
  return {
    frame,
    state: (id = 'level') => frame(id).attributes('data-state'),
    cause: (id = 'level') => frame(id).find('.cause').exists() && frame(id).get('.cause').text(),
    value: () => frame('level').get('[data-kpi]').attributes('data-value'),
  }
}
const running: { unmount(): void }[] = []
export const stopAll = () => running.splice(0).forEach((app) => app.unmount())

/** The city, and the areas that its total is made of. */
export const AREAS = ['town', 'lam-ha', 'van-dau', 'phu-lien']
export const rows = (x: unknown, areas = AREAS, t = Date.now()) => areas.map((each) => ({ x, area: each, t }))
export const json = (body: unknown) => Response.json(body)
