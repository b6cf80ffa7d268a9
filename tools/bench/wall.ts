import type { Browser, CDPSession, Page } from '@playwright/test'
import * as v from 'valibot'
import type {} from '../../src/snapshot'
import { serveApp } from '../serve'
import { noteMarks, shiftCalendar, type Marks } from './inPage'

/** Monday 23/11/2026 9:00 in the city: counters are open and everything moves. */
const MORNING = Date.UTC(2026, 10, 23, 2)
const FIRST_PORT = 4310
const SCREEN = { width: 1920, height: 1080 }
const CITY_FILE = '**/cities/kien-an.json'

const CityFile = v.looseObject({
  sources: v.record(v.string(), v.looseObject({ every: v.string(), cadence: v.optional(v.unknown()) })),
})

export interface Build {
  browser: Browser
  /** Folder of the build under test. */
  outDir: string
}

/** How a wall is set up before it is opened. */
export interface Setting {
  /** Seconds of the city's clock per second: more makes every answer bring something new. */
  pace?: number
  /**
   * Which sources are read every second instead of at their shipped intervals. `churn`: all, and none is called frozen
   * while its own time stands still between two reads.
   */
  quick?: 'moving' | 'all' | 'churn'
  /** Whole seconds instead of one, for a machine with other work. */
  everyS?: number
}

/** What the main thread has done so far and what the page holds now, by the browser's own count. */
export interface Metrics {
  /** Ms of processor time; waiting for the graphics process is not in it. */
  cpuMs: number
  /** Ms from the start to the end of its tasks, waiting and other programs included. */
  taskMs: number
  layouts: number
  recalcs: number
  nodes: number
  listeners: number
  heapBytes: number
}

export interface Work {
  chartDraws: number
  mapRenders: number
}

/** A wall in a browser context of its own, with a city server of its own. */
export interface Wall {
  page: Page
  /** Opens the wall; resolves with the document, not with the data. */
  go(): Promise<void>
  /** Resolves when every panel is live, and map and charts have drawn and stopped drawing. */
  atRest(): Promise<void>
  /** Shows one scene and keeps it. */
  hold(scene: string): Promise<void>
  metrics(): Promise<Metrics>
  marks(): Promise<Marks>
  work(): Promise<Work>
  /** Good answers so far, over all sources. */
  updates(): Promise<number>
  /** Reads so far of each source, good or bad. */
  attempts(): Promise<Record<string, number>>
  collectGarbage(): Promise<void>
  devtools: CDPSession
  /** Orders a fault for every system of the city. */
  order(fault: string): Promise<void>
  /** How often each path of the city was asked. */
  requests(): Promise<Record<string, number>>
}

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Sets up a wall, hands it over, and takes everything down again. */
export async function withWall<T>(
  { browser, outDir }: Build,
  { pace = 1, quick, everyS = 1 }: Setting,
  act: (wall: Wall) => Promise<T>,
): Promise<T> {
  const started = Date.now()
  const now = () => MORNING + (Date.now() - started) * pace
  const server = await serveApp({ port: FIRST_PORT, faults: true, outDir, now })
  const context = await browser.newContext({
    viewport: SCREEN,
    baseURL: server.resolvedUrls?.local[0] ?? '',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(shiftCalendar, MORNING - started)
    await page.addInitScript(noteMarks)
    // A first page of the same site, so that the renderer and its counters outlive the navigation.
    await page.goto('favicon.svg')
    if (quick) await quicken(page, quick, everyS)
    return await act(await controls(page))
  } finally {
    await context.close()
    await server.close()
  }
}

/** The interval of each source as the city file says it. */
export async function shippedIntervals(page: Page): Promise<ReadonlyMap<string, string>> {
  const response = await page.request.get('cities/kien-an.json')
  const { sources } = v.parse(CityFile, await response.json())
  return new Map(Object.entries(sources).map(([id, { every }]) => [id, every]))
}

/** Serves the shipped city file with shorter intervals. */
async function quicken(page: Page, which: NonNullable<Setting['quick']>, everyS: number): Promise<void> {
  await page.route(CITY_FILE, async (route) => {
    const response = await route.fetch()
    const city = v.parse(CityFile, await response.json())
    for (const source of Object.values(city.sources)) {
      if (which !== 'moving' || source.cadence === undefined) source.every = `PT${everyS}S`
      if (which === 'churn') source.cadence = 'once'
    }
    await route.fulfill({ response, json: city })
  })
}

/** What can be asked of a page; updates, marks and work are the app’s own. */
export async function controls(page: Page): Promise<Wall> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const processor = await page.context().newCDPSession(page)
  await processor.send('Performance.enable', { timeDomain: 'threadTicks' })
  const count = async (session: CDPSession) => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  }
  const work = () => page.evaluate(() => window.__toancanh?.().counters ?? { chartDraws: 0, mapRenders: 0 })

  async function still(): Promise<void> {
    let before = ''
    for (let quiet = 0; quiet < 3;) {
      const now = JSON.stringify(await work())
      quiet = now === before ? quiet + 1 : 0
      before = now
      await wait(200)
    }
  }

  return {
    page,
    devtools,
    work,
    go: async () => void (await page.goto('#/wall?city=kien-an')),
    async atRest() {
      await page.waitForFunction(() => window.__marks.live !== undefined, undefined, { polling: 100 })
      await page.waitForFunction(() => (window.__toancanh?.().counters.mapRenders ?? 0) > 0)
      await still()
      // Interception slows every request, and only the city file needed it.
      await page.unroute(CITY_FILE)
    },
    async hold(scene) {
      if ((await page.locator('[data-held]').count()) === 0) await page.keyboard.press(' ')
      const shown = page.locator('[data-scene]')
      while ((await shown.getAttribute('data-scene')) !== scene) await page.keyboard.press('ArrowRight')
      await page.waitForFunction(() => !document.querySelector('[data-panel][data-state=waiting]'))
    },
    async metrics() {
      const [of, onProcessor] = [await count(devtools), await count(processor)]
      return {
        cpuMs: onProcessor('TaskDuration') * 1000,
        taskMs: of('TaskDuration') * 1000,
        layouts: of('LayoutCount'),
        recalcs: of('RecalcStyleCount'),
        nodes: of('Nodes'),
        listeners: of('JSEventListeners'),
        heapBytes: of('JSHeapUsedSize'),
      }
    },
    marks: () => page.evaluate(() => window.__marks),
    updates: () =>
      page.evaluate(() =>
        Object.values(window.__toancanh?.().sources ?? {}).reduce((sum, each) => sum + each.successes, 0),
      ),
    attempts: () =>
      page.evaluate(() =>
        Object.fromEntries(
          Object.entries(window.__toancanh?.().sources ?? {}).map(([id, { attempts }]) => [id, attempts]),
        ),
      ),
    async collectGarbage() {
      for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage')
    },
    order: async (fault) => void (await page.request.post('gw/__faults', { data: { path: '*', fault } })),
    requests: async () =>
      v.parse(v.record(v.string(), v.number()), await (await page.request.get('gw/__requests')).json()),
  }
}
