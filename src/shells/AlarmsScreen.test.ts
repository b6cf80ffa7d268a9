import { flushPromises, type DOMWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { anAlarm, AS, bookOf, openScreen, VISIBLE, type Opened } from '../../tests/alarmScreen'
import type { Alarm } from '../alarms/alarm'
import { alert, finding, NOON } from '../alarms/fixtures'
import { PRIORITIES } from '../city/limits'
import { LANGUAGES } from '../ui/i18n'
import AlarmsScreen from './AlarmsScreen.vue'

const NEVER = /NaN|undefined|null|Infinity|\[object|\{\w+\}|alarms\.\w/
const open = (alarms: Alarm[], more: Opened = {}) =>
  openScreen(AlarmsScreen, { book: bookOf(alarms), ...more })
const press = async (key: string) => {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await flushPromises()
}
const onDuty = (name = 'Ca trực 2', until = NOON + 3_600_000) =>
  localStorage.setItem('toan-canh operator', JSON.stringify({ name, until }))
const rows = (page: { findAll(selector: string): DOMWrapper<Element>[] }) =>
  page.findAll('[data-alarm]').map((row) => row.attributes('data-alarm'))

beforeEach(() => {
  vi.useFakeTimers({ now: NOON + 120_000 })
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('the page of alarms', () => {
  for (const language of LANGUAGES)
    for (const standing of VISIBLE)
      for (const priority of PRIORITIES)
        it(`opens in ${language} an alarm of ${priority} priority that is ${standing}`, async () => {
          const view = standing === 'shelved' ? 'shelved' : 'standing'
          const { page } = await open([anAlarm('a', { ...AS[standing], priority })], {
            language,
            address: `/alarms?city=a&view=${view}`,
          })
          await page.get('[data-alarm-row]').trigger('click')
          expect(page.get('[data-alarm=a]').attributes('data-alarm-state')).toBe(standing)
          for (const fact of ['since', 'value', 'owner', 'cause', 'action', 'priority'])
            expect(page.get(`[data-fact=${fact}]`).text()).not.toBe('')
          expect(page.text()).not.toMatch(NEVER)
          page.unmount()
        })

  it('asks once who is on duty, then logs every act with that name', async () => {
    const { page, acts, standings } = await open([anAlarm('a'), anAlarm('b')])
    await page.get('[data-alarm=a] [data-acknowledge]').trigger('click')
    expect(acts).toEqual([])
    vi.advanceTimersByTime(30_000)
    await page.get('[data-operator]').setValue(' Ca trực 2 ')
    await page.get('dialog form').trigger('submit')
    // The press counts, not the time when the name was there.
    expect(acts).toEqual([{ act: 'acknowledge', keys: ['a'], by: 'Ca trực 2', at: NOON + 120_000 }])
    await page.get('[data-alarm=b] [data-acknowledge]').trigger('click')
    expect(standings()).toEqual(['acked', 'acked'])
  })

  it('asks the next shift anew, instead of acting under the name of the last one', async () => {
    const { page, acts } = await open([anAlarm('a'), anAlarm('b')])
    await page.get('[data-alarm=a] [data-acknowledge]').trigger('click')
    await page.get('[data-operator]').setValue('Ca trực 2')
    await page.get('dialog form').trigger('submit')
    expect(page.get('[data-who]').text()).toContain('Ca trực 2')
    // Noon in the city; the shift ends at two.
    await vi.advanceTimersByTimeAsync(2 * 3_600_000)
    expect(page.get('[data-who]').text()).not.toContain('Ca trực 2')
    await page.get('[data-alarm=b] [data-acknowledge]').trigger('click')
    expect(page.find('dialog').exists()).toBe(true)
    expect(acts).toHaveLength(1)
  })

  it('does nothing when nobody says who they are', async () => {
    const { page, acts } = await open([anAlarm('a')])
    await page.get('[data-acknowledge]').trigger('click')
    await page.get('dialog').trigger('close')
    expect(acts).toEqual([])
    expect(page.find('dialog').exists()).toBe(false)
  })

  it('acknowledges all that are shown, and only what came before the press', async () => {
    const shown = [anAlarm('a'), anAlarm('b', AS.returned), anAlarm('c', AS.acked), anAlarm('d')]
    const { page, store, standings } = await open(shown)
    expect(page.get('[data-acknowledge-all]').text()).toContain('3')
    await page.get('[data-acknowledge-all]').trigger('click')
    // It grows worse while they type their name.
    vi.advanceTimersByTime(10_000)
    const worse = anAlarm('d', { priority: 'critical', announcedAt: NOON + 125_000 })
    store.restore(bookOf([...shown.slice(0, 3), worse]))
    await page.get('[data-operator]').setValue('Ca trực 2')
    await page.get('dialog form').trigger('submit')
    expect(standings()).toEqual(['acked', 'returned', 'acked', 'unacked'])
    expect(rows(page)[0]).toBe('d')
  })

  it('acknowledges under a filter only what the filter shows', async () => {
    onDuty()
    const storm = anAlarm('storm', { subject: { kind: 'city', source: 'masts', alert: alert() } })
    const { page, acts } = await open([anAlarm('a'), storm])
    await page.get('input[type=search]').setValue('bao so')
    expect(rows(page)).toEqual(['storm'])
    await page.get('[data-acknowledge-all]').trigger('click')
    expect(acts).toMatchObject([{ keys: ['storm'] }])
  })

  it('shelves with a time and a reason only, counts it, and gives it back', async () => {
    onDuty()
    const { page, acts, standings } = await open([anAlarm('a')])
    await page.get('[data-alarm-row]').trigger('click')
    await page.get('[data-shelve]').trigger('click')
    const form = page.get('[data-shelve-form]')
    await form.trigger('submit')
    expect(acts).toEqual([])
    await form.get('select').setValue('work')
    await form.get('input[type=text]').setValue('đến 12:30')
    await form.trigger('submit')
    expect(acts).toEqual([
      {
        act: 'shelve',
        key: 'a',
        by: 'Ca trực 2',
        at: NOON + 120_000,
        until: NOON + 120_000 + 900_000,
        reason: 'Đang bảo trì, sửa chữa: đến 12:30',
      },
    ])
    expect(page.get('[data-view=shelved]').text()).toBe('Tạm gác (1)')
    await page.get('[data-view=shelved]').trigger('click')
    await flushPromises()
    expect(page.get('[data-alarm=a]').text()).toContain('Ca trực 2 gác đến 12:17: Đang bảo trì')
    await page.get('[data-alarm=a] [data-unshelve]').trigger('click')
    expect(standings()).toEqual(['unacked'])
  })

  it('works without a hand on the mouse: move, acknowledge, shelve, filter, close', async () => {
    onDuty()
    const { page, router, standings } = await open([anAlarm('a'), anAlarm('b'), anAlarm('c')])
    const focused = () => document.activeElement?.closest('[data-alarm]')?.getAttribute('data-alarm')
    await press('j')
    await press('ArrowDown')
    expect(focused()).toBe('b')
    await press('k')
    expect(focused()).toBe('a')
    await press('a')
    expect(standings()).toEqual(['acked', 'unacked', 'unacked'])
    expect(focused()).toBe('b')
    await press('s')
    await nextTick()
    expect(page.find('[data-shelve-form]').exists()).toBe(true)
    await press('Escape')
    await press('Escape')
    expect(page.find('[data-alarm-detail]').exists()).toBe(false)
    expect(focused()).toBe('b')
    await press('/')
    expect(document.activeElement?.getAttribute('type')).toBe('search')
    await press('a')
    expect(standings()).toEqual(['acked', 'unacked', 'unacked'])
    await press('Escape')
    await press('Escape')
    expect(router.currentRoute.value.path).toBe('/tablet')
  })

  it('explains every key it answers to', async () => {
    const { page } = await open([])
    expect(page.findAll('kbd').map((key) => key.text())).toEqual([
      '↓ J',
      '↑ K',
      'Enter',
      'A',
      'S',
      '/',
      'M',
      'Esc',
    ])
  })

  it('groups a flood by source, and says what came first', async () => {
    const flood = { since: NOON, count: 37, first: finding().subject }
    const storm = anAlarm('storm', { subject: { kind: 'city', source: 'masts', alert: alert() } })
    const { page } = await openScreen(AlarmsScreen, {
      book: bookOf([anAlarm('a'), storm, anAlarm('b')], { flood }),
    })
    expect(page.get('[data-flood]').text()).toContain('37 trong 10 phút · đầu tiên: Người đang chờ 50')
    expect(
      rows({ findAll: page.get('[data-group=onestop]').findAll.bind(page.get('[data-group=onestop]')) }),
    ).toEqual(['a', 'b'])
    expect(page.get('[data-group=masts]').text()).toContain('Bão số 9')
  })

  it('shows the log with who and why, and gives it as a file', async () => {
    onDuty()
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const { page } = await open([anAlarm('a')])
    await page.get('[data-acknowledge]').trigger('click')
    await page.get('[data-view=log]').trigger('click')
    await flushPromises()
    expect(page.get('tbody').text()).toMatch(/Xác nhận.*Người đang chờ 50.*Ca trực 2/)
    await page.get('[data-export]').trigger('click')
    const [file] = saved.mock.calls[0] ?? []
    expect(file instanceof Blob && (await file.text())).toContain('Xác nhận,Cao,Người đang chờ 50,Ca trực 2')
    expect(click).toHaveBeenCalledOnce()
    vi.restoreAllMocks()
  })

  it('shows its statistics against their targets', async () => {
    const { page } = await open([anAlarm('a', { chattering: true })], {
      address: '/alarms?city=a&view=statistics',
    })
    expect(page.get('[data-measure=chattering]').text()).toContain('vượt mục tiêu')
    expect(page.get('[data-measure=hour]').text()).toContain('đạt')
    expect(page.text()).not.toMatch(NEVER)
  })
})
