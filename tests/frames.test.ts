import { mount } from '@vue/test-utils'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, nextTick, onErrorCaptured, shallowRef } from 'vue'
import type { Figure } from '../src/city/figure'
import { limits } from '../src/alarms/fixtures'
import { parsePeriod } from '../src/city/period'
import type { City, Panel, Source } from '../src/city/schema'
import { panels } from '../src/kinds'
import { definePanel, panelKindsKey } from '../src/panels/contract'
import { sourcesOf } from '../src/panels/gather'
import PanelFrame from '../src/panels/PanelFrame.vue'
import { SOURCE_STATES, type SourceState } from '../src/sources/freshness'
import { begin } from '../src/sources/memory'
import { CASE_STATES, TONES, type Batch, type Case, type Post, type Reading } from '../src/sources/records'
import { sourcesKey, type Sources } from '../src/sources/useSource'
import { createLanguages, LANGUAGES } from '../src/ui/i18n'
import { lookKey } from '../src/ui/look'
import { HAND_SCALE } from '../src/ui/scale'
import { THEMES } from '../src/ui/themes'

const NEVER = /NaN|undefined|null|Infinity|\[object/
const name = { vi: 'Chỉ số thử', en: 'Test figure' }

function figureNamed(id: string): Figure & { id: string } {
  return {
    id,
    name,
    pillar: 'cqs',
    unit: '%',
    better: 'high',
    limits: limits({ warn: 50, alarm: 20 }),
    sources: ['test'],
  }
}

function reading(figure: string, value: number | null, asOf: string, more: Partial<Reading> = {}): Reading {
  const period = parsePeriod(asOf, 'Asia/Ho_Chi_Minh')
  if (!period) throw new Error(asOf)
  const plain = { area: 'town', dims: {}, qualifier: 'exact', compare: [], quality: 'live' } as const
  return { ...plain, figure, value, asOf: period, ...more }
}

/** Everything a panel may meet at once: history, parts, a range, nothing at all, words of the source. */
function batchFor(figures: readonly string[]): Batch {
  const readings = figures.flatMap((id) => [
    reading(id, 61, '2022'),
    reading(id, 90, '2023', {
      qualifier: 'gt',
      rank: { place: 3, outOf: 14 },
      of: { numerator: 6, denominator: 14 },
    }),
    reading(id, 12, '2026-11-22T03:00:00Z', { compare: [{ kind: 'usual', value: 14 }] }),
    reading(id, 30, '2026-11-22T03:00:00Z', { area: 'ward' }),
    reading(id, null, '2026-11-22T03:00:00Z', { area: 'silent-ward' }),
    reading(id, 4, '2026-11-22T03:00:00Z', { dims: { counter: 'Đất đai' } }),
  ])
  const items = [
    { id: 'one', title: 'Nghị quyết <b>03</b>', status: 'off' as const, owner: 'Thành ủy', at: '2021' },
  ]
  const at = Date.parse('2026-11-22T03:00:00Z')
  const cases = CASE_STATES.map((state, i): Case => ({
    id: `case-${i}`,
    title: `Việc ${i}`,
    state,
    category: i % 2 ? 'Hạ tầng giao thông' : 'Vệ sinh môi trường',
    agency: 'Sở Xây dựng',
    area: 'ward',
    openedAt: at - 3_600_000 * i,
    dueAt: at + 86_400_000 * (2 - i),
    ...(state === 'done' ? { closedAt: at, respondedAt: at - 1_800_000, satisfaction: 4 } : {}),
    progress: 40,
    budget: 3_000_000_000,
  }))
  const posts = TONES.map((tone, i): Post => ({
    id: tone,
    title: `Tin ${i}`,
    at: at - i * 600_000,
    tone,
    topics: ['Ngập úng'],
  }))
  const total = readings.length + items.length + cases.length + posts.length
  return { readings, features: [], items, cases, posts, alerts: [], dropped: [], total }
}

function setting(panel: Panel, state: SourceState, batch: Batch | undefined, simulated = true) {
  const bound = panels.get(panel.kind)?.prepare(panel.options) ?? { needs: { figures: [], sources: [] } }
  const figures = new Map(bound.needs.figures.map((id) => [id, figureNamed(id)]))
  const source: Source = {
    id: 'test',
    connector: 'static',
    name,
    every: 60_000,
    cadence: 'live',
    options: {},
  }
  const ids = new Set(['test', ...bound.needs.sources])
  const city: City = {
    url: 'http://localhost/cities/test.json',
    night: 'never',
    id: 'test',
    name,
    zone: 'Asia/Ho_Chi_Minh',
    coverage: 0.9,
    screen: { heightM: 0.68, distanceM: 3 },
    ...(simulated ? { simulated: { seed: 1 } } : {}),
    area: 'town',
    areas: { town: { name, level: 'district' }, ward: { name, level: 'commune' } },
    organisations: {},
    documents: {},
    map: { bounds: [0, 0, 1, 1], center: [0.5, 0.5], zoom: 10 },
    sources: new Map([...ids].map((id) => [id, { ...source, id }])),
    figures,
    layers: new Map(),
    panels: new Map([[panel.id, panel]]),
    scenes: [],
    modules: [],
    borders: [{ id: 'today', name }],
    broken: new Map(),
    missing: [],
    problems: [],
  }
  const now = { wall: 0, mono: 0 }
  const memory = computed(() => ({ ...begin(now), batch, okAt: batch ? now : undefined }))
  const view = (id: string) => ({
    source: { ...source, id },
    memory,
    state: computed(() => ({ state, ageMs: batch ? 120_000 : undefined, since: 0 })),
  })
  const sources: Sources = { use: view, all: [...ids].map(view), snapshot: () => ({}) }
  return { city, sources }
}

function mountFrame(
  panel: Panel,
  options: { state: SourceState; batch: Batch | undefined; theme?: 'dark' | 'light'; language?: 'vi' | 'en' },
  kinds = panels,
) {
  const { city, sources } = setting(panel, options.state, options.batch)
  const look = shallowRef({ theme: THEMES[options.theme ?? 'dark'], scale: HAND_SCALE })
  return mount(PanelFrame, {
    props: { panel, city },
    global: {
      plugins: [createLanguages(options.language ?? 'vi')],
      provide: { [sourcesKey]: sources, [panelKindsKey]: kinds, [lookKey]: look },
      // ECharts measures text on a canvas that this DOM does not have; the wall's own tests draw it.
      stubs: { Chart: true },
    },
  })
}

const EVERY_KIND = [...panels.values()].map((kind) => {
  const panel: Panel = { id: `a-${kind.kind}`, kind: kind.kind, title: name, options: kind.example }
  return { panel, figures: kind.prepare(kind.example).needs.figures }
})

describe.each(EVERY_KIND)('a panel of kind $panel.kind', ({ panel, figures }) => {
  for (const theme of ['dark', 'light'] as const)
    for (const language of LANGUAGES)
      it.each(SOURCE_STATES)(
        `in ${theme} and ${language} says that its source is %s and how old that is`,
        async (state) => {
          const frame = mountFrame(panel, { state, batch: batchFor(figures), theme, language })
          await nextTick()
          const root = frame.get('[data-panel]')
          expect(root.attributes()).toMatchObject({
            'data-panel': panel.id,
            'data-state': state,
            'data-age-s': '120',
          })
          expect(root.attributes('data-mark')).toBe(language === 'vi' ? 'MÔ PHỎNG' : 'SIMULATED')
          expect(frame.text()).not.toMatch(NEVER)
          expect(frame.get('.foot').text()).toContain(language === 'vi' ? '2 phút' : '2 min')
        },
      )

  it('says why there is nothing before the first answer, instead of an empty box', () => {
    const frame = mountFrame(panel, { state: 'down', batch: undefined })
    expect(frame.get('.body').text()).toContain('Nguồn không trả lời')
    expect(frame.get('[data-panel]').attributes('data-age-s')).toBe('')
  })

  it('draws nothing false from an answer without a single usable record', async () => {
    const batch: Batch = {
      readings: [],
      features: [],
      items: [],
      cases: [],
      posts: [],
      alerts: [],
      dropped: [],
      total: 0,
    }
    const frame = mountFrame(panel, { state: 'empty', batch })
    await nextTick()
    expect(frame.text()).not.toMatch(NEVER)
    expect(frame.findAll('[data-kpi]').map((value) => value.attributes('data-value'))).not.toContain('0')
  })
})

describe('the frame', () => {
  const [first] = EVERY_KIND
  if (!first) throw new Error('no panel kinds')

  it('lists every source that the panel lives on', () => {
    const needs = { figures: ['online'], sources: ['list'] }
    const { city } = setting(first.panel, 'live', undefined)
    const withFigure = {
      ...city,
      figures: new Map([['online', { ...figureNamed('online'), sources: ['a', 'list'] }]]),
    }
    expect(sourcesOf(needs, withFigure)).toEqual(['list', 'a'])
  })

  it('keeps a panel that throws to itself and says so in its place', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const Throwing = defineComponent({
      setup: () => () => {
        throw new Error('a chart library gave up')
      },
    })
    const throwing = definePanel({
      kind: 'throwing',
      schema: v.strictObject({ figure: v.string() }),
      example: { figure: 'online' },
      needs: ({ figure }) => ({ figures: [figure] }),
      component: Throwing,
    })
    const panel: Panel = { id: 'bad', kind: 'throwing', title: name, options: { figure: 'online' } }
    const escaped: unknown[] = []
    const { city, sources } = setting(panel, 'live', batchFor(['online']))
    const Room = defineComponent({
      setup() {
        onErrorCaptured((error) => void escaped.push(error))
        return () => h(PanelFrame, { panel, city })
      },
    })
    const room = mount(Room, {
      global: {
        plugins: [createLanguages('vi')],
        provide: { [sourcesKey]: sources, [panelKindsKey]: new Map([['throwing', throwing]]) },
      },
    })
    await nextTick()
    expect(room.text()).toContain('Ô này gặp lỗi khi vẽ')
    expect(escaped).toEqual([])
  })
})
