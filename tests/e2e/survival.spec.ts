import type { Page } from '@playwright/test'
import { shiftCalendar } from '../../tools/bench/inPage'
import { clippedTexts, expect, open, settled, test } from './screen'

const WALL = '/#/wall?city=kien-an&theme=dark&lang=vi'
const snapshot = (page: Page) => page.evaluate(() => window.__toancanh?.())

/** The shipped city without limits: no alarm waits to be seen, so every moment is a quiet one. */
async function withoutAlarms(page: Page): Promise<void> {
  await page.route('**/cities/**/*.json', calm)
  await page.route('**/cities/*.json', calm)
  async function calm(route: Parameters<Parameters<Page['route']>[1]>[0]) {
    const response = await route.fetch()
    const json = await response.json()
    for (const figure of Object.values<{ limits?: unknown }>(json.figures ?? {})) delete figure.limits
    await route.fulfill({ response, json })
  }
}

test.describe('a screen that stays on', { tag: '@long' }, () => {
  test.afterEach(async ({ request }) => void (await request.delete('/gw/__faults')))

  test('row 52: after a restart into an outage the last good data are back at once, and nothing is called live', async ({
    page,
    request,
    faults,
  }) => {
    faults.expected(/Failed to load resource|net::ERR/)
    await open(page)
    // Held: the panel shall not rotate away from the test.
    await page.keyboard.press(' ')
    const panel = page.locator('[data-panel=cameras]')
    await expect(panel).toHaveAttribute('data-state', 'live')
    const value = await panel.locator('[data-kpi=cameras-online]').getAttribute('data-value')
    // What a wall writes once a minute; a page that goes away cannot be trusted to finish a write.
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    await page.waitForTimeout(3_000)
    await request.post('/gw/__faults', { data: { path: '*', fault: 'hang' } })
    await page.reload()
    await expect(panel).toBeVisible()
    await page.keyboard.press(' ')
    await expect(panel.locator('[data-kpi=cameras-online]')).toHaveAttribute('data-value', value ?? '')
    await expect(panel).toHaveAttribute('data-state', /late|stale/)
    await expect(panel).toHaveAttribute('data-age-s', /\d/)
    expect(await page.locator('[data-panel][data-state=live]').count()).toBe(0)
    await request.delete('/gw/__faults')
    await expect(panel).toHaveAttribute('data-state', 'live', { timeout: 60_000 })
  })

  const NEW = 'fedcba987654'

  /**
   * Another build was deployed just after the page was opened: the first document is the old one, and whatever is asked
   * for later is of the new one, or missing.
   */
  async function deployOver(page: Page, { whole }: { whole: boolean }): Promise<void> {
    await page.route('**/version.json', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), build: NEW } })
    })
    let first = true
    await page.route(/:\d+\/(#.*)?$/, async (route) => {
      const old = first && route.request().resourceType() === 'document'
      first = false
      if (old) return route.continue()
      if (!whole) return route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' })
      const response = await route.fetch()
      const body = (await response.text()).replace(/(name="build" content=")[^"]*/, `$1${NEW}`)
      await route.fulfill({ response, body })
    })
  }

  /** The page's monotonic clock can be put ahead by `skip` ms, so that its turn comes. */
  async function canSkip(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const now = performance.now.bind(performance)
      performance.now = () => now() + Number(document.documentElement.dataset.skip ?? 0)
    })
  }
  const skip = (page: Page) =>
    page.evaluate(() => (document.documentElement.dataset.skip = String(25 * 60_000)))

  const buildShown = (page: Page) => page.locator('meta[name=build]').getAttribute('content')

  test('a new build costs exactly one reload, at a quiet moment', async ({ page }) => {
    await canSkip(page)
    await withoutAlarms(page)
    await deployOver(page, { whole: true })
    await page.goto(WALL)
    await settled(page)
    expect(await buildShown(page)).not.toBe(NEW)
    await expect.poll(async () => (await snapshot(page))?.update).toBe('waiting')
    let loads = 0
    page.on('load', () => loads++)
    await skip(page)
    await expect.poll(() => loads, { timeout: 40_000 }).toBe(1)
    await settled(page)
    expect(await buildShown(page)).toBe(NEW)
    await expect.poll(async () => (await snapshot(page))?.update).toBe('current')
    await skip(page)
    await page.waitForTimeout(20_000)
    expect(loads).toBe(1)
  })

  test('row 57: a build whose page is missing is not taken, and the wall says so', async ({
    page,
    faults,
  }) => {
    faults.expected(/Failed to load resource/)
    await canSkip(page)
    await withoutAlarms(page)
    await deployOver(page, { whole: false })
    await page.goto(WALL)
    await settled(page)
    let loads = 0
    page.on('load', () => loads++)
    await expect(page.locator('[data-upkeep=failed]')).toHaveText(/cập nhật thất bại/)
    await skip(page)
    await page.waitForTimeout(20_000)
    expect(loads).toBe(0)
    await settled(page)
  })

  test('row 50: a graphics context that is lost while data arrive comes back with the latest', async ({
    page,
    request,
  }) => {
    await open(page)
    await page.keyboard.press(' ')
    await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible()
    await expect.poll(async () => (await snapshot(page))?.counters.mapRenders).toBeGreaterThan(0)
    const asked = async () => (await (await request.get('/gw/__requests')).json())['vms/cameras'] ?? 0
    const before = await asked()
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')
      const lose = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      lose?.loseContext()
      // A theme, a change of scene and new data meet a map without graphics.
      window.addEventListener('restore', () => lose?.restoreContext())
    })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('t')
    await expect
      .poll(asked, { message: 'data come while it is lost', timeout: 60_000 })
      .toBeGreaterThan(before)
    await page.evaluate(() => void window.dispatchEvent(new Event('restore')))
    const renders = (await snapshot(page))?.counters.mapRenders ?? 0
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await snapshot(page))?.counters.mapRenders).toBeGreaterThan(renders)
    await expect(page.locator('.map-fallback')).toHaveCount(0)
    expect((await snapshot(page))?.counters.errors).toBe(0)
  })

  test('the pointer is gone after five seconds without a movement, over the map as well', async ({
    page,
  }) => {
    await open(page)
    const cursors = () =>
      page.evaluate(() =>
        ['.wall', '.maplibregl-canvas-container', '.layers'].map((place) => {
          const element = document.querySelector(place)
          return element ? getComputedStyle(element).cursor : 'missing'
        }),
      )
    await page.mouse.move(400, 400)
    await page.mouse.move(420, 400)
    expect(await cursors()).not.toContain('none')
    await expect.poll(cursors, { timeout: 10_000 }).toEqual(['none', 'none', 'none'])
    await page.mouse.move(440, 400)
    await expect.poll(cursors).not.toContain('none')
  })

  test('the wall drifts by some pixels, and nothing is cut or scrolls', async ({ page }) => {
    // A minute is a fifth of a second here.
    await page.addInitScript(() => {
      const real = window.setInterval
      window.setInterval = new Proxy(real, {
        apply: (target, self, [work, ms, ...rest]) =>
          Reflect.apply(target, self, [work, ms === 60_000 ? 200 : ms, ...rest]),
      })
    })
    await open(page)
    await page.keyboard.press(' ')
    const places = new Set<string>()
    for (let look = 0; look < 25; look++) {
      await page.waitForTimeout(200)
      const { place, out, scrolls } = await page.evaluate(() => {
        const wall = document.querySelector('.wall')
        const parts = [...document.querySelectorAll('.wall > *, .wall [data-panel], .wall .clock')]
        const boxes = parts.map((part) => part.getBoundingClientRect())
        const root = document.documentElement
        return {
          place: wall ? getComputedStyle(wall).transform : '',
          out: boxes.filter(
            ({ left, top, right, bottom }) =>
              left < 0 || top < 0 || right > innerWidth || bottom > innerHeight,
          ).length,
          scrolls: root.scrollWidth > innerWidth || root.scrollHeight > innerHeight,
        }
      })
      places.add(place)
      expect({ out, scrolls }).toEqual({ out: 0, scrolls: false })
    }
    expect(places.size).toBeGreaterThanOrEqual(4)
    expect(await clippedTexts(page)).toEqual([])
  })

  for (const { hour, ground } of [
    { hour: '23:00', ground: '#121315' },
    { hour: '12:00', ground: '#1e2023' },
  ])
    test(`at ${hour} in the city the ground of the wall is ${ground}`, async ({ page, aheadMs }) => {
      const at = Date.parse(`2026-11-22T${hour}:00+07:00`)
      await page.addInitScript(shiftCalendar, at - (Date.now() + aheadMs))
      await page.goto(WALL)
      await expect(page.locator('[data-panel]').first()).toBeVisible()
      const shown = () =>
        page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ground'))
      await expect.poll(shown).toBe(ground)
    })

  test('the heartbeat goes on with the clock that is painted', async ({ page }) => {
    await open(page)
    const first = await snapshot(page)
    await expect.poll(async () => (await snapshot(page))?.beat).toBeGreaterThan((first?.beat ?? 0) + 2)
    expect((await snapshot(page))?.painted).toBeGreaterThan(first?.painted ?? 0)
  })
})
