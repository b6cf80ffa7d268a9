import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import { expect, settled, test } from '../e2e/screen'

// One server for all of them, whatever the other rows do beside them.
test.describe.configure({ mode: 'default' })

/**
 * Faults §6 row 63, §4 S1–S8: every field of every source that can hold a text holds what somebody who means harm
 * would write, over a real socket and under the production headers. Nothing runs, and nothing leaves its place.
 */
const PORT = 4199
const ORIGIN = `http://127.0.0.1:${PORT}`

interface Plan {
  visits: { city: string; scene: string }[]
  /** Kinds of panels and layers that no visit shows. */
  unseen: string[]
  fields: number
}

let server: ChildProcess | undefined
let plan: Plan = { visits: [], unseen: ['not started'], fields: 0 }

test.beforeAll(async () => {
  const args = ['tools/run.mjs', 'tests/matrix/hostile/serve.ts', '--port', String(PORT)]
  server = spawn(process.execPath, [...args, '--dist', process.env.DIST ?? 'dist'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { stdout } = server
  if (!stdout) throw new Error('the hostile server has no output')
  for await (const line of createInterface(stdout)) {
    if (!line.startsWith('ready ')) continue
    plan = JSON.parse(line.slice(6))
    return
  }
  throw new Error('the hostile server did not start')
})
test.afterAll(() => void server?.kill())

/** Links that run something, and parts that leave their panel or the screen. */
function wrongs(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    if ('pwn' in window) found.push('a string from a source was run')
    for (const link of document.querySelectorAll('[href], [src], [srcdoc], [action]'))
      for (const name of ['href', 'src', 'srcdoc', 'action'])
        if (/^\s*(javascript|vbscript|data:text)/i.test(link.getAttribute(name) ?? ''))
          found.push(`${link.tagName} ${name}="${link.getAttribute(name)?.slice(0, 60)}"`)
    if (document.querySelector('body script, body iframe, body object, body embed, body style'))
      found.push('an element that only a source can have brought')
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth + 1) found.push(`the page is ${root.scrollWidth} px wide`)
    for (const panel of document.querySelectorAll('[data-panel], [data-detail], .hits, header, footer')) {
      const box = panel.getBoundingClientRect()
      if (box.width === 0) continue
      const name = panel.getAttribute('data-panel') ?? panel.className
      if (box.left < -1 || box.right > root.clientWidth + 1) found.push(`${name} leaves the screen`)
      for (const part of panel.querySelectorAll<HTMLElement>('*')) {
        const { left, right, width } = part.getBoundingClientRect()
        const hidden = part.closest('.visually-hidden, .cut, svg svg') !== null
        if (width > 0 && !hidden && (left < box.left - 2 || right > box.right + 2) && !clips(part, panel))
          found.push(
            `${name}: ${part.tagName}.${part.getAttribute('class')} leaves its panel: ${part.textContent?.slice(0, 40)}`,
          )
      }
    }
    return [...new Set(found)].slice(0, 10)

    /** Whether something between the two cuts off what reaches further. */
    function clips(part: Element, panel: Element): boolean {
      for (let each = part.parentElement; each; each = each.parentElement) {
        const { overflowX } = getComputedStyle(each)
        const box = each.getBoundingClientRect()
        const within = box.right <= panel.getBoundingClientRect().right + 2
        if (overflowX !== 'visible' && within) return true
        if (each === panel) return false
      }
      return false
    }
  })
}

/** A pointer over every chart: tooltips are where ECharts would take HTML. */
async function hoverCharts(page: Page): Promise<void> {
  for (const chart of await page.locator('[data-panel] svg, [data-panel] canvas').all()) {
    const box = await chart.boundingBox()
    if (!box || box.width < 100 || box.height < 50) continue
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 2 })
  }
}

test('the hostile texts reach every kind of panel, layer and connector', () => {
  expect(plan.unseen).toEqual([])
  expect(plan.fields).toBeGreaterThan(100)
})

const byCity = () => Map.groupBy(plan.visits, ({ city }) => city)

test('hostile texts on the wall stay texts in their place', async ({ page }) => {
  for (const [city, visits] of byCity()) {
    await page.goto(`${ORIGIN}/#/wall?city=${city}`)
    await settled(page)
    await page.keyboard.press(' ')
    const scenes = new Set(visits.map(({ scene }) => scene))
    for (let step = 0; step < 40 && scenes.size > 0; step++) {
      const shown = await page.locator('[data-scene]').getAttribute('data-scene')
      if (shown !== null && scenes.delete(shown)) {
        await settled(page)
        await hoverCharts(page)
        const map = page.locator('[data-scene] canvas.maplibregl-canvas')
        if ((await map.count()) > 0) await map.click({ force: true })
        expect.soft(await wrongs(page), `${city} ${shown}`).toEqual([])
      }
      await page.keyboard.press('ArrowRight')
    }
    expect([...scenes], `scenes of ${city} never shown`).toEqual([])
  }
})

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

  test('hostile texts stay texts in their place, found, opened and listed', async ({ page }) => {
    for (const { city, scene } of plan.visits) {
      await page.goto(`${ORIGIN}/#/tablet?city=${city}&scene=${scene}`)
      await settled(page)
      await hoverCharts(page)
      expect.soft(await wrongs(page), `${city} ${scene}`).toEqual([])
    }
    let opened = 0
    for (const words of ['script', 'Phường', 'img', 'constructor']) {
      await page.getByRole('searchbox').fill(words)
      await page.locator('.hits').waitFor()
      expect.soft(await wrongs(page), `search for ${words}`).toEqual([])
      const hit = page.locator('[data-hit=object]').first()
      if ((await hit.count()) === 0) continue
      await hit.tap()
      await expect(page.locator('[data-detail]')).toBeVisible()
      expect.soft(await wrongs(page), `detail of ${words}`).toEqual([])
      opened++
    }
    expect(opened).toBeGreaterThan(0)
  })

  test('the page of sources names what it dropped, and runs none of it', async ({ page }) => {
    await page.goto(`${ORIGIN}/#/sources?city=ha-long`)
    await page.waitForFunction(() =>
      Object.values(window.__toancanh?.().sources ?? {}).some((each) => each.successes > 0),
    )
    expect(await wrongs(page)).toEqual([])
  })
})
