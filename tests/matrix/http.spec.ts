import { PERIOD } from './city'
import { expect, instead, spoil, test, type Stage } from './stage'

const MINUTE = 60_000
const LOST = 'late|stale|down'

/** The last good value of the river's panel is still there. */
async function keepsValue(stage: Stage) {
  await expect(stage.value('level')).toHaveAttribute('data-value', /\d/)
}

/** Ms until the next request, as planned when the last one ended. */
async function waits(stage: Stage, id = 'river'): Promise<number> {
  const { nextAt } = await stage.source(id)
  return nextAt - (await stage.page.evaluate(() => Date.now()))
}

const requests = (stage: Stage) => stage.city.asked.filter(({ path }) => path === 'river').length

test('row 12: a captive portal shows one banner, leaves the page where it is and the values dimmed', async ({
  stage,
}) => {
  await stage.open()
  const address = stage.page.url()
  stage.city.order('*', spoil('login-redirect'))
  await expect(stage.page.locator('[data-panel]:not([data-state=auth])')).toHaveCount(0)
  await expect(stage.page.locator('[data-trouble=sign-in]')).toHaveCount(1)
  expect(stage.page.url()).toBe(address)
  await keepsValue(stage)
})

test('row 13: a log-in page with status 200 is AUTH on that panel alone, its last value dimmed', async ({
  stage,
}) => {
  await stage.open()
  stage.city.order('river', spoil('html'))
  await stage.become({ river: 'auth' })
  await keepsValue(stage)
  const opacity = await stage
    .panel('river')
    .locator('.body')
    .evaluate((body) => getComputedStyle(body).opacity)
  expect(Number(opacity)).toBeLessThan(1)
})

test('row 14: one 401 changes nothing that a person sees', async ({ stage }) => {
  await stage.open()
  const changes = await stage.watchStates()
  const refuse = spoil('status', { status: 401 })
  stage.city.order('river', (res, answer, nth, req) =>
    nth === 1
      ? refuse(res, answer, nth, req)
      : instead(() => ({ at: Date.now(), value: 3 }))(res, answer, nth, req),
  )
  await stage.page.waitForTimeout(3 * PERIOD)
  expect(await changes()).toEqual({})
  expect((await stage.source('river')).failures).toBe(0)
})

test('row 15: 401 for ever is AUTH, and is asked at most once in five minutes', async ({ stage }) => {
  await stage.open()
  stage.city.order('river', spoil('status', { status: 401 }))
  await stage.become({ river: 'auth' })
  await keepsValue(stage)
  expect(await waits(stage)).toBeGreaterThan(4.4 * MINUTE)
})

test('row 16: a 403 is AUTH and is not asked again for ten minutes', async ({ stage }) => {
  await stage.open()
  stage.city.order('river', spoil('status', { status: 403 }))
  await stage.become({ river: 'auth' })
  await keepsValue(stage)
  expect(await waits(stage)).toBeGreaterThan(8.9 * MINUTE)
})

test('row 17: a 404 or 410 says that the source was removed, and is asked again after ten minutes', async ({
  stage,
}) => {
  await stage.open()
  stage.city.order('river', spoil('status', { status: 404 }))
  stage.city.order('speed', spoil('status', { status: 410 }))
  await stage.become({ river: LOST, speed: LOST })
  await keepsValue(stage)
  for (const id of ['river', 'speed']) {
    await expect(stage.panel(id)).toContainText(/gỡ bỏ/)
    expect(await waits(stage, id)).toBeGreaterThan(8.9 * MINUTE)
  }
})

test('row 18: Retry-After is obeyed in seconds and as a date, nonsense is ignored, a quarter of an hour is the most', async ({
  stage,
}) => {
  await stage.open()
  const throttle = (value: string) => spoil('status', { status: 429, headers: { 'retry-after': value } })
  const asked = [
    { id: 'river', value: '120', least: 115_000, most: 146_000 },
    { id: 'speed', value: new Date(Date.now() + 120_000).toUTCString(), least: 90_000, most: 146_000 },
    { id: 'queue', value: '-1', least: 0, most: 3 * PERIOD },
    { id: 'cases', value: '1000000000', least: 14.8 * MINUTE, most: 18.1 * MINUTE },
  ]
  for (const { id, value } of asked) stage.city.order(id, throttle(value))
  for (const { id, least, most } of asked) {
    await expect.poll(async () => (await stage.source(id)).fault).toMatch(/throttled/)
    const wait = await waits(stage, id)
    expect(wait, id).toBeGreaterThanOrEqual(least - 2 * PERIOD)
    expect(wait, id).toBeLessThanOrEqual(most)
  }
  await stage.become({ river: LOST, speed: LOST, queue: LOST, cases: LOST })
  await expect(stage.panel('river')).toContainText(/đợi đến \d\d:\d\d/)
  await keepsValue(stage)
})

test('row 19: a source that answers 500 for ever is DOWN at the fifth and probed once a minute', async ({
  stage,
}) => {
  await stage.open()
  stage.city.order('river', spoil('status', { status: 500 }))
  await expect.poll(async () => (await stage.source('river')).failures, { timeout: 40_000 }).toBe(5)
  await stage.become({ river: 'down' })
  await keepsValue(stage)
  const before = requests(stage)
  for (let probe = 0; probe < 3; probe++) {
    expect(await waits(stage)).toBeLessThanOrEqual(1.1 * MINUTE)
    await stage.sleep(1.2 * MINUTE)
    await expect.poll(async () => (await stage.source('river')).failures).toBe(6 + probe)
  }
  expect(requests(stage) - before).toBe(3)
})

test('row 20: the HTML of a 502 is never rendered', async ({ stage }) => {
  await stage.open()
  stage.city.order('river', (res) =>
    res
      .writeHead(502, { 'content-type': 'text/html' })
      .end(
        '<html><body><h1 id="proxy">Bad Gateway nginx</h1><img src="x" onerror="window.pwned=1"></body></html>',
      ),
  )
  await stage.become({ river: LOST })
  await keepsValue(stage)
  await expect(stage.page.locator('#proxy')).toHaveCount(0)
  await expect(stage.page.locator('body')).not.toContainText(/Bad Gateway|<html/)
})

test('row 21: a source that answers 200 and 500 by turns stays LIVE and does not flicker', async ({
  stage,
}) => {
  await stage.open()
  const changes = await stage.watchStates()
  const fail = spoil('status', { status: 500 })
  stage.city.order('river', (res, answer, nth, req) =>
    nth % 2 === 1
      ? fail(res, answer, nth, req)
      : instead(() => ({ at: Date.now(), value: nth }))(res, answer, nth, req),
  )
  await stage.page.waitForTimeout(7 * PERIOD)
  expect(await changes()).toEqual({})
  expect((await stage.page.evaluate(() => window.__toancanh?.().alarms.length)) ?? -1).toBe(0)
})

test('row 24: JSON with the content type of text is INVALID', async ({ stage }) => {
  await stage.open()
  stage.city.order('river', spoil('wrong-type'))
  await stage.become({ river: 'invalid' })
  await keepsValue(stage)
})
