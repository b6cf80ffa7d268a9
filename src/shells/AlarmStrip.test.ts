import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anAlarm, AS, bookOf, openScreen, VISIBLE } from '../../tests/alarmScreen'
import { standingOf } from '../alarms/alarm'
import { alert, at, course, finding, found, limitSubject, NOON } from '../alarms/fixtures'
import { PRIORITIES } from '../city/limits'
import { LANGUAGES } from '../ui/i18n'
import { onStrip } from './alarmStrip'
import AlarmStrip from './AlarmStrip.vue'

const exercise = anAlarm('ex', {
  priority: 'low',
  subject: { kind: 'city', source: 'masts', alert: alert({ status: 'exercise' }) },
})

beforeEach(() => void vi.useFakeTimers({ now: NOON + 60_000 }))
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('the strip of alarms', () => {
  for (const language of LANGUAGES)
    for (const standing of VISIBLE.filter((each) => each !== 'shelved'))
      for (const priority of PRIORITIES)
        it(`shows in ${language} an alarm of ${priority} priority that is ${standing}`, async () => {
          const book = bookOf([anAlarm('a', { ...AS[standing], priority })])
          const { page } = await openScreen(AlarmStrip, { book, language })
          const chip = page.get('[data-alarm=a]')
          expect(chip.attributes()).toMatchObject({ 'data-alarm-state': standing, 'data-priority': priority })
          expect(chip.classes()).toContain(standing)
          expect(chip.get('svg').attributes('aria-label')).not.toMatch(/alarms\.|undefined/)
          expect(chip.text()).toMatch(language === 'vi' ? /^Người đang chờ 50/ : /^People waiting 50/)
          page.unmount()
        })

  it('has a sign of its own shape for every priority and for an exercise, filled or outlined', async () => {
    const alarms = [...PRIORITIES.map((priority) => anAlarm(priority, { priority })), exercise]
    const shapes = []
    for (const alarm of alarms) {
      const { page } = await openScreen(AlarmStrip, { book: bookOf([alarm]) })
      shapes.push(
        page
          .get('[data-alarm] svg')
          .html()
          .replace(/class="[^"]*"|aria-label="[^"]*"/g, ''),
      )
      page.unmount()
    }
    expect(new Set(shapes).size).toBe(5)
  })

  it('names who has acknowledged, and never the time of the alarm instead', async () => {
    const { page } = await openScreen(AlarmStrip, { book: bookOf([anAlarm('a', AS.acked)]) })
    expect(page.get('[data-alarm=a]').text()).toContain('✓ Ca trực 1')
  })

  it('calls an exercise an exercise', async () => {
    const { page } = await openScreen(AlarmStrip, { book: bookOf([exercise]) })
    expect(page.get('[data-exercise]').text()).toContain('DIỄN TẬP')
  })

  it('shows no exercise while there is anything real, even when that has been answered', async () => {
    const { page } = await openScreen(AlarmStrip, { book: bookOf([exercise, anAlarm('a', AS.acked)]) })
    expect(page.findAll('[data-alarm]').map((chip) => chip.attributes('data-alarm'))).toEqual(['a'])
  })

  it('counts what it has no room for and what is shelved, and has no button', async () => {
    const alarms = [anAlarm('a'), anAlarm('b'), anAlarm('c'), anAlarm('d', AS.shelved)]
    const { page } = await openScreen(AlarmStrip, { book: bookOf(alarms) })
    expect(page.findAll('[data-alarm]')).toHaveLength(1)
    expect(page.get('[data-rest]').text()).toContain('+2')
    expect(page.get('[data-shelved]').text()).toBe('1 tạm gác')
    expect(page.find('button').exists()).toBe(false)
  })

  it('shows as many alarms as can be read as a whole, and one in any case', () => {
    const alarms = ['a', 'b', 'c', 'd'].map((key) => anAlarm(key))
    const flood = { since: 0, count: 37, first: finding().subject }
    const counts = [0, 30, 46, 66].map((em) => onStrip(alarms, undefined, em).length)
    expect(counts).toEqual([1, 1, 2, 3])
    expect(onStrip(alarms, flood, 46)).toHaveLength(1)
    expect(onStrip(alarms, flood, 0)).toHaveLength(1)
  })

  it('calls the city normal only while enough sources speak and nothing lies on the shelf', async () => {
    const words = async (live: string[], alarms: ReturnType<typeof anAlarm>[] = []) => {
      const { page } = await openScreen(AlarmStrip, { live, book: bookOf(alarms) })
      const text = page.text()
      page.unmount()
      return text
    }
    expect(await words(['onestop', 'masts'])).toBe('Không chỉ số nào vượt ngưỡng')
    expect(await words(['onestop'])).toBe('Chưa đủ nguồn để kết luận')
    expect(await words(['onestop', 'masts'], [anAlarm('a', AS.shelved)])).toBe('1 tạm gác')
  })

  it('calls nothing normal while a figure is past its limit and its delay still runs', async () => {
    const rising = { phase: { kind: 'rising', since: at(0) } } as const
    const lost = { kind: 'source', source: 'masts', state: 'down' } as const
    const words = async (...alarms: ReturnType<typeof anAlarm>[]) => {
      const { page } = await openScreen(AlarmStrip, { live: ['onestop', 'masts'], book: bookOf(alarms) })
      const text = page.text()
      page.unmount()
      return text
    }
    expect(await words(anAlarm('a', rising))).toBe('Vừa vượt ngưỡng, đang theo dõi: 1')
    expect(await words(anAlarm('a', { ...rising, subject: lost }))).toBe('Không chỉ số nào vượt ngưỡng')
  })
})

describe('row 41: 200 alarms within a minute', () => {
  const key = (index: number) => `limit waiting ${index}`
  const spot = limitSubject()
  const part = (index: number) =>
    finding(key(index), {
      priority: index === 150 ? 'critical' : 'low',
      subject: { ...spot, dims: { counter: `${index}` } },
    })
  const findings = Array.from({ length: 200 }, (_, index) => part(index))
  /** Eleven a second longer than a tick, so that the first one came first. */
  const book = course(
    Array.from(
      { length: 60 },
      (_, second) => [second, found(...findings.slice(0, (second + 1) * 4))] as const,
    ),
  )

  it('row 41: are a flood that says how many and what came first, beside the most urgent', async () => {
    vi.setSystemTime(at(60).wall)
    const { page } = await openScreen(AlarmStrip, { book })
    expect(page.get('[data-flood]').text()).toBe(
      'Lũ cảnh báo: 200 trong 10 phút · đầu tiên: 0 · Người đang chờ 50',
    )
    expect(page.findAll('[data-alarm]').map((chip) => chip.attributes('data-alarm'))).toEqual([key(150)])
    expect(page.get('[data-rest]').text()).toContain('+199')
  })

  it('row 41: none is lost from the log or from the list', () => {
    expect(new Set(book.log.filter(({ event }) => event === 'raised').map((entry) => entry.key)).size).toBe(
      200,
    )
    expect(book.alarms.map(standingOf).every((standing) => standing === 'unacked')).toBe(true)
  })

  it('row 41: the flood ends by itself, and the strip shows alarms again', async () => {
    const later = course([[700, found(...findings)]], book)
    const { page } = await openScreen(AlarmStrip, { book: later })
    await flushPromises()
    expect(page.find('[data-flood]').exists()).toBe(false)
    expect(page.findAll('[data-alarm]')).toHaveLength(1)
  })
})
