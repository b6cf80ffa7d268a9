import { clippedTexts, expect, holdScene, open, overlappingTexts, settled, test } from './screen'

test.use({ viewport: { width: 1280, height: 720 } })

test('the presenter tells each scene in a caption and turns scenes by its buttons', async ({ page }) => {
  await open(page, { path: 'demo' })
  await expect(page.locator('.caption')).toContainText('Hôm nay quận đang chạy thế nào')
  await page.getByRole('button', { name: 'Dừng xoay cảnh' }).click()
  await page.getByRole('button', { name: 'Cảnh sau' }).click()
  await expect(page.locator('.caption')).toContainText('Quyết định 766')
  await expect(page.locator('[data-simulated]').first()).toBeVisible()
})

for (const lang of ['vi', 'en'] as const)
  test(`on a stage no text of any scene is cut or lies on another, in ${lang}`, async ({ page }) => {
    await open(page, { path: 'demo', lang })
    await holdScene(page, 0)
    for (let scene = 0; scene < 7; scene++) {
      await settled(page)
      await page.waitForTimeout(300)
      const name = await page.locator('[data-scene]').getAttribute('data-scene')
      expect(await clippedTexts(page), String(name)).toEqual([])
      expect(await overlappingTexts(page), String(name)).toEqual([])
      await page.keyboard.press('ArrowRight')
    }
  })
