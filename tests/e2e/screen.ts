import { test as base, expect, type Page } from '@playwright/test'
import { shiftCalendar } from '../../tools/bench/inPage'

/** What no screen may ever read, whatever the sources said. */
export const NEVER = /\b(NaN|undefined|null|Infinity)\b|\[object/

export interface Calendar {
  /** How far the calendar of the city and of every page is ahead of the real one, ms. */
  aheadMs: number
}

/**
 * Every test of a screen ends with the invariants of faults §6: no page error, no console error, no breach of the
 * content security policy, and no broken text.
 */
export const test = base.extend<Calendar & { faults: { expected: (pattern: RegExp) => void } }>({
  aheadMs: [0, { option: true }],
  context: async ({ context, aheadMs }, use) => {
    if (aheadMs !== 0) await context.addInitScript(shiftCalendar, aheadMs)
    await use(context)
  },
  faults: [
    async ({ page }, use) => {
      const seen: string[] = []
      const allowed: RegExp[] = []
      page.on('pageerror', (error) => seen.push(`page error: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') seen.push(`console: ${message.text()}`)
      })
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
        })
      })
      await use({ expected: (pattern) => void allowed.push(pattern) })
      expect(seen.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([])
      if (page.url().startsWith('http')) expect(await page.locator('body').innerText()).not.toMatch(NEVER)
    },
    { auto: true },
  ],
})

export { expect }

export interface View {
  city?: string
  path?: string
  theme?: 'dark' | 'light'
  lang?: 'vi' | 'en'
  query?: string
}

export function address({
  city = 'kien-an',
  path = 'wall',
  theme = 'dark',
  lang = 'vi',
  query = '',
}: View = {}): string {
  return `/#/${path}?city=${city}&theme=${theme}&lang=${lang}${query}`
}

/** Opens a view and waits until every panel on it has got its data. */
export async function open(page: Page, view: View = {}): Promise<void> {
  await page.goto(address(view))
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-panel]').first()).toBeVisible()
  await expect(page.locator('[data-panel][data-state=waiting]')).toHaveCount(0)
}

/** Holds the rotation, so that a test looks at one scene; then shows the scene of that number. */
export async function holdScene(page: Page, index: number): Promise<void> {
  await page.keyboard.press(' ')
  for (let step = 0; step < index; step++) await page.keyboard.press('ArrowRight')
  await settled(page)
}

/** Elements whose text is cut off by their own or a parent's box. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = []
    for (const panel of document.querySelectorAll('[data-panel]')) {
      const box = panel.getBoundingClientRect()
      const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        if (!node.textContent?.trim() || !parent || parent.closest('.cut, .visually-hidden, svg')) continue
        if (getComputedStyle(parent).visibility === 'hidden') continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        const inside =
          text.right <= box.right + 1 && text.bottom <= box.bottom + 1 && text.left >= box.left - 1
        const ellipsis = getComputedStyle(parent).textOverflow === 'ellipsis'
        if (!inside && !ellipsis) cut.push(`${panel.getAttribute('data-panel')}: ${node.textContent.trim()}`)
      }
    }
    return cut
  })
}

/** Pairs of a panel's text lines that lie on each other. */
export function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const panel of document.querySelectorAll('[data-panel]')) {
      const texts = [...panel.querySelectorAll('h2, p, li, span, text')]
        .filter((each) => each.children.length === 0 && each.textContent?.trim() && !each.closest('.cut'))
        .map((each) => ({ words: each.textContent?.trim() ?? '', box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0)
      for (const [index, a] of texts.entries())
        for (const b of texts.slice(index + 1)) {
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
          // Line boxes of neighbours touch; a third of a line is letters on letters.
          if (wide > 2 && high > Math.min(a.box.height, b.box.height) * 0.34)
            found.push(`${panel.getAttribute('data-panel')}: "${a.words}" on "${b.words}"`)
        }
    }
    return found
  })
}
