import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wallPage } from './wallPage'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const reason = existsSync(CHROMIUM) ? undefined : 'needs chromium'

/** As on a kiosk, but for the patience: seconds. */
const QUICK = { grace: 2, hung: 4.5, beat: 8, picture: 3, settled: 600, slept: 60 }
const FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]

type Line = Record<string, unknown>
let page: Awaited<ReturnType<typeof wallPage>>
let folder: string
let end: () => Promise<void>

beforeEach(async () => {
  page = await wallPage()
  folder = mkdtempSync(join(tmpdir(), 'toan-canh-kiosk-'))
  end = async () => {}
})
afterEach(async () => {
  await end()
  await page.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The supervisor as systemd starts it: its own process, on whatever Node runs this. */
function supervisor(limits: object = {}, flags: string[] = []) {
  const config = join(folder, 'kiosk.json')
  const all = { every: 0.3, limits: { ...QUICK, ...limits }, flags: [...FLAGS, ...flags], chromium: CHROMIUM }
  writeFileSync(config, JSON.stringify({ ...all, url: page.url, headless: true }))
  const child = spawn(process.execPath, [
    'tools/supervisor/main.mjs',
    ...['--config', config, '--folder', folder],
  ])
  const lines: Line[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)))
  end = async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  let read = 0
  return {
    lines,
    /** Waits for the next event that looks so; what came before it counts as read. */
    async next(wanted: Line): Promise<Line> {
      for (;;) {
        const found = lines.slice(read).findIndex((line) => matches(line, wanted))
        if (found >= 0) {
          read += found + 1
          return lines[read - 1] ?? {}
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    status: (): Status => JSON.parse(readFileSync(join(folder, 'status.json'), 'utf8')),
  }
}

interface Status {
  phase: string
  well: boolean
  browser: { pid: number; gpu: number; renderers: number[] }
  page: { map: string; app: string } | null
}

function matches(line: Line, wanted: Line): boolean {
  return Object.entries(wanted).every(([name, value]) => line[name] === value)
}

/** One that has just ended by itself is as dead. */
function kill(pid: number): void {
  safely(() => process.kill(pid, 'SIGKILL'))
}

async function until(what: () => boolean): Promise<void> {
  while (!safely(what)) await new Promise((resolve) => setTimeout(resolve, 100))
}

/** The status file is not there at first, a process not at last. */
function safely(what: () => boolean): boolean {
  try {
    return what()
  } catch {
    return false
  }
}

describe.skipIf(reason)(`the supervisor with a real browser${reason ? `: ${reason}` : ''}`, () => {
  it('row 52, row 53, row 54: brings the screen back after a crash, out of memory and a hang', async () => {
    const kiosk = supervisor({ renewalsPerHour: 50 }, ['--js-flags=--max-old-space-size=64'])
    await until(() => kiosk.status().page?.app === 'running')
    kiosk.status().browser.renderers.forEach(kill)
    await kiosk.next({ event: 'step', step: 'tab', trouble: 'crashed' })
    await kiosk.next({ event: 'well', after: 'crashed' })

    page.order('oom')
    // On a slow machine a page that runs out of memory hangs before it dies.
    await kiosk.next({ event: 'trouble' })
    await kiosk.next({ event: 'well' })

    page.order('hang')
    await kiosk.next({ event: 'trouble', trouble: 'hung' })
    await kiosk.next({ event: 'well', after: 'hung' })
  }, 120_000)

  it('row 55: asks for service when its budgets are spent, and says what was tried', async () => {
    page.always('freeze')
    const kiosk = supervisor({ reloadsPerHour: 1, renewalsPerHour: 1 })
    await kiosk.next({ event: 'service', trouble: 'not-painting' })
    const steps = kiosk.lines.filter(({ trouble, step }) => trouble === 'not-painting' && step)
    expect(steps.map(({ step }) => step)).toEqual(['redraw', 'reload', 'browser'])
    await until(() => kiosk.status().phase === 'service' && kiosk.status().page?.app === 'none')
  }, 120_000)

  it('row 49: gives a wall its WebGL back with a new browser', async () => {
    const kiosk = supervisor()
    await until(() => kiosk.status().page?.map === 'drawn')
    const isGone = () => kiosk.lines.some(({ trouble }) => trouble === 'webgl-gone')
    // The second or third crash of the GPU process takes WebGL from the whole browser (faults finding 2).
    while (!isGone()) {
      const { gpu } = kiosk.status().browser
      kill(gpu)
      await until(() => isGone() || kiosk.status().browser.gpu !== gpu)
    }
    await kiosk.next({ event: 'step', step: 'browser', trouble: 'webgl-gone' })
    await kiosk.next({ event: 'well', after: 'webgl-gone' })
    await until(() => kiosk.status().page?.map === 'drawn')
  }, 120_000)

  it('does not give a page away for one that the server does not have', async () => {
    const kiosk = supervisor()
    await until(() => kiosk.status().page?.app === 'running')
    const loads = page.loads()
    page.fails(true)
    kiosk.status().browser.renderers.forEach(kill)
    await kiosk.next({ event: 'waiting', server: 'refused' })
    await until(() => kiosk.status().phase === 'waiting')
    expect(page.loads()).toBe(loads)
    page.fails(false)
    await kiosk.next({ event: 'opened' })
    await kiosk.next({ event: 'well', after: 'crashed' })
  }, 120_000)
})
