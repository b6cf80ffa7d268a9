import { expect, type CDPSession, type Page } from '@playwright/test'
import { PERIOD } from './city'
import type { Asked, MatrixCity } from './server'

/** What no screen may ever read, whatever the sources said. */
const NEVER = /\b(NaN|undefined|null|Infinity)\b|\[object/
/** The browser's own lines about requests that failed: the fault itself, not a fault of the app. */
const NETWORK = /Failed to load resource|net::ERR|has been blocked by CORS policy/

export interface Errors {
  seen: string[]
  allowed: RegExp[]
}

export function watchErrors(page: Page): Errors {
  const errors: Errors = { seen: [], allowed: [NETWORK] }
  page.on('pageerror', (error) => errors.seen.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.seen.push(`console: ${message.text()}`)
  })
  return errors
}

export interface Held {
  nodes: number
  listeners: number
}

/** DOM nodes and listeners that are still held after a garbage collection, detached ones included. */
export async function memoryOf(cdp: CDPSession): Promise<Held> {
  await cdp.send('Performance.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

/** The least of a few looks: a request under way holds some of each. */
export async function baselineOf(cdp: CDPSession): Promise<Held> {
  const looks: Held[] = []
  while (looks.length < 5) {
    looks.push(await memoryOf(cdp))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return {
    nodes: Math.min(...looks.map(({ nodes }) => nodes)),
    listeners: Math.min(...looks.map(({ listeners }) => listeners)),
  }
}

/** Every panel live or, where its source has nothing to tell, empty. */
export async function healthy(page: Page, timeout = 60_000): Promise<void> {
  const all = page.locator('[data-panel]')
  await expect(async () => {
    const states = await all.evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-state')))
    expect(states).toEqual(states.map(() => 'live'))
    expect(states.length).toBeGreaterThan(0)
  }).toPass({ timeout, intervals: [200] })
}

interface Row {
  page: Page
  cdp: CDPSession
  city: MatrixCity
  /** What the page held before the fault; undefined where the page is another one now. */
  baseline: Held | undefined
  errors: Errors
  /** Of the sources on the screen; those of the small city unless told. */
  periodMs?: number | undefined
}

/** The invariants of faults §6 after every row. */
export async function invariants({
  page,
  cdp,
  city,
  baseline,
  errors,
  periodMs = PERIOD,
}: Row): Promise<void> {
  await clockAdvances(page)
  expect(await page.locator('body').innerText()).not.toMatch(NEVER)
  await namedAndDated(page, periodMs)
  withinBudget(city)
  if (baseline) await backTo(baseline, cdp, page)
  expect(errors.seen.filter((text) => !errors.allowed.some((pattern) => pattern.test(text)))).toEqual([])
}

/** Of a wall: a tablet in a hand has the clock of its system. */
export async function clockAdvances(page: Page): Promise<void> {
  if (!page.url().includes('#/wall')) return
  const clock = page.locator('time.clock').first()
  const before = (await clock.getAttribute('datetime')) ?? ''
  await expect(clock, 'the visible clock advances').not.toHaveAttribute('datetime', before, {
    timeout: 15_000,
  })
}

/** Every panel has a state; a panel with data has an age; a live one is no older than two periods. */
async function namedAndDated(page: Page, periodMs: number): Promise<void> {
  const panels = await page.locator('[data-panel]').evaluateAll((all) =>
    all.map((panel) => ({
      id: panel.getAttribute('data-panel'),
      state: panel.getAttribute('data-state') ?? '',
      age: panel.getAttribute('data-age-s') ?? '',
    })),
  )
  expect(panels.filter(({ state }) => state === '')).toEqual([])
  expect(panels.filter(({ state, age }) => state !== 'waiting' && state !== 'down' && age === '')).toEqual([])
  // The age of a live panel is shown in steps of five seconds.
  const most = (2 * periodMs) / 1000 + 5
  const polled = panels.filter(({ id, state }) => state === 'live' && id !== 'kept' && id !== 'months')
  expect(polled.filter(({ age }) => Number(age) > most)).toEqual([])
}

/** Retries come at most twice as often as polls, and a source is asked for one thing at a time. */
function withinBudget({ asked }: MatrixCity): void {
  const paths = new Set(asked.map(({ path }) => path))
  for (const path of paths) {
    const mine = withoutResent(asked.filter((each) => each.path === path))
    const spanMs = (mine.at(-1)?.at ?? 0) - (mine[0]?.at ?? 0)
    expect(mine.length, `requests of ${path} in ${spanMs} ms`).toBeLessThanOrEqual((2 * spanMs) / PERIOD + 8)
    const overlapping = mine.filter((each, index) => {
      const before = mine[index - 1]
      return before && (before.done ?? Date.now()) > each.at + 100
    })
    expect(overlapping, `requests of ${path} at once`).toEqual([])
  }
}

/** Ms within which a browser sends a request again by itself, and how many connections it keeps that may be dead. */
const RESENT_MS = 50
const KEPT = 6

/**
 * When a connection that it kept is reset under a request, a browser sends the request again on the next one at once
 * (RFC 9110 §9.2.2): measured, seven times within 10 ms. A retry of ours comes after half a second at the soonest.
 */
function withoutResent(mine: readonly Asked[]): Asked[] {
  let resent = 0
  return mine.filter((each, index) => {
    const before = mine[index - 1]
    const isSoon = before !== undefined && each.at - before.at < RESENT_MS
    resent = isSoon && resent < KEPT ? resent + 1 : 0
    return resent === 0
  })
}

/**
 * Listeners: two for each request under way. Nodes: a panel's first fault costs up to 12 once (measured: 125 when all
 * eleven ask for a log-in, none in the next cycles), so this sees only what a row leaves by the hundred. That nothing
 * grows from fault to fault is row 11's test of seven faults and recoveries, which allows two nodes.
 */
const SLACK = { nodes: 15 * 11, listeners: 24 }

/** Nodes of the alarms that a row raised: they stay on purpose until somebody has seen them. */
export const unseen = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-alarm]')].reduce((sum, chip) => {
      const walker = document.createTreeWalker(chip)
      let nodes = 1
      while (walker.nextNode()) nodes++
      return sum + nodes
    }, 0),
  )

/** What the row made is given back: no more nodes and listeners than before it. */
async function backTo(before: Held, cdp: CDPSession, page: Page): Promise<void> {
  await expect(async () => {
    const now = await memoryOf(cdp)
    expect(now.listeners, 'listeners').toBeLessThanOrEqual(before.listeners + SLACK.listeners)
    const nodes = now.nodes - (await unseen(page))
    expect(nodes, 'nodes').toBeLessThanOrEqual(before.nodes + SLACK.nodes)
  }).toPass({ timeout: 10_000, intervals: [500] })
}
