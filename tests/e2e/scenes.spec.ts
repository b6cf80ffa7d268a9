import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { clippedTexts, expect, holdScene, NEVER, open, overlappingTexts, settled, test } from './screen'

const CITIES: { id: string }[] = JSON.parse(readFileSync('public/cities.json', 'utf8'))

/** What is looked at on each scene besides its texts; each on one of the walls, for a walk takes its time. */
const LOOKS = {
  async texts() {},
  async 'text large enough for 3 m: 16 arc-minutes, values 20'(page: Page, scene: string) {
    expect.soft(await smallTexts(page), scene).toEqual([])
  },
  async 'no accessibility violation'(page: Page, scene: string) {
    const { violations } = await new AxeBuilder({ page }).include('[data-scene]').analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    expect.soft(found, scene).toEqual([])
  },
}

/** A wall in Vietnamese; with more time one in English, and one of three screens side by side, which has more columns. */
const WALLS = [
  {
    size: { width: 1920, height: 1080 },
    lang: 'vi',
    theme: 'dark',
    also: 'text large enough for 3 m: 16 arc-minutes, values 20',
    tag: [],
  },
  {
    size: { width: 1920, height: 1080 },
    lang: 'en',
    theme: 'light',
    also: 'no accessibility violation',
    tag: ['@long'],
  },
  { size: { width: 5760, height: 2160 }, lang: 'vi', theme: 'dark', also: 'texts', tag: ['@long'] },
] as const

/** Does something on every scene of the city, once round. */
async function onEveryScene(page: Page, look: (scene: string) => Promise<void>): Promise<void> {
  const shown = page.locator('[data-scene]')
  const seen = new Set<string>()
  for (;;) {
    const scene = (await shown.getAttribute('data-scene')) ?? ''
    if (seen.has(scene)) break
    seen.add(scene)
    await settled(page)
    // Lists measure themselves and turn to their page after the data is there.
    await page.waitForTimeout(400)
    await look(scene)
    await page.keyboard.press('ArrowRight')
    await expect(shown).not.toHaveAttribute('data-scene', scene)
  }
  expect(seen.size).toBeGreaterThanOrEqual(4)
}

for (const { id: city } of CITIES)
  for (const { size, lang, theme, also, tag } of WALLS)
    test(
      `${city} at ${size.width}×${size.height} in ${lang}: no text of any scene is cut or lies on another; ${also}`,
      { tag: [...tag] },
      async ({ page }) => {
        test.setTimeout(300_000)
        await page.setViewportSize(size)
        await open(page, { city, lang, theme })
        await holdScene(page, 0)
        await onEveryScene(page, async (scene) => {
          expect.soft(await clippedTexts(page), scene).toEqual([])
          expect.soft(await overlappingTexts(page), scene).toEqual([])
          expect.soft(await page.locator('body').innerText(), scene).not.toMatch(NEVER)
          await LOOKS[also](page, scene)
        })
      },
    )

function smallTexts(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(() => {
    // A capital of Be Vietnam Pro is 0,716 of the font size; the walls of the city files are 0,68 m high (faults §3.1).
    const arc = (px: number) => (2 * Math.atan((px * 0.716 * (0.68 / innerHeight)) / 6) * 180 * 60) / Math.PI
    const own = (each: Element) =>
      [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    return [...document.querySelectorAll('.wall *')]
      .filter((each) => own(each) && !each.closest('.maplibregl-map'))
      .filter(
        (each) => arc(parseFloat(getComputedStyle(each).fontSize)) < (each.closest('.number') ? 20 : 16),
      )
      .map((each) => each.textContent?.trim())
  })
}
