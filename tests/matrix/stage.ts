import { test as base, expect, type CDPSession, type Locator, type Page } from '@playwright/test'
import { sendSpoilt, type FaultOrder } from '../../tools/faults'
import { plantClock } from './clock'
import { PERIOD } from './city'
import { baselineOf, healthy, invariants, watchErrors, type Errors } from './invariants'
import { startCity, type Behaviour, type MatrixCity } from './server'

export { expect }

/** The build that the rows break. */
export const DIST = process.env.MATRIX_DIST ?? 'dist'

/** A source that misbehaves as the fault desk's order of that name (tools/faults.ts). */
export function spoil(fault: string, more: Partial<FaultOrder> = {}): Behaviour {
  const order: FaultOrder = { path: '*', fault, status: 503, headers: {}, times: null, ...more }
  return (res, answer) => sendSpoilt(res, answer, order)
}

/** Answers another value in place of the good one. */
export function instead(value: (nth: number) => unknown, status = 200): Behaviour {
  return (res, answer, nth) => {
    const given = value(nth)
    const body = Buffer.from(typeof given === 'string' ? given : JSON.stringify(given))
    res.writeHead(status, answer.headers).end(body)
  }
}

export interface Stage {
  city: MatrixCity
  page: Page
  cdp: CDPSession
  /** Opens the wall and waits until all of it is live; then the baseline of the row is taken. */
  open(path?: string): Promise<void>
  /** Opens the wall, in whatever state. */
  visit(path?: string): Promise<void>
  panel(id: string): Locator
  /** What the map shows, with the number of objects of each layer. */
  legend: Locator
  /** The value that the panel of a figure shows. */
  value(figure: string): Locator
  /** Waits for panels to be in one of these states each (`late|stale`); the other panels stay live. */
  become(states: Readonly<Record<string, string>>, timeout?: number): Promise<void>
  othersLive(...but: string[]): Promise<void>
  source(id: string): Promise<SourceReport>
  /** The machine sleeps: both clocks of the page jump ahead and so does the city, the page's timers do not. */
  sleep(ms: number): Promise<void>
  /** The wall clock alone is set. */
  setClock(ms: number): Promise<void>
  /** Counts from now on how often each panel changes its state; the function gives the counts. */
  watchStates(): Promise<() => Promise<Record<string, number>>>
  /** The row goes on in this page, and what it held before is no measure any more. */
  continueOn(page: Page): void
  /** Called when the row is over and all is well again. */
  afterwards(close: () => Promise<void>): void
  /** What the browser or a page may say in this row, beside its own network lines. */
  expected(pattern: RegExp): void
  /** This row ends without recovery, and why; the sources of another city have another period. */
  ends(how: { recovery: false; why: string; periodMs?: number }): void
}

interface SourceReport {
  state: string
  since: number
  nextAt: number
  fault: string | undefined
  failures: number
  attempts: number
  dropped: number
}

const LIVE = '[data-panel][data-state=live]'

/**
 * A row: its own web server with the small city, a page with a clock that can be set, and, when the row is done,
 * the faults cleared and the invariants of faults §6 checked.
 */
export const test = base.extend<{ ownBrowser: boolean; stage: Stage }>({
  /** A browser of its own, for rows that kill parts of it. */
  ownBrowser: [false, { option: true }],
  stage: async ({ page: shared, ownBrowser, launchOptions, viewport, playwright }, use) => {
    const browser = ownBrowser ? await playwright.chromium.launch(launchOptions) : undefined
    const context = await browser?.newContext({ viewport })
    const page = (await context?.newPage()) ?? shared
    const city = await startCity(DIST)
    const errors = watchErrors(page)
    await plantClock(page)
    const cdp = await page.context().newCDPSession(page)
    const row = createStage({ city, page, cdp, errors })
    await use(row.stage)
    await row.finish()
    await browser?.close()
    await city.close()
  },
})

function createStage({ city, page, cdp, errors }: Pick<Stage, 'city' | 'page' | 'cdp'> & { errors: Errors }) {
  let baseline: Awaited<ReturnType<typeof baselineOf>> | undefined
  let panels = 0
  let ended: { why: string; periodMs: number } | undefined
  let continued: Page | undefined
  const closing: (() => Promise<void>)[] = []

  const panel = (id: string) => page.locator(`[data-panel="${id}"]`)
  const visit = async (path = 'wall') => {
    await page.goto(`${city.origin}/#/${path}?city=matrix.json`)
    await expect(page.locator('[data-panel]').first()).toBeVisible()
    await page.keyboard.press(' ')
  }

  const stage: Stage = {
    city,
    page,
    cdp,
    panel,
    legend: page.getByRole('region', { name: 'Chú giải bản đồ' }).first(),
    visit,
    async open(path) {
      await visit(path)
      await healthy(page)
      panels = await page.locator('[data-panel]').count()
      baseline = await baselineOf(cdp)
    },
    value: (figure) => page.locator(`[data-kpi="${figure}"]`).first(),
    async become(states, timeout = 40_000) {
      for (const [id, wanted] of Object.entries(states))
        await expect(panel(id)).toHaveAttribute('data-state', new RegExp(`^(${wanted})$`), { timeout })
      await stage.othersLive(...Object.keys(states))
    },
    async othersLive(...but) {
      const not = but.map((id) => `:not([data-panel="${id}"])`).join('')
      await expect(page.locator(LIVE + not)).toHaveCount(
        (await page.locator('[data-panel]').count()) - but.length,
      )
    },
    source: (id) =>
      page.evaluate((name) => {
        const found = window.__toancanh?.().sources[name]
        if (!found) throw new Error(`no source ${name}`)
        return found
      }, id),
    async sleep(ms) {
      city.state.aheadMs += ms
      await (continued ?? page).evaluate((by) => window.__clock.sleep(by), ms)
    },
    setClock: (ms) => page.evaluate((by) => window.__clock.set(by), ms),
    async watchStates() {
      await page.evaluate(countChanges)
      return () => page.evaluate(() => window.__changes)
    },
    continueOn: (next) => (continued = next),
    afterwards: (close) => void closing.push(close),
    expected: (pattern) => void errors.allowed.push(pattern),
    ends: ({ why, periodMs = PERIOD }) => void (ended = { why, periodMs }),
  }

  /** After the fault: everything is well again by itself, and nothing was broken, leaked or asked too often. */
  async function finish() {
    const last = continued ?? page
    const during = await last.locator('[data-panel]').count()
    city.clear()
    if (ended === undefined) {
      // A source that refused is asked again only after minutes; the machine may as well have slept them.
      await healthy(last, 4 * PERIOD).catch(async () => {
        await stage.sleep(20 * 60_000)
        await healthy(last)
      })
      // That a clock jumped is said for a minute, which would be more on the page than there was before.
      if ((await last.locator('[data-trouble]').count()) > 0) await stage.sleep(61_000)
      await healthy(last)
      if (panels > 0) expect(during, 'panels on the screen').toBe(panels)
    }
    const comparable = ended === undefined && continued === undefined
    await invariants({
      page: last,
      cdp,
      city,
      baseline: comparable ? baseline : undefined,
      errors,
      periodMs: ended?.periodMs,
    })
    for (const close of closing) await close()
  }

  return { stage, finish }
}

declare global {
  interface Window {
    __changes: Record<string, number>
  }
}

/** Runs in the page. */
function countChanges(): void {
  window.__changes = {}
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const id = target instanceof HTMLElement ? (target.dataset.panel ?? '') : ''
      window.__changes[id] = (window.__changes[id] ?? 0) + 1
    }
  }).observe(document.body, { subtree: true, attributeFilter: ['data-state'] })
}
