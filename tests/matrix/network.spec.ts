import { noteMarks } from '../../tools/bench/inPage'
import { send } from '../../tools/faults'
import { PERIOD } from './city'
import { baselineOf, healthy, unseen, type Held } from './invariants'
import { otherHost, untrustedHost } from './server'
import { expect, spoil, test, type Stage } from './stage'
import { UNTRUSTED } from './untrusted'

/** Nothing that a page cannot know may be claimed (faults §0.7). */
const REASONS = /DNS|CORS|TLS|SSL|chứng chỉ|certificate/i

/** The source has an address of its own, outside the gateway. */
function moveTo(stage: Stage, url: string, id = 'river') {
  const { sources } = stage.city.state.city
  const { via: _, ...rest } = { via: '', ...sources[id] }
  sources[id] = { ...rest, url }
}

async function keepsValue(stage: Stage, figure = 'level') {
  await expect(stage.value(figure)).toHaveAttribute('data-value', /\d/)
}

test('row 1: with all APIs hanging the shell is there in 2,5 s and each panel in a named state in 10 s', async ({
  stage,
}) => {
  stage.city.order('*', spoil('hang'))
  await stage.page.addInitScript(noteMarks)
  await stage.visit()
  await expect(stage.page.locator('[data-panel][data-state=waiting]')).toHaveCount(0, { timeout: 15_000 })
  await expect(stage.page.locator('[data-panel]:not([data-state=down])')).toHaveCount(0)
  const { shell, named } = await stage.page.evaluate(() => window.__marks)
  expect(shell).toBeLessThanOrEqual(2_500)
  expect(named).toBeLessThanOrEqual(10_000)
})

test('row 2: a source that hangs is late after two periods, the others stay live', async ({ stage }) => {
  await stage.open()
  stage.city.order('river', spoil('hang'))
  await stage.become({ river: 'late' })
  await keepsValue(stage)
})

test('row 3: six sources that hang leave room for the others of their origin', async ({ stage }) => {
  await stage.open()
  const hanging = ['river', 'speed', 'queue', 'cameras', 'press', 'cases']
  for (const path of hanging) stage.city.order(path, spoil('hang'))
  await expect(stage.panel('river')).toHaveAttribute('data-state', /late|stale|down/)
  // For as long as five periods, at every look.
  for (let look = 0; look < 10; look++) {
    await stage.othersLive(...hanging)
    await stage.page.waitForTimeout(PERIOD / 2)
  }
  const underWay = stage.city.asked.filter(({ done }) => done === undefined)
  expect(underWay.length).toBeLessThanOrEqual(4)
})

for (const [row, fault, what] of [
  [4, 'drip-headers', 'headers that come byte by byte'],
  [5, 'slow-body', 'a body that comes too slowly'],
] as const)
  test(`row ${row}: ${what} are broken off at the deadline, one request at a time`, async ({ stage }) => {
    await stage.open()
    stage.city.order('river', spoil(fault))
    await stage.become({ river: 'late' })
    await keepsValue(stage)
    const slow = stage.city.asked.filter(({ path }) => path === 'river').at(-2)
    expect((slow?.done ?? Infinity) - (slow?.at ?? 0)).toBeLessThan(PERIOD)
  })

test('row 6: a host that is not in the DNS gives no answer, and no reason is claimed', async ({ stage }) => {
  moveTo(stage, 'http://gone.test/river')
  await stage.visit()
  await stage.become({ river: 'down' })
  await expect(stage.panel('river')).toContainText(/\d\d:\d\d/)
  await expect(stage.panel('river')).not.toContainText(REASONS)
  stage.ends({ recovery: false, why: 'this host never comes' })
})

test('row 7: a connection that is reset or refused gives no answer and the value stays', async ({
  stage,
}) => {
  const host = await otherHost(stage.city.state, (res, answer) =>
    send(res, { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': '*' } }),
  )
  moveTo(stage, `http://127.0.0.1:${host.port}/speed`, 'speed')
  await stage.open()
  stage.city.order('river', spoil('reset'))
  await host.close()
  await expect(stage.panel('river')).toHaveAttribute('data-state', /late|stale|down/)
  await expect(stage.panel('speed')).toHaveAttribute('data-state', /late|stale|down/)
  await stage.othersLive('river', 'speed')
  await keepsValue(stage)
  await keepsValue(stage, 'speed')
  for (const id of ['river', 'speed']) await expect(stage.panel(id)).not.toContainText(REASONS)
  const again = await otherHost(
    stage.city.state,
    (res, answer) =>
      send(res, { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': '*' } }),
    host.port,
  )
  stage.afterwards(again.close)
})

test('row 8: a host that no browser trusts gives no answer, and no reason is claimed', async ({ stage }) => {
  const host = await untrustedHost(UNTRUSTED)
  stage.afterwards(host.close)
  moveTo(stage, `https://127.0.0.1:${host.port}/river`)
  await stage.visit()
  await stage.become({ river: 'down' })
  await expect(stage.panel('river')).not.toContainText(REASONS)
  stage.ends({ recovery: false, why: 'nobody will ever trust this host' })
})

test('row 9: a 200 or a 500 without the CORS header is no answer, and no reason is claimed', async ({
  stage,
}) => {
  let shared = true
  const behave = (status: number) =>
    otherHost(stage.city.state, (res, answer) => {
      const headers = shared ? { ...answer.headers, 'access-control-allow-origin': '*' } : answer.headers
      send(res, { ...answer, headers, status: shared ? 200 : status })
    })
  const [fine, failing] = [await behave(200), await behave(500)]
  stage.afterwards(fine.close)
  stage.afterwards(failing.close)
  moveTo(stage, `http://127.0.0.1:${fine.port}/river`)
  moveTo(stage, `http://127.0.0.1:${failing.port}/speed`, 'speed')
  await stage.open()
  shared = false
  await stage.become({ river: 'late|stale|down', speed: 'late|stale|down' })
  await keepsValue(stage)
  await keepsValue(stage, 'speed')
  for (const id of ['river', 'speed']) await expect(stage.panel(id)).not.toContainText(REASONS)
  shared = true
})

test('row 10: with the network gone every source says so under one banner, and all come back spread out', async ({
  stage,
}) => {
  await stage.open()
  await stage.page.context().setOffline(true)
  // Fifteen periods, as ten minutes are for a source polled every forty seconds.
  await stage.page.waitForTimeout(15 * PERIOD)
  await expect(stage.page.locator('[data-health]')).toHaveAttribute('data-live', '0')
  await expect(stage.page.locator('[data-panel][data-state=live]')).toHaveCount(0)
  await keepsValue(stage)
  await expect(stage.page.locator('[data-trouble=offline]')).toHaveCount(1)
  const back = Date.now()
  await stage.page.context().setOffline(false)
  await expect(stage.page.locator('[data-health]')).toHaveAttribute('data-live', '12', { timeout: 30_000 })
  const first = new Map<string, number>()
  for (const { path, at } of stage.city.asked) if (at > back && !first.has(path)) first.set(path, at)
  expect(Math.max(...first.values()) - Math.min(...first.values())).toBeGreaterThanOrEqual(5_000)
})

test('row 11: a network that flaps changes no panel more than once in ten seconds', async ({ stage }) => {
  await stage.open()
  const seen = await stage.watchStates()
  const flaps = 12
  for (let flap = 0; flap < flaps; flap++) {
    await stage.page.context().setOffline(true)
    await stage.page.waitForTimeout(PERIOD * 0.75)
    await stage.page.context().setOffline(false)
    await stage.page.waitForTimeout(PERIOD * 0.75)
  }
  const most = Math.ceil((flaps * PERIOD * 1.5) / 10_000) + 1
  const changes = await seen()
  expect(Object.entries(changes).filter(([, times]) => times > most)).toEqual([])
})

test('row 11: seven faults and recoveries of four panels leave no more nodes and listeners than before', async ({
  stage,
}) => {
  const ids = ['river', 'speed', 'queue', 'cases']
  await stage.open()
  const held: Held[] = []
  for (let cycle = 0; cycle < 7; cycle++) {
    for (const id of ids) stage.city.order(id, spoil('wrong-type'))
    for (const id of ids) await expect(stage.panel(id)).toHaveAttribute('data-state', 'invalid')
    stage.city.clear()
    await healthy(stage.page)
    const { nodes, listeners } = await baselineOf(stage.cdp)
    held.push({ nodes: nodes - (await unseen(stage.page)), listeners })
  }
  // What each cycle leaves would be there four times more in the last three than in the first three.
  const least = (part: keyof Held, some: readonly Held[]) => Math.min(...some.map((each) => each[part]))
  for (const part of ['nodes', 'listeners'] as const)
    expect(least(part, held.slice(-3)) - least(part, held.slice(0, 3)), part).toBeLessThanOrEqual(2)
})
