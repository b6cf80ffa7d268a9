import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { cityOf, goodFile, read } from '../../tests/cityFile'
import { aFailure, aMemory, moment, NOON, sourcesOf } from '../../tests/sourcePage'
import { panelKindsKey } from '../panels/contract'
import { FAULTS } from '../sources/contract'
import { aBatch } from '../sources/fixtures'
import type { Memory } from '../sources/memory'
import { sourcesKey } from '../sources/useSource'
import { createLanguages, LANGUAGES } from '../ui/i18n'
import { REASONS } from '../ui/locales/sources/contract'
import { sources as en } from '../ui/locales/sources/en'
import { sources as vietnamese } from '../ui/locales/sources/vi'
import SourcesScreen from './SourcesScreen.vue'

const WORDS = { vi: vietnamese, en }
const NEVER = /NaN|undefined|null|Infinity|\[object|\{\w+\}/
const city = cityOf(read(goodFile()))
const good = aMemory({
  successes: 9,
  okAt: moment(-12),
  batch: aBatch({ total: 1_250 }),
  bytes: 12_300,
  latencyMs: 340,
})
const failing = (kind: (typeof FAULTS)[number], more: Partial<Memory> = {}) =>
  aMemory({
    failures: 9,
    failure: aFailure(kind, { detail: 'told [token]', status: 503, at: moment(-3) }),
    ...more,
  })

async function show(told: Partial<Record<string, Memory>>, address = '') {
  const { sources } = sourcesOf(city, told)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/sources', component: SourcesScreen },
      { path: '/:rest(.*)*', component: { template: '<p>elsewhere</p>' } },
    ],
  })
  await router.push(`/sources?city=a${address}`)
  const App = {
    components: { RouterView },
    setup: () => ({ city }),
    template: '<RouterView v-slot="{ Component }"><component :is="Component" :city /></RouterView>',
  }
  const page = mount(App, {
    global: {
      plugins: [router, createPinia(), createLanguages('vi')],
      provide: { [sourcesKey]: sources, [panelKindsKey]: new Map() },
    },
  })
  await flushPromises()
  return { page, router }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - NOON)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the source page', () => {
  it('lists every source, the worst first, with its reason', async () => {
    const { page } = await show({ onestop: good, masts: failing('server') })
    const rows = page.findAll('[data-row]')
    expect(rows.map((row) => row.attributes('data-row'))).toEqual(['masts', 'onestop'])
    expect(rows[0]?.text()).toContain('Lỗi phía máy chủ của nguồn (503)')
    expect(rows[1]?.text()).toContain('1.250')
    expect(rows[1]?.text()).toContain('340 ms · 12,3 kB')
  })

  it('counts down to the next read', async () => {
    const { page } = await show({ onestop: good, masts: good })
    expect(page.find('[data-row=masts]').text()).toContain('sau 30 giây')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(page.find('[data-row=masts]').text()).toContain('sau 20 giây')
  })

  it('filters by state and remembers it in the address', async () => {
    const { page, router } = await show({ onestop: good, masts: failing('network') })
    await page.find('[data-count=down]').trigger('click')
    await flushPromises()
    expect(page.findAll('[data-row]').map((row) => row.attributes('data-row'))).toEqual(['masts'])
    expect(router.currentRoute.value.query.state).toBe('down')
  })

  it('finds a source by its owner, connector or id', async () => {
    const { page } = await show({ onestop: good, masts: good })
    await page.find('input').setValue('onest')
    expect(page.findAll('[data-row]')).toHaveLength(1)
    await page.find('input').setValue('nothing like it')
    expect(page.findAll('[data-row]')).toHaveLength(0)
    expect(page.text()).toContain('Không nguồn nào khớp.')
  })

  it('opens one source by its address, with what lives on it', async () => {
    const { page } = await show({ onestop: good, masts: failing('network') }, '&source=masts')
    const detail = page.find('[data-detail=masts]')
    expect(detail.text()).toContain('https://wall.example/gw/onestop')
    expect(detail.text()).toContain('9 (tốt 0 trong 9 lần hỏi)')
    expect(detail.text()).toContain('CORS')
    expect(detail.findAll('.uses li').map((use) => use.find('.kind').text())).toEqual([
      'Lớp bản đồ',
      'Chỉ số',
      'Chỉ số',
    ])
  })

  it('shows field by field what made an answer unusable', async () => {
    const drift = [{ path: '$.data[*] $.tyLe', reason: 'not a number', count: 4, of: 10, samples: ['"n/a"'] }]
    const failure = aFailure('shape', { drift })
    const { page } = await show({ onestop: aMemory({ failures: 1, failure }) }, '&source=onestop')
    expect(page.find('[data-drift]').text()).toContain('$.data[*] $.tyLe')
    expect(page.find('[data-drift]').text()).toContain('4/10')
    expect(page.find('[data-drift]').text()).toContain('"n/a"')
  })

  it('shows the records left out of an answer that was kept', async () => {
    const dropped = [0, 1].map((n) => ({ path: `$[*] ${n} $.x`, reason: 'missing', sample: '' }))
    const memory = aMemory({ successes: 1, okAt: moment(0), batch: aBatch({ dropped, total: 20 }) })
    const { page } = await show({ onestop: memory }, '&source=onestop')
    expect(page.find('[data-drift]').text()).toContain('2/20')
    expect(page.find('[data-row=onestop]').text()).toContain('2 bị loại')
  })

  it('says how far a source’s and a server’s clock are ahead', async () => {
    const batch = aBatch({ observedAt: NOON + 300_000, total: 1 })
    const clocks = { sourceAheadMs: 300_000, serverAheadMs: -90_000 }
    const { page } = await show(
      { onestop: aMemory({ successes: 1, okAt: moment(0), batch, ...clocks }) },
      '&source=onestop',
    )
    expect(page.find('[data-detail]').text()).toContain('nhanh 5 phút so với màn hình này')
    expect(page.find('[data-detail]').text()).toContain('chậm 90 giây so với màn hình này')
  })

  it.each([
    ['wall', '/wall'],
    ['tablet', '/sources'],
  ])('left alone by somebody who came from a %s shows %s', { timeout: 30_000 }, async (from, path) => {
    const { router } = await show({}, `&from=${from}`)
    await vi.advanceTimersByTimeAsync(181_000)
    expect(router.currentRoute.value.path).toBe(path)
  })

  for (const language of LANGUAGES)
    it.each(FAULTS)(`has a reason and a way to mend %s in ${language}`, async (kind) => {
      const { page } = await show({ onestop: failing(kind) }, `&source=onestop&lang=${language}`)
      const detail = page.find('[data-detail]')
      const reason = WORDS[language].reasons[kind === 'auth' ? 'login' : kind]
      expect(detail.text()).toContain(reason.short)
      expect(detail.findAll('ol li').length).toBeGreaterThan(0)
      expect(detail.find('.reason').text()).toContain('told [token]')
      expect(page.text()).not.toMatch(NEVER)
    })
})

describe('the words for reasons', () => {
  it.each(REASONS)('are whole sentences in both languages for %s', (reason) => {
    const [here, there] = [vietnamese.reasons[reason], en.reasons[reason]]
    for (const { short, what } of [here, there]) {
      expect(short.length).toBeLessThan(50)
      expect(what).toMatch(/\.$/)
    }
    expect(here.steps).toHaveLength(there.steps.length)
  })
})
