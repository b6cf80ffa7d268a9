import { gzipSync } from 'node:zlib'
import type { Page, Request } from '@playwright/test'
import type { Marks } from './inPage'
import type { Row } from './report'
import { median } from './slope'
import { withWall, type Build } from './wall'

const LOADS = 5
const NAMED_WITHIN_MS = 10_000

/** What an answer is for; `undefined` for the page that only opens the site. */
function purpose(url: string): 'code' | 'fonts' | 'data' | undefined {
  if (/\.woff2?$/.test(url)) return 'fonts'
  if (/\/(gw|cities)\//.test(url)) return 'data'
  return url.endsWith('.svg') ? undefined : 'code'
}

interface Load extends Marks {
  /** Until nothing was drawn any more, ms. */
  visible: number
  cpuMs: number
  taskMs: number
}

/** Loads into fresh browser contexts: bytes of the last one, times and main thread as medians of all. */
export async function coldLoad(build: Build): Promise<Row[]> {
  const loads: Load[] = []
  let sizes: Row[] = []
  for (let round = 1; round <= LOADS; round++)
    await withWall(build, {}, async (wall) => {
      const requests: Request[] = []
      wall.page.on('requestfinished', (request) => requests.push(request))
      const before = await wall.metrics()
      await wall.go()
      await wall.atRest()
      const after = await wall.metrics()
      const visible = await wall.page.evaluate(() => performance.now())
      loads.push({
        ...(await wall.marks()),
        visible,
        cpuMs: after.cpuMs - before.cpuMs,
        taskMs: after.taskMs - before.taskMs,
      })
      if (round === LOADS) sizes = await bytes(wall.page, requests)
    })
  const middle = (name: string, value: (load: Load) => number | undefined, more: Partial<Row> = {}): Row => ({
    part: 'cold load',
    name: `${name} (median of ${LOADS})`,
    value: median(loads.map((load) => value(load) ?? NaN)),
    unit: 'ms',
    ...more,
  })
  return [
    ...sizes,
    middle('first panel there', ({ shell }) => shell, { atMost: 2_500 }),
    middle('all panels live', ({ live }) => live),
    middle('map and charts drawn and at rest', ({ visible }) => visible),
    middle('main thread until then, processor time', ({ cpuMs }) => cpuMs, { atMost: 1_000 }),
    middle('main thread until then, with waiting', ({ taskMs }) => taskMs),
    middle('long tasks until then', ({ longTasks }) => longTasks, { unit: '' }),
  ]
}

/** Text is compressed as a web server's `gzip_static` would; fonts are compressed already. */
async function bytes(page: Page, requests: readonly Request[]): Promise<Row[]> {
  const sum = { code: { raw: 0, gzip: 0 }, fonts: { raw: 0, gzip: 0 }, data: { raw: 0, gzip: 0 } }
  for (const request of requests) {
    const group = purpose(new URL(request.url()).pathname)
    if (!group) continue
    // Asked again: the browser keeps no body of modules and workers.
    const body = await (await page.request.fetch(request)).body()
    sum[group].raw += body.length
    sum[group].gzip += group === 'fonts' ? body.length : gzipSync(body, { level: 9 }).length
  }
  const row = (name: string, size: number, more: Partial<Row> = {}): Row => ({
    part: 'bytes',
    name,
    value: size / 1000,
    unit: 'kB',
    ...more,
  })
  return [
    row('code, decoded', sum.code.raw),
    row('code, gzip', sum.code.gzip, { atMost: 600 }),
    row('fonts', sum.fonts.raw),
    row('data, decoded', sum.data.raw),
    row('data, gzip', sum.data.gzip),
  ]
}

/** Every system of the city accepts the connection and never answers. */
export function hangingCity(build: Build): Promise<Row[]> {
  return withWall(build, {}, async (wall) => {
    await wall.order('hang')
    await wall.go()
    await wall.page
      .waitForFunction(() => window.__marks.named !== undefined, undefined, { timeout: 3 * NAMED_WITHIN_MS })
      .catch(() => undefined)
    const { shell = NaN, named = NaN } = await wall.marks()
    const part = 'all APIs hanging'
    return [
      { part, name: 'first panel there', value: shell, unit: 'ms', atMost: 2_500 },
      {
        part,
        name: 'every panel in a named state',
        value: named,
        unit: 'ms',
        atMost: NAMED_WITHIN_MS,
        firm: true,
      },
    ]
  })
}
