import AxeBuilder from '@axe-core/playwright'
import type { APIRequestContext, Page } from '@playwright/test'
import { address, expect, test } from './screen'

/** A broken source of each sort, by its path below the gateway. */
const BROKEN = [
  { path: 'vms/cameras', fault: 'reset' },
  { path: 'motcua/quay', fault: 'status', status: 503 },
  { path: '1022/thongke', fault: 'html' },
  { path: 'vienthong/tram', fault: 'not-json' },
]
const SIZES = [
  { width: 1180, height: 820 },
  { width: 820, height: 1180 },
]

async function breakSome(request: APIRequestContext): Promise<void> {
  for (const data of BROKEN) expect((await request.post('/gw/__faults', { data })).ok()).toBe(true)
}

async function openSources(page: Page, more: Parameters<typeof address>[0] = {}): Promise<void> {
  await page.goto(address({ path: 'sources', ...more }))
  await expect(page.locator('[data-row]').nth(25)).toBeAttached()
  await expect(page.locator('[data-row][data-state=waiting]')).toHaveCount(0)
}

/** Text that runs out of its own box, or out of the page. */
const overflowing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('td, th, dd, dt, p, li, h1, h2, h3, button, a')]
      .filter(
        (each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline',
      )
      .map((each) => each.textContent?.trim() ?? ''),
  )

test.beforeEach(({ request, faults }) => {
  // The browser itself reports refused and broken requests.
  faults.expected(/Failed to load resource|net::ERR/)
  return breakSome(request)
})
test.afterEach(async ({ request }) => void (await request.delete('/gw/__faults')))

for (const size of SIZES)
  test.describe(`the source page at ${size.width}×${size.height}`, () => {
    test.use({ viewport: size, hasTouch: true })

    test('has the broken sources on top with their reasons, and opens one in full', async ({ page }) => {
      await openSources(page)
      const rows = page.locator('[data-row]')
      const worst = () =>
        rows.evaluateAll((all) => all.slice(0, 4).map((row) => row.getAttribute('data-row')))
      await expect
        .poll(async () => (await worst()).toSorted())
        .toEqual(['cameras', 'counters', 'reports', 'telecom'])
      await expect(page.locator('[data-row=counters]')).toContainText('Lỗi phía máy chủ của nguồn (503)')
      await expect(page.locator('[data-row=reports]')).toContainText('Trả về trang web thay cho dữ liệu')
      await expect(page.locator('[data-row=telecom]')).toContainText('Câu trả lời hỏng hoặc bị cắt')

      await page.locator('[data-row=cameras] a').tap()
      await expect(page).toHaveURL(/source=cameras/)
      const detail = page.locator('[data-detail=cameras]')
      await expect(detail).toContainText('Không có câu trả lời nào tới trang này')
      await expect(detail).toContainText('/gw/kien-an/vms/cameras')
      await expect(detail.locator('.uses a').first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(detail).toHaveCount(0)
    })

    test('filters by state and by words without marks', async ({ page }) => {
      await openSources(page)
      await page.locator('[data-count=auth]').tap()
      await expect(page.locator('[data-row]')).toHaveCount(1)
      await page.locator('[data-count=auth]').tap()
      await page.getByRole('searchbox').fill('mang di dong')
      await expect(page.locator('[data-row=telecom]')).toBeVisible()
    })

    for (const [theme, lang] of [
      ['dark', 'vi'],
      ['light', 'en'],
    ] as const)
      test(`is whole and accessible in ${theme}, ${lang}`, async ({ page }) => {
        for (const query of ['', '&source=telecom']) {
          await openSources(page, { theme, lang, query })
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
          expect(await overflowing(page)).toEqual([])
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
          ).toEqual([])
          const small = await page.evaluate(() =>
            [...document.querySelectorAll('button, input, tr[data-row], .uses a')]
              .map((each) => ({ box: each.getBoundingClientRect(), name: each.textContent ?? '' }))
              .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
              .map(({ name }) => name),
          )
          expect(small).toEqual([])
        }
      })
  })

test('the tablet’s trust bar leads to the sources and back to the same scene', async ({ page }) => {
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.goto(address({ path: 'tablet', query: '&scene=infrastructure' }))
  await page.locator('a[data-health]').click()
  await expect(page.locator('[data-row]').nth(25)).toBeAttached()
  await page.getByRole('link', { name: 'Quay lại màn hình' }).click()
  await expect(page.locator('[data-scene]')).toHaveAttribute('data-scene', 'infrastructure')
})

test('S on the wall’s keyboard shows the sources, Escape brings the wall back', async ({ page }) => {
  await page.goto(address())
  await expect(page.locator('[data-panel]').first()).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.locator('[data-row]').nth(25)).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-panel]').first()).toBeVisible()
})

test(
  'a network that is gone is said once on the wall, and taken back with the first answer',
  { tag: '@long' },
  async ({ page, context, request }) => {
    await request.delete('/gw/__faults')
    await page.goto(address())
    const health = page.locator('[data-health]')
    const missing = async () =>
      Number(await health.getAttribute('data-all')) - Number(await health.getAttribute('data-live'))
    await expect.poll(missing, { timeout: 60_000 }).toBe(0)
    await context.setOffline(true)
    const banner = page.locator('[data-trouble=offline]')
    await expect(banner).toHaveCount(1, { timeout: 90_000 })
    await expect(banner).toContainText('mạng của màn hình này?')
    await context.setOffline(false)
    await expect(banner).toHaveCount(0, { timeout: 90_000 })
  },
)
