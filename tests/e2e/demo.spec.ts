import { expect, open, test } from './screen'

test.use({ viewport: { width: 1280, height: 720 } })

test('the presenter tells each scene in a caption and turns scenes by its buttons', async ({ page }) => {
  await open(page, { path: 'demo' })
  await expect(page.locator('.caption')).toContainText('Hôm nay quận đang chạy thế nào')
  await page.getByRole('button', { name: 'Dừng xoay cảnh' }).click()
  await page.getByRole('button', { name: 'Cảnh sau' }).click()
  await expect(page.locator('.caption')).toContainText('Quyết định 766')
  await expect(page.locator('[data-simulated]').first()).toBeVisible()
})
