import type { APIRequestContext, Page } from '@playwright/test'
import { expect, NEVER, settled, test } from './screen'

/**
 * What a source that misbehaves on a real socket does to its panel (faults §2.5–2.6). The state is the one a person
 * reads; in every case the last good value stays and no other panel is touched. These are the most telling ones, on a
 * shipped city; all of them, row by row, are in tests/matrix.
 */
const FAULTS = [
  { fault: 'html', states: ['auth'] },
  { fault: 'hang', states: ['late', 'stale', 'down'] },
  { fault: 'truncate-close', states: ['invalid'] },
]
const PATH = 'vms/cameras'

/** The shipped city with its cameras polled every two seconds, so that a test does not wait for minutes. */
async function openQuick(page: Page): Promise<void> {
  await page.route('**/cities/kien-an.json', async (route) => {
    const response = await route.fetch()
    const city = await response.json()
    city.sources.cameras = { ...city.sources.cameras, every: 'PT2S', timeout: 'PT1S' }
    await route.fulfill({ response, json: city })
  })
  await page.goto('/#/wall?city=kien-an')
  await settled(page)
  await page.keyboard.press(' ')
}

async function order(request: APIRequestContext, body: object): Promise<void> {
  expect((await request.post('/gw/__faults', { data: body })).ok()).toBe(true)
}
const clear = (request: APIRequestContext) => request.delete('/gw/__faults')

test.afterEach(async ({ request }) => void (await clear(request)))

for (const { fault, states } of FAULTS)
  test(`cameras that answer with ${fault} end in ${states.join(' or ')}, value kept`, async ({
    page,
    request,
    faults,
  }) => {
    // The browser itself reports refused and broken requests; our own errors stay forbidden.
    faults.expected(/Failed to load resource|net::ERR/)
    await openQuick(page)
    const panel = page.locator('[data-panel=cameras]')
    await expect(panel).toHaveAttribute('data-state', 'live')
    await expect(panel.locator('[data-kpi=cameras-online]')).toHaveAttribute('data-value', /\d/)

    await order(request, { path: PATH, fault })
    await expect(panel).toHaveAttribute('data-state', new RegExp(`^(${states.join('|')})$`), {
      timeout: 40_000,
    })
    await expect(panel.locator('[data-kpi=cameras-online]')).toHaveAttribute('data-value', /\d/)
    expect(await panel.innerText()).not.toMatch(NEVER)
    for (const other of ['received', 'waiting', 'reports', 'stations'])
      await expect(page.locator(`[data-panel=${other}]`)).toHaveAttribute('data-state', 'live')
  })

test('a source that recovers is live again by itself', async ({ page, request, faults }) => {
  faults.expected(/Failed to load resource/)
  await openQuick(page)
  await order(request, { path: PATH, fault: 'not-json' })
  const panel = page.locator('[data-panel=cameras]')
  await expect(panel).toHaveAttribute('data-state', 'invalid')
  const health = page.locator('[data-health]')
  const all = Number(await health.getAttribute('data-all'))
  await expect(health).toHaveAttribute('data-live', String(all - 1))
  await expect(health).toContainText('Camera')
  await clear(request)
  await expect(panel).toHaveAttribute('data-state', 'live')
  await expect(health).toHaveAttribute('data-live', String(all))
})

test('with every API hanging from the start each panel is in a named state within ten seconds', async ({
  page,
  request,
}) => {
  await order(request, { path: '*', fault: 'hang' })
  await page.goto('/#/wall?city=kien-an')
  await expect(page.locator('[data-panel]').first()).toBeVisible()
  const states = () =>
    page
      .locator('[data-panel]')
      .evaluateAll((panels) => panels.map((each) => each.getAttribute('data-state')))
  await expect.poll(states, { timeout: 12_000 }).not.toContain('waiting')
  await expect(page.getByText('Chưa đủ nguồn để kết luận')).toBeVisible()
})
