import AxeBuilder from '@axe-core/playwright'
import { expect, open, settled, test } from './screen'

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

    test('finds a place without diacritics and opens it on the map', async ({ page }) => {
      await open(page, { path: 'tablet' })
      await page.getByRole('searchbox').fill('kien vu')
      await page.locator('[data-hit=object]', { hasText: 'Đền Kiến Vũ' }).tap()
      await expect(page.locator('[data-detail]')).toContainText('Đền Kiến Vũ')
      await expect(page).toHaveURL(/object=heritage(%2F|\/)den-kien-vu/)
    })

    test('moves the shrines to the wards of today, and no figure changes', async ({ page }) => {
      await open(page, { path: 'tablet', query: '&scene=economy-heritage&object=heritage/dinh-khuc-tri' })
      const detail = page.locator('[data-detail]')
      const figures = () =>
        page.locator('[data-kpi]').evaluateAll((all) => all.map((each) => each.textContent))
      await expect(detail).toContainText('Phường Ngọc Sơn')
      // The chart panels come as chunks of their own.
      await expect(page.locator('[data-kpi=online-payment]')).toBeVisible()
      const before = await figures()
      await page.locator('[data-borders]').tap()
      await expect(detail).toContainText('Phường Phù Liễn (trước đây: Phường Ngọc Sơn)')
      expect(await figures()).toEqual(before)
      await expect(page).toHaveURL(/borders=today/)
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

test('another city is one choice away, with its own scenes', async ({ page }) => {
  await page.setViewportSize({ width: 1180, height: 820 })
  await open(page, { path: 'tablet' })
  await page.getByRole('combobox', { name: 'Thành phố' }).selectOption('ha-long')
  await expect(page).toHaveURL(/city=ha-long/)
  await settled(page)
  await page.locator('[data-group=ioc]').click()
  await page.locator('[data-tab=tr-traffic]').click()
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'tr-traffic')
})
