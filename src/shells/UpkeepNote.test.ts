import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { openScreen } from '../../tests/alarmScreen'
import { cityOf, goodFile, kinds, read, spoilt, URL_OF_FILE } from '../../tests/cityFile'
import { NOON } from '../alarms/fixtures'
import { readCityText, type CityReading } from '../city/read'
import { createLanguages, LANGUAGES } from '../ui/i18n'
import type { Language } from '../ui/format'
import { createReloads } from '../upkeep/reloads'
import { openedKey, updateKey } from '../upkeep/useUpdate'
import AlarmStrip from './AlarmStrip.vue'
import CityRefused from './CityRefused.vue'
import TrustBar from './TrustBar.vue'
import UpkeepNote from './UpkeepNote.vue'

const FILES = { health: 'modules/health.json', traffic: 'modules/traffic.json' }
/** The good city with modules whose files the server did not give. */
function without(...ids: (keyof typeof FILES)[]): CityReading {
  const modules = Object.fromEntries(ids.map((id) => [id, { file: FILES[id] }]))
  const failed = (id: keyof typeof FILES) =>
    ({
      kind: 'failed',
      code: 'http',
      value: `https://wall.example/cities/${FILES[id]}`,
      detail: '502',
    }) as const
  const texts = new Map(ids.map((id) => [id, failed(id)]))
  return readCityText(JSON.stringify({ ...goodFile(), modules }), URL_OF_FILE, kinds, texts)
}
const wrong = () => read(spoilt('panels/first/figures', ['nothing']))

beforeEach(() => void vi.useFakeTimers({ now: NOON + 60_000 }))
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

function note(reading: CityReading, language: Language = 'vi') {
  const opened = { ...cityOf(reading), unreadable: async () => [] }
  const provide = { [openedKey]: opened, [updateKey]: shallowRef('current') }
  return mount(UpkeepNote, { global: { plugins: [createLanguages(language)], provide } })
}

describe('the note beside the clock', () => {
  it('is not there while the city is whole', () => {
    expect(note(read(goodFile())).text()).toBe('')
  })

  it('names the module that is missing, what to do, and why', () => {
    const missing = note(without('health')).get('[data-upkeep=missing]')
    expect(missing.text()).toMatch(/Thiếu modules\/health\.json\s+kiểm tra máy chủ; tự thử lại/)
    expect(missing.attributes('title')).toContain('502')
  })

  it('names one of several and counts the others', () => {
    expect(note(without('health', 'traffic')).text()).toContain('Thiếu modules/health.json +1')
  })

  it('names the file with a mistake in it and the checker that explains it', () => {
    const mistake = note(wrong()).get('[data-upkeep=wrong]')
    expect(mistake.text()).toMatch(/Sai 1 chỗ: cities\/a\.json\s+xem npm run city:check/)
    expect(mistake.attributes('title')).toContain('panels.first')
  })

  it.each(LANGUAGES)('has words for it in %s', (language) => {
    for (const reading of [without('health'), wrong()])
      expect(note(reading, language).text()).not.toMatch(/upkeep\.|\{|undefined/)
  })
})

describe('a city of which a part is missing or wrong', () => {
  const show = async (
    screen: typeof AlarmStrip | typeof TrustBar,
    reading: CityReading,
    language: Language = 'vi',
  ) => {
    const city = cityOf(reading)
    const { page } = await openScreen(
      defineComponent(() => () => h(screen, { city }), { inheritAttrs: false }),
      { language },
    )
    await flushPromises()
    return page
  }

  it('is never called normal on the strip, although all its sources are live', async () => {
    expect((await show(AlarmStrip, read(goodFile()))).text()).toBe('Không chỉ số nào vượt ngưỡng')
    for (const reading of [without('health'), wrong()]) {
      expect((await show(AlarmStrip, reading)).text()).toBe('Tệp thành phố thiếu hoặc sai: không kết luận')
      expect((await show(AlarmStrip, reading, 'en')).text()).toBe(
        'City file incomplete or wrong: cannot tell',
      )
    }
  })

  it('has the sign of something incomplete before its count of sources', async () => {
    const sign = async (reading: CityReading) => (await show(TrustBar, reading)).get('svg').classes()
    expect(await sign(read(goodFile()))).toContain('live')
    expect(await sign(without('health'))).toContain('partial')
  })
})

describe('the screen of a city that is refused', () => {
  it.each([
    ['vi', 'tự đọc lại tệp', 'npm run city:check public/cities/a.json'],
    ['en', 'reads the file again', 'npm run city:check public/cities/a.json'],
  ] as const)('says in %s what is wrong, how to mend it, and that it tries again by itself', (...row) => {
    const [language, ...words] = row
    location.hash = `#/wall?city=a&lang=${language}`
    const { problems } = read(spoilt('schema', 2))
    const opened = { url: 'a', missing: [], problems: [], unreadable: async () => [] }
    const reloads = createReloads(() => {})
    const update = { quiet: () => true, scene: () => undefined, reloads, opened }
    const page = mount(CityRefused, {
      props: { name: 'a', problems, update },
      global: { plugins: [createLanguages('vi')] },
    })
    for (const part of ['schema', ...words]) expect(page.text()).toContain(part)
    page.unmount()
    location.hash = ''
  })
})
