import { mount } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { server } from '../../tests/msw'
import { cityOf, goodFile, read } from '../../tests/cityFile'
import { aFailure, aMemory, moment, NOON, sourcesOf } from '../../tests/sourcePage'
import { sourcesKey } from '../sources/useSource'
import { createLanguages, LANGUAGES } from '../ui/i18n'
import type { Language } from '../ui/format'
import TroubleBanner from './TroubleBanner.vue'

const city = cityOf(read(goodFile()))
const good = aMemory({ successes: 5, okAt: moment(0) })
const silent = aMemory({
  successes: 5,
  okAt: moment(0),
  failures: 2,
  failure: aFailure('network', { at: moment(8) }),
})
const paged = aMemory({
  successes: 5,
  okAt: moment(0),
  failures: 2,
  failure: aFailure('auth', { at: moment(8) }),
})

function show(memory = good, language: Language = 'vi') {
  const { sources, memories } = sourcesOf(city, { onestop: memory, masts: memory })
  const banner = mount(TroubleBanner, {
    props: { city },
    slots: { default: '<p class="usual">Chủ đề năm</p>' },
    global: { plugins: [createLanguages(language)], provide: { [sourcesKey]: sources } },
  })
  return { banner, memories }
}
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - NOON)
  server.use(http.head('*/favicon.svg', () => HttpResponse.error()))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('the banner', () => {
  it('leaves its place to what stands there while nothing is wrong', async () => {
    const { banner } = show()
    await pass(30)
    expect(banner.text()).toBe('Chủ đề năm')
  })

  it('says since when nobody answers, and then that this screen’s own server does not either', async () => {
    const { banner } = show(silent)
    await pass(10)
    expect(banner.find('[role=status]').text()).toContain('Không nguồn nào trả lời từ 12:00')
    await pass(2)
    expect(banner.text()).toBe('Không nguồn nào trả lời từ 12:00 — mạng của màn hình này?')
    expect(banner.find('.usual').exists()).toBe(false)
  })

  it('says that the systems are down when this screen’s own server answers', async () => {
    server.use(http.head('*/favicon.svg', () => new HttpResponse()))
    const { banner } = show(silent)
    await pass(12)
    expect(banner.text()).toContain('mạng của màn hình này vẫn thông')
  })

  it('says once that the network or gateway wants a login', async () => {
    const { banner } = show(paged)
    await pass(11)
    expect(banner.attributes('data-trouble')).toBe('sign-in')
    expect(banner.findAll('[data-trouble]')).toHaveLength(1)
  })

  it('is gone with the first answer', async () => {
    const { banner, memories } = show(silent)
    await pass(11)
    memories.value = { ...memories.value, masts: aMemory({ successes: 6, okAt: moment(11) }) }
    await pass(1)
    expect(banner.find('[data-trouble]').exists()).toBe(false)
  })

  it('tells by how much this screen’s clock is wrong', async () => {
    const { banner } = show(aMemory({ successes: 5, okAt: moment(0), serverAheadMs: -4 * 3_600_000 }))
    await pass(1)
    expect(banner.text()).toBe('Đồng hồ màn hình này nhanh 4 giờ so với các máy chủ')
  })

  it('says for a minute that the clock was set back', async () => {
    const { banner } = show()
    await pass(1)
    vi.setSystemTime(NOON - 3_600_000)
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - NOON + 3_600_000)
    await pass(1)
    expect(banner.text()).toBe('Đồng hồ vừa được chỉnh lùi 1 giờ')
    await pass(62)
    expect(banner.find('[data-trouble]').exists()).toBe(false)
  })

  it.each(LANGUAGES)('has words for it in %s', async (language) => {
    const { banner } = show(silent, language)
    await pass(12)
    expect(banner.text()).not.toMatch(/trouble\.|\{|undefined|NaN/)
    expect(banner.text().length).toBeLessThan(90)
  })
})
