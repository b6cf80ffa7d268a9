import type { Page } from '@playwright/test'
import { address, clippedTexts, expect, overlappingTexts, settled, test } from './screen'

const FIGURE = 'stations-in-service'
const KEY = `limit ${FIGURE} kien-an`

/** The shipped city with one limit so narrow that it is passed at once. */
async function openPast(page: Page, priority: string): Promise<void> {
  await page.route('**/cities/kien-an.json', async (route) => {
    const response = await route.fetch()
    const city = await response.json()
    const { cause, action } = city.figures[FIGURE].limits
    const limits = { alarm: 99.99, on: 'PT0S', priority: { alarm: priority }, cause, action }
    city.figures[FIGURE] = { ...city.figures[FIGURE], limits }
    await route.fulfill({ response, json: city })
  })
  await page.goto(address())
}

const scene = (page: Page) => page.locator('.scene[data-scene]').getAttribute('data-scene')

test('an urgent alarm takes the wall, stays while nobody has seen it, and gives it back', async ({
  page,
  context,
}) => {
  await openPast(page, 'critical')
  const card = page.locator('[data-incident]')
  await expect(card).toBeVisible({ timeout: 30_000 })
  expect(await scene(page)).toBe(`alarm ${KEY}`)
  await settled(page)
  await expect(card).toContainText('Việc cần làm')
  await expect(page.locator('[data-panel=stations]')).toHaveAttribute('data-severity', 'alarm')
  expect(await clippedTexts(page)).toEqual([])
  expect(await overlappingTexts(page)).toEqual([])
  const cut = await card.evaluate((box) => box.scrollHeight > box.clientHeight + 1)
  expect(cut, 'the card shows all of its text').toBe(false)

  // A desk's window of the same browser.
  const desk = await context.newPage()
  await desk.goto('/favicon.svg')
  await desk.evaluate(
    ([name, key]) =>
      new BroadcastChannel(name ?? '').postMessage({
        act: 'acknowledge',
        keys: [key],
        by: 'Ca trực 1',
        at: Date.now(),
      }),
    ['toan-canh alarms kien-an', KEY],
  )
  await expect(card).toBeHidden({ timeout: 15_000 })
  expect(await scene(page)).toBe('overview')
  await expect(page.locator(`[data-alarm="${KEY}"]`)).toHaveAttribute('data-alarm-state', 'acked')
  await expect(page.locator(`[data-alarm="${KEY}"]`)).toContainText('Ca trực 1')
})

test('an alarm of low priority is on the strip and leaves the wall alone', async ({ page }) => {
  await openPast(page, 'low')
  await expect(page.locator(`[data-alarm="${KEY}"]`)).toBeVisible({ timeout: 30_000 })
  expect(await scene(page)).toBe('overview')
})
