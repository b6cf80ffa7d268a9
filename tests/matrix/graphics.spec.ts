import type { Page } from '@playwright/test'
import { placesAt } from './city'
import { browserSession } from './processes'
import { expect, instead, test, type Stage } from './stage'

/** Two and five seconds on a wall; here the processor draws, and a new GPU process alone takes some of them. */
const CHARTS_MS = 10_000
const MAP_MS = 25_000

const GRAPHICS = /WebGL|GPU|context/i

/** How much there is to see of a chart: the size of its picture. One that is blank is a third of one that is drawn. */
const pictureSize = async (stage: Stage) =>
  (await stage.panel('months').locator('.chart').first().screenshot()).length

/** A chart whose data stand still, so that nothing but a repair draws it again. */
async function isDrawn(stage: Stage, before: number): Promise<boolean> {
  const size = await pictureSize(stage).catch(() => 0)
  return size > 0.8 * before
}

const mapRenders = (page: Page) => page.evaluate(() => window.__toancanh?.().counters.mapRenders ?? 0)

/** Whether the map has a living WebGL context. */
const mapLives = (page: Page) =>
  page.locator('canvas.maplibregl-canvas').evaluate((canvas) => {
    const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('webgl2') : null
    return context !== null && !context.isContextLost()
  })

async function crashGpu(stage: Stage) {
  const session = await browserSession(stage.page)
  await session.send('Browser.crashGpuProcess')
}

test.describe('with a browser of its own', () => {
  test.use({ ownBrowser: true })

  test('row 48: after one crash of the GPU process charts and the map are drawn again by themselves', async ({
    stage,
  }) => {
    stage.expected(GRAPHICS)
    await stage.open()
    const size = await pictureSize(stage)
    const before = await mapRenders(stage.page)
    await crashGpu(stage)
    await expect.poll(() => isDrawn(stage, size), { timeout: CHARTS_MS }).toBe(true)
    await expect.poll(() => mapLives(stage.page), { timeout: MAP_MS }).toBe(true)
    await expect.poll(() => mapRenders(stage.page), { timeout: MAP_MS }).toBeGreaterThan(before)
  })

  test('row 49: after three crashes the map is a drawing with the same objects, and charts are there', async ({
    stage,
  }) => {
    stage.expected(GRAPHICS)
    await stage.open()
    const size = await pictureSize(stage)
    for (let crash = 0; crash < 3; crash++) {
      await crashGpu(stage)
      await stage.page.waitForTimeout(1_500)
    }
    await expect.poll(() => isDrawn(stage, size)).toBe(true)
    await expect(stage.page.locator('[data-feature]').first()).toBeVisible({ timeout: 90_000 })
    await expect(stage.page.locator('[data-feature]')).toHaveCount(120)
    await stage.othersLive()
    stage.ends({ recovery: false, why: 'only a new browser gets WebGL back: that is for the supervisor' })
  })
})

test('row 50: data that come while the graphics context is lost are on the map when it is back', async ({
  stage,
}) => {
  stage.expected(GRAPHICS)
  await stage.open()
  const canvas = stage.page.locator('canvas.maplibregl-canvas')
  await canvas.evaluate((map) => {
    const context = map instanceof HTMLCanvasElement ? map.getContext('webgl2') : null
    const extension = context?.getExtension('WEBGL_lose_context')
    extension?.loseContext()
    setTimeout(() => extension?.restoreContext(), 2_500)
  })
  stage.city.order(
    'places',
    instead(() => placesAt(37)),
  )
  await expect(stage.legend).toContainText(/Trạm\s*37/)
  const before = await mapRenders(stage.page)
  await expect.poll(() => mapLives(stage.page)).toBe(true)
  await expect.poll(() => mapRenders(stage.page)).toBeGreaterThan(before)
  await stage.othersLive()
})

declare global {
  interface Window {
    __contexts: Set<HTMLCanvasElement>
  }
}

test('row 51: thirty scenes later there is one graphics context and nothing was left behind', async ({
  stage,
}) => {
  const said: string[] = []
  stage.page.on('console', (message) => said.push(message.text()))
  await stage.page.addInitScript(() => {
    window.__contexts = new Set()
    const get = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = new Proxy(get, {
      apply(target, canvas: HTMLCanvasElement, args: [string]) {
        if (args[0].startsWith('webgl')) window.__contexts.add(canvas)
        return Reflect.apply(target, canvas, args)
      },
    })
  })
  await stage.open()
  for (let turn = 0; turn < 30; turn++) {
    await stage.page.keyboard.press('ArrowRight')
    const scene = turn % 2 === 0 ? 'second' : 'first'
    await expect(stage.page.locator(`[data-scene=${scene}]`)).toBeVisible()
    await stage.page.waitForTimeout(300)
  }
  expect(await stage.page.evaluate(() => window.__contexts.size)).toBeLessThanOrEqual(2)
  expect(said.filter((text) => text.includes('Too many active WebGL contexts'))).toEqual([])
})
