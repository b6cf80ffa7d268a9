import AxeBuilder from '@axe-core/playwright'
import type { APIResponse, BrowserContext, Locator, Page } from '@playwright/test'
import { address, expect, test } from './screen'

const KEY = 'limit cameras-online kien-an'
const ON_DUTY = 'Ca trực 2'

/** The shipped city with one alarm: its cameras, read every two seconds, are always past a limit that is critical. */
async function oneAlarm(context: BrowserContext): Promise<void> {
  await changeCity(context, (city) => {
    const cameras = city.figures['cameras-online']
    onlyItsOwnAlarms(city)
    // Not even all of them working is enough.
    cameras.plausible = [0, 200]
    cameras.limits = {
      ...{ warn: 150, alarm: 120, deadband: 0, on: 'PT1S', off: 'PT1S' },
      priority: { warn: 'low', alarm: 'critical' },
      cause: { vi: 'Mất điện.', en: 'A power cut.' },
      action: { vi: 'Cử kỹ thuật đến điểm.', en: 'Send a technician.' },
    }
    city.sources.cameras.every = 'PT2S'
  })
}

/** A city file before anything has checked it. */
type Raw = Awaited<ReturnType<APIResponse['json']>>

/** Nothing else is out of bounds, and nobody else warns of anything. */
function onlyItsOwnAlarms(city: Raw): void {
  for (const figure of Object.values<Raw>(city.figures)) delete figure.limits
  delete city.sources['city-alerts']
  delete city.sources['it-alerts']
}

async function changeCity(context: BrowserContext, change: (city: Raw) => void): Promise<void> {
  await context.route('**/cities/kien-an.json', async (route) => {
    const response = await route.fetch()
    const city = await response.json()
    change(city)
    await route.fulfill({ response, json: city })
  })
}

const alarmOn = (page: Page, key = KEY) => page.locator(`li[data-alarm="${key}"]`)
const panelOn = (page: Page) => page.locator('[data-panel=cameras]')

/** A second window of the same browser with the page of alarms, and somebody on duty. */
async function openDesk(context: BrowserContext): Promise<Page> {
  const desk = await context.newPage()
  await desk.addInitScript(
    (name) =>
      localStorage.setItem('toan-canh operator', JSON.stringify({ name, until: Date.now() + 3_600_000 })),
    ON_DUTY,
  )
  await desk.goto(address({ path: 'alarms' }))
  return desk
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** How a sign blinks, and how the thing around it looks without that. */
const looks = (chip: Locator) =>
  chip.evaluate((element) => {
    const sign = element.querySelector('svg')
    const { animationName, animationDuration } = getComputedStyle(sign ?? element)
    const { borderTopColor, fontWeight } = getComputedStyle(element)
    const moving = [...element.querySelectorAll('*')].filter(
      (each) => each !== sign && getComputedStyle(each).animationName !== 'none',
    )
    return { animationName, animationDuration, borderTopColor, fontWeight, moving: moving.length }
  })

test.describe('an alarm', () => {
  test.beforeEach(({ context }) => oneAlarm(context))

  test('is on the strip and on its panel, and shows on the wall who acknowledged it at the desk', async ({
    page,
    context,
  }) => {
    await page.goto(address())
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'unacked')
    await expect(alarmOn(page)).toHaveAttribute('data-priority', 'critical')
    await expect(panelOn(page)).toHaveAttribute('data-alarm-standing', 'unacked')
    expect(await page.locator('.strip button, .strip a').count()).toBe(0)

    const desk = await context.newPage()
    await desk.goto(address({ path: 'alarms' }))
    await desk.locator('[data-alarm-row]').click()
    await expect(desk.locator('[data-fact=action]')).toHaveText('Cử kỹ thuật đến điểm.')
    await desk.locator('[data-alarm-detail] [data-acknowledge]').click()
    await desk.locator('[data-operator]').fill(ON_DUTY)
    await desk.keyboard.press('Enter')
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'acked')
    await expect(alarmOn(page)).toContainText(`✓ ${ON_DUTY}`)
    await expect(panelOn(page)).toHaveAttribute('data-alarm-standing', 'acked')

    // A reload shows the same alarm, and nobody is asked again (faults §3.4 i).
    await page.reload()
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'acked')
    await expect(panelOn(page)).toHaveAttribute('data-state', 'live')
    await expect(alarmOn(page)).toContainText(ON_DUTY)
    await desk.reload()
    await desk.locator('[data-view=log]').click()
    await expect(desk.locator('tbody tr', { hasText: 'Phát sinh' })).toHaveCount(1)
    await expect(desk.locator('tbody tr', { hasText: 'Xác nhận' })).toContainText(ON_DUTY)
  })

  test('is shelved with a reason, stays counted, and comes back by itself', async ({ page, context }) => {
    await page.goto(address())
    await expect(alarmOn(page)).toBeVisible()
    const desk = await openDesk(context)
    await desk.locator('[data-alarm-row]').focus()
    await desk.keyboard.press('s')
    const form = desk.locator('[data-shelve-form]')
    await expect(form.getByRole('button', { name: 'Tạm gác' })).toBeDisabled()
    await form.locator('select').selectOption('sensor')
    await form.getByRole('button', { name: 'Tạm gác' }).click()
    await expect(alarmOn(page)).toHaveCount(0)
    await expect(page.locator('[data-shelved]')).toHaveText('1 tạm gác')

    await desk.locator('[data-view=shelved]').click()
    await expect(alarmOn(desk)).toContainText('Thiết bị đo hỏng')
    await alarmOn(desk).getByRole('button', { name: 'Bỏ gác' }).click()
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'unacked')

    // As from another window of this browser, for a few seconds instead of a quarter of an hour.
    await desk.evaluate((key) => {
      const at = Date.now()
      const act = { act: 'shelve', key, by: 'Ca trực 3', at, until: at + 15_000, reason: 'Bảo trì' }
      new BroadcastChannel('toan-canh alarms kien-an').postMessage(act)
    }, KEY)
    await expect(page.locator('[data-shelved]')).toHaveText('1 tạm gác')
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'unacked')
    await expect(page.locator('[data-shelved]')).toHaveCount(0)
  })

  test('blinks by its sign alone, slowly, and looks unanswered without any motion', async ({
    page,
    context,
  }) => {
    await page.goto(address())
    await expect(alarmOn(page)).toBeVisible()
    const moving = await looks(alarmOn(page))
    expect(moving.animationName).not.toBe('none')
    expect(parseFloat(moving.animationDuration) * 1000).toBeGreaterThanOrEqual(500)
    expect(moving.moving).toBe(0)

    await page.emulateMedia({ reducedMotion: 'reduce' })
    const unacked = await looks(alarmOn(page))
    expect(unacked.animationName).toBe('none')
    const desk = await openDesk(context)
    await desk.locator('[data-acknowledge]').first().click()
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'acked')
    const acked = await looks(alarmOn(page))
    expect(acked.borderTopColor).not.toBe(unacked.borderTopColor)
    expect(acked.fontWeight).not.toBe(unacked.fontWeight)
  })

  test('is acknowledged from a wall only by a keyboard that the address gives a name', async ({ page }) => {
    await page.goto(address())
    await expect(alarmOn(page)).toBeVisible()
    await page.keyboard.press('a')
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'unacked')
    await page.goto(address({ query: '&operator=Ca%20tr%E1%BB%B1c%201' }))
    await expect(alarmOn(page)).toHaveAttribute('data-alarm-state', 'unacked')
    await page.keyboard.press('a')
    await expect(alarmOn(page)).toContainText('✓ Ca trực 1')
  })

  test('opens from the tablet’s strip, and leads to its scene', async ({ page }) => {
    await page.setViewportSize({ width: 820, height: 1180 })
    await page.goto(address({ path: 'tablet' }))
    await expect(alarmOn(page)).toBeVisible()
    await page.locator('[data-open-alarms]').click()
    await page.locator('[data-alarm-row]').click()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, input, select')]
        .map((each) => ({ box: each.getBoundingClientRect(), name: each.outerHTML }))
        .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
        .map(({ name }) => name),
    )
    expect(small).toEqual([])
    await page.locator('[data-scene-link]').click()
    await expect(page).toHaveURL(/tablet\?.*scene=overview/)
    await expect(panelOn(page)).toHaveAttribute('data-alarm-standing', 'unacked')
  })

  for (const theme of ['dark', 'light'] as const)
    test(`has no accessibility violation at the desk or on the wall in ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width: 1180, height: 820 })
      await page.goto(address({ path: 'alarms', theme }))
      await page.locator('[data-alarm-row]').click()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('s')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      for (const view of ['shelved', 'log', 'statistics']) {
        await page.locator(`[data-view=${view}]`).click()
        expect(await violations(page)).toEqual([])
      }
      await page.setViewportSize({ width: 1920, height: 1080 })
      await page.goto(address({ theme }))
      await expect(alarmOn(page)).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
})

test('row 41: 200 alarms within a minute are a flood with the first on top, and none is lost from the log', async ({
  page,
  context,
}) => {
  await changeCity(context, (city) => {
    const waiting = city.figures['people-waiting']
    const { limits } = waiting
    onlyItsOwnAlarms(city)
    waiting.limits = { ...limits, warn: 45, alarm: 60, deadband: 3, on: 'PT1S', off: 'PT1S' }
    city.sources.counters.every = 'PT2S'
  })
  // One counter is full first, and all others a moment later.
  let full = 1
  await context.route('**/gw/kien-an/motcua/quay*', (route) => {
    const data = Array.from({ length: 200 }, (_, index) => ({
      tenQuay: `Quầy ${index + 1}`,
      dangCho: index < full ? 50 : 3,
      thuongLe: 3,
    }))
    const counters = { status: 200, capNhat: Date.now(), tongCho: 9, tongThuongLe: 9, theoGio: [], data }
    return route.fulfill({ json: counters })
  })
  await page.goto(address())
  await expect(page.locator('li[data-alarm*="counter=Quầy 1"]').first()).toBeVisible()
  full = 200
  const flood = page.locator('.strip [data-flood]')
  await expect(flood).toContainText('Lũ cảnh báo: 200 trong 10 phút · đầu tiên: Quầy 1 ·')
  await expect(page.locator('.strip [data-rest]')).toContainText('+199')

  const desk = await openDesk(context)
  await expect(desk.locator('[data-group=counters] [data-alarm]')).toHaveCount(200)
  await desk.locator('[data-view=log]').click()
  await expect(desk.locator('tbody tr', { hasText: 'Phát sinh' })).toHaveCount(200)
})
