import AxeBuilder from '@axe-core/playwright'
import { expect, open, test } from './screen'

const SIZES = [
  { width: 1180, height: 820 },
  { width: 820, height: 1180 },
]

for (const size of SIZES) {
  test.describe(`a tablet of ${size.width}×${size.height}`, () => {
    test.use({ viewport: size, hasTouch: true })

    test('opens each scene by its tab, and the address remembers it', async ({ page }) => {
      await open(page, { path: 'tablet' })
      await page.getByRole('button', { name: 'Hạ tầng số' }).tap()
      await expect(page).toHaveURL(/scene=infrastructure/)
      await expect(page.locator('[data-panel=speed-by-ward]')).toBeVisible()
      await page.reload()
      await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'infrastructure')
    })

    test('has targets of at least 44 px', async ({ page }) => {
      await open(page, { path: 'tablet' })
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, a')]
          .map((each) => ({ box: each.getBoundingClientRect(), name: each.textContent ?? '' }))
          .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
          .map(({ name }) => name),
      )
      expect(small).toEqual([])
    })

    for (const theme of ['dark', 'light'] as const)
      test(`has no accessibility violation in ${theme}`, async ({ page }) => {
        await open(page, { path: 'tablet', theme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
        ).toEqual([])
      })
  })
}
