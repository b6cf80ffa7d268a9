import { expect, holdScene, open, test } from './screen'

test('the economy scene explains its layers and tells what a heritage site is, its source and its age', async ({
  page,
}) => {
  await open(page)
  await holdScene(page, 3)
  await expect(page.locator('.legend [data-layer=heritage]')).toContainText('Di tích lịch sử – văn hóa')
  await page.waitForTimeout(4000)
  // Đền Kiến Vũ stands at the centre of the old ward Bắc Sơn (domain.md §2.8); the map says where that is now.
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox()
  const label = { x: 0, y: 0, ...box }
  let found = false
  for (let step = 0; step < 400 && !found; step++) {
    const x = label.x + (label.width ?? 0) * (0.3 + 0.03 * (step % 20))
    const y = label.y + (label.height ?? 0) * (0.2 + 0.03 * Math.floor(step / 20))
    await page.mouse.click(x, y)
    found = (await page.locator('[data-detail]').count()) > 0
  }
  const detail = page.locator('[data-detail]')
  await expect(detail).toBeVisible()
  await expect(detail).toContainText('Nguồn')
  await expect(detail).toContainText('trước')
  await expect(detail).toContainText('MÔ PHỎNG')
  await page.keyboard.press('Escape')
  await expect(detail).toHaveCount(0)
})

test('a layer is switched off and on by hand, and coverage is narrowed to 5G', async ({ page }) => {
  await open(page)
  await holdScene(page, 5)
  await page.getByRole('button', { name: 'Lớp bản đồ' }).click()
  const layer = page.getByRole('switch', { name: /Trạm BTS/ })
  await expect(layer).toHaveAttribute('aria-checked', 'true')
  await layer.click()
  await expect(layer).toHaveAttribute('aria-checked', 'false')
  await expect(page.locator('.bar [data-layer=stations]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Phủ sóng 5G' }).click()
  await expect(page.getByRole('button', { name: 'Phủ sóng 5G' })).toHaveAttribute('aria-pressed', 'true')
})

test('without WebGL the same layers are drawn as a plain drawing, and the screen says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext
    Reflect.set(
      HTMLCanvasElement.prototype,
      'getContext',
      function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...rest])
      },
    )
  })
  await open(page)
  await expect(page.getByText('đang dùng bản vẽ đơn giản')).toBeVisible()
  await expect(page.locator('canvas.maplibregl-canvas')).toHaveCount(0)
  await expect(page.locator('.stage svg').first()).toBeVisible()
})

test('a lost WebGL context comes back with the latest data', async ({ page }) => {
  await open(page)
  await holdScene(page, 5)
  await page.waitForTimeout(3000)
  await page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
    extension?.loseContext()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    extension?.restoreContext()
  })
  await page.waitForTimeout(4000)
  const grey = await page.screenshot({ clip: { x: 60, y: 120, width: 700, height: 500 } })
  // A blank map compresses to almost nothing; one with wards, coverage and stations does not.
  expect(grey.byteLength).toBeGreaterThan(20_000)
})
