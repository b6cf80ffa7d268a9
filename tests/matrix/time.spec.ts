import { PERIOD } from './city'
import { renderersOf } from './processes'
import { expect, spoil, test, type Stage } from './stage'

const HOUR = 3_600_000

/** Requests of all sources since a moment. */
const since = ({ city }: Stage, at: number) => city.asked.filter((each) => each.at >= at)

/** How many requests were under way at once. */
function mostAtOnce(asked: { at: number; done?: number }[]): number {
  return Math.max(
    ...asked.map(({ at }) => asked.filter((other) => other.at <= at && (other.done ?? Infinity) > at).length),
  )
}

test('row 43: after a sleep of eight hours everything is late at once, then read again, at most four at once', async ({
  stage,
}) => {
  await stage.open()
  // Whoever is answered before the clock ticks was never late to look at: nobody is, until all have been seen.
  stage.city.order('*', spoil('hang'))
  await stage.sleep(8 * HOUR)
  await expect(stage.page.locator('[data-panel][data-state=live]')).toHaveCount(0)
  // By the night that has passed, and not because nobody answers.
  const ages = await stage.page
    .locator('[data-panel]')
    .evaluateAll((all) => all.map((panel) => Number(panel.getAttribute('data-age-s'))))
  expect(Math.min(...ages)).toBeGreaterThanOrEqual((8 * HOUR) / 1000)
  const back = Date.now()
  stage.city.clear()
  await stage.othersLive()
  await expect.poll(() => new Set(since(stage, back).map(({ path }) => path)).size).toBe(12)
  // Those that hung are left out: the server hears that the browser has left them after it hears of the next.
  expect(mostAtOnce(since(stage, back))).toBeLessThanOrEqual(4)
})

test('row 44: processes that stood still for ten seconds go on with one read of each source', async ({
  stage,
}) => {
  await stage.open()
  const pids = await renderersOf(stage.page)
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  const woke = Date.now()
  for (const pid of pids) process.kill(pid, 'SIGCONT')
  await stage.othersLive()
  const counts = [...Map.groupBy(since(stage, woke), ({ path }) => path).values()].map((all) => all.length)
  // What was under way when it stopped, what was overdue, and what has come due since.
  const most = 2 + (Date.now() - woke) / (0.9 * PERIOD)
  expect(Math.max(...counts)).toBeLessThanOrEqual(Math.ceil(most))
})

for (const [what, ms] of [
  ['four hours back', -4 * HOUR],
  ['four hours ahead', 4 * HOUR],
  ['ahead by ninety seconds', 90_000],
] as const)
  test(`row 45: with its clock ${what} the screen says so, polls go on and no age is negative`, async ({
    stage,
  }) => {
    await stage.open()
    const { attempts } = await stage.source('river')
    await stage.setClock(ms)
    await expect(stage.page.locator('[data-trouble=clock], [data-trouble=corrected]')).toHaveCount(1)
    await expect.poll(async () => (await stage.source('river')).attempts).toBeGreaterThan(attempts + 2)
    const ages = await stage.page
      .locator('[data-panel]')
      .evaluateAll((panels) => panels.map((panel) => Number(panel.getAttribute('data-age-s'))))
    expect(ages.filter((age) => age < 0)).toEqual([])
    await expect(stage.value('level')).toHaveAttribute('data-value', /\d/)
    await stage.setClock(-ms)
  })
