import { memoryOf } from './invariants'
import { hastenLongTimers, plantClock } from './clock'
import { expect, spoil, test, type Stage } from './stage'

/** Opens the screen in a new tab, as a supervisor does after a crash; sources keep silent. */
async function reopen(stage: Stage) {
  stage.city.order('*', spoil('hang'))
  const again = await stage.page.context().newPage()
  await plantClock(again)
  await again.goto(`${stage.city.origin}/#/wall?city=matrix.json`)
  return again
}

test.describe('with a browser of its own', () => {
  test.use({ ownBrowser: true })

  test('row 52: after a crash of the renderer a new page paints the last good data at once, marked as old', async ({
    stage,
  }) => {
    // What is kept is written once a minute.
    await hastenLongTimers(stage.page)
    await stage.open()
    await stage.page.waitForTimeout(8_000)
    const crashed = stage.page.waitForEvent('crash')
    void stage.cdp.send('Page.crash').catch(() => undefined)
    await crashed
    const page = await reopen(stage)
    stage.continueOn(page)
    await expect(page.locator('[data-kpi=level]').first()).toHaveAttribute('data-value', /\d/, {
      timeout: 10_000,
    })
    await expect(page.locator('[data-panel=river]')).toHaveAttribute('data-state', /late|stale/)
    await expect(page.locator('[data-panel][data-state=live]')).toHaveCount(0)
    stage.city.clear()
    await expect(page.locator('[data-panel]:not([data-state=live])')).toHaveCount(0, { timeout: 90_000 })
  })
})

test('row 54: a main thread that hangs for ten seconds goes on where it was', async ({ stage }) => {
  await stage.open()
  const before = await memoryOf(stage.cdp)
  await stage.page.evaluate(() => {
    const end = performance.now() + 10_000
    while (performance.now() < end);
  })
  await stage.othersLive()
  const after = await memoryOf(stage.cdp)
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(8)
})
