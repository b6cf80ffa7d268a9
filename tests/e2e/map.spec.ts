import { expect, holdScene, open, test } from './screen'

/** Where a position stands on the economy scene's map: web mercator around the camera of the city file. */
function pixelOf([lon, lat]: [number, number], box: { x: number; y: number; width: number; height: number }) {
  const camera = { center: [106.612, 20.806] as const, zoom: 12.2 }
  // A city file's zoom is meant for a map whose shorter side is 900 px (src/map/camera.ts).
  const world = 512 * 2 ** (camera.zoom + Math.log2(Math.min(box.width, box.height) / 900))
  const y = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)
  return {
    x: box.x + box.width / 2 + ((lon - camera.center[0]) / 360) * world,
    y: box.y + box.height / 2 - (y(lat) - y(camera.center[1])) * world,
  }
}

test('a click on a heritage site tells what it is, how well its place is known, its source and its age', async ({
  page,
}) => {
  await open(page)
  await holdScene(page, 3)
  await expect(page.locator('.legend [data-layer=heritage]')).toContainText('Di tích lịch sử – văn hóa')
  await page.waitForTimeout(5000)
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox()
  if (!box) throw new Error('no map')
  // Núi Voi, which the report prints as "Núi Vọ" (domain.md §1.1 note 1, §2.8).
  const { x, y } = pixelOf([106.56, 20.839], box)
  await page.mouse.click(x, y)
  const detail = page.locator('[data-detail]')
  for (const words of [
    'Núi Voi',
    'Núi Vọ',
    '±1,5 km',
    'Cần kiểm tra lại',
    'Đã số hóa',
    'Nguồn',
    'trước',
    'MÔ PHỎNG',
  ])
    await expect(detail).toContainText(words)
  await expect(detail.locator('.qr')).toBeVisible()
  await expect(detail.locator('a')).toHaveCount(0)
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

test('a map whose WebGL context was lost is drawn again when it comes back', async ({ page }) => {
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
