import AxeBuilder from '@axe-core/playwright'
import { THEMES } from '../../src/ui/themes'
import { address, expect, holdScene, open, test } from './screen'

test('every source of the city is live and every panel says so', async ({ page }) => {
  await open(page)
  await expect(page.locator('[data-health]')).toHaveAttribute('data-live', '31')
  const states = await page.evaluate(() =>
    Object.values(window.__toancanh?.().sources ?? {}).map(({ state }) => state),
  )
  expect(states).toHaveLength(31)
  // On most days there is no warning to read.
  expect(states.filter((state) => state !== 'live' && state !== 'empty')).toEqual([])
})

test('the page marks simulated data in the header and on every panel', async ({ page }) => {
  await open(page)
  await expect(page.locator('[data-simulated]').first()).toHaveText('DỮ LIỆU MÔ PHỎNG')
  const panels = page.locator('[data-panel]')
  for (const panel of await panels.all()) await expect(panel).toHaveAttribute('data-mark', 'MÔ PHỎNG')
})

test('keys hold, step and resume the rotation, and the map is the same one all along', async ({ page }) => {
  await open(page)
  const canvas = page.locator('canvas.maplibregl-canvas')
  await expect(canvas).toHaveCount(1)
  await canvas.evaluate((element) => element.setAttribute('data-first', ''))
  await page.keyboard.press(' ')
  await expect(page.locator('[data-held]')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'digital-government')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'programmes')
  await page.keyboard.press(' ')
  await expect(page.locator('[data-held]')).toHaveCount(0)
  await expect(page.locator('canvas.maplibregl-canvas[data-first]')).toHaveCount(1)
})

test('scenes turn by themselves, each after its own duration', async ({ page }) => {
  await page.clock.install()
  await page.goto('/#/wall?city=kien-an')
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'overview')
  await page.clock.runFor(31_000)
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'digital-government')
  await page.clock.runFor(31_000)
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'one-stop')
  await page.clock.runFor(26_000)
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'economy-heritage')
})

test('keys change theme and language, and the address says so', async ({ page }) => {
  await open(page)
  await page.keyboard.press('l')
  await expect(page.locator('[data-simulated]').first()).toHaveText('SIMULATED DATA')
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/theme=light.*lang=en|lang=en.*theme=light/)
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ground'))
  // By day or by night in the city.
  const light = [THEMES.light.ground, THEMES['light-night'].ground]
  await expect.poll(async () => light.includes(await ground())).toBe(true)
})

test.describe('far away', () => {
  test.use({ timezoneId: 'America/New_York' })

  test('the clock shows the city’s hour wherever the browser stands', async ({ page }) => {
    await page.goto(address())
    const shown = await page.locator('.clock .time').innerText()
    const now = await page.evaluate(() => Date.now())
    const here = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour: '2-digit',
      minute: '2-digit',
    })
    expect([here.format(now), here.format(now - 60_000)]).toContain(shown.slice(0, 5))
  })
})

for (const theme of ['dark', 'light'] as const)
  for (const lang of ['vi', 'en'] as const)
    test(`the wall in ${theme} and ${lang} has no accessibility violation`, async ({ page }) => {
      await open(page, { theme, lang })
      await holdScene(page, 0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([])
    })
