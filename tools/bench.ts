import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { makeBuild } from './bench/build'
import { coldLoad, hangingCity } from './bench/load'
import { memoryGrowth } from './bench/memory'
import { quietWall } from './bench/quiet'
import { failed, table, type Row } from './bench/report'
import { updateCost } from './bench/updates'
import type { Build } from './bench/wall'

const RESULTS = '.results'

type Part = (build: Build) => Promise<Row[]>
/** One after the other, since they take times. */
const TIMED: Readonly<Record<string, Part>> = { load: coldLoad, hang: hangingCity, updates: updateCost }
/** All at once: they count, so none minds the work of the others. */
const COUNTED: Readonly<Record<string, Part>> = { memory: memoryGrowth, quiet: quietWall }

/**
 * `npm run bench -- [--build] [--dist dist] [load] [hang] [updates] [memory] [quiet]`: measures the production build
 * in `--dist`, building it first when it is missing or told to; all parts, or those named. Prints a table, writes
 * .results/bench.json, and ends with 1 when a count misses its goal. docs/performance.md tells how to read it.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { build: { type: 'boolean', default: false }, dist: { type: 'string', default: 'dist' } },
  })
  const names = Object.keys({ ...TIMED, ...COUNTED })
  const unknown = positionals.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}? ${names.join(', ')}`)
  if (values.build || !existsSync(join(values.dist, 'index.html'))) makeBuild(values.dist)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  })
  try {
    const machine = {
      date: new Date().toISOString(),
      command: ['npm run bench --', ...args].join(' '),
      chromium: browser.version(),
      processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      node: process.version,
      // Above the number of processors others were at work, and every time here is too long.
      load: loadavg()[0],
    }
    const build = { browser, outDir: values.dist }
    const rows: Row[] = []
    for (const measure of wanted(TIMED, positionals)) rows.push(...(await measure(build)))
    const counted = await Promise.all(wanted(COUNTED, positionals).map((measure) => measure(build)))
    rows.push(...counted.flat())
    mkdirSync(RESULTS, { recursive: true })
    writeFileSync(join(RESULTS, 'bench.json'), `${JSON.stringify({ ...machine, rows }, null, 2)}\n`)
    for (const [name, value] of Object.entries(machine)) process.stdout.write(`${name}: ${value}\n`)
    process.stdout.write(`${table(rows)}\n`)
    return failed(rows) ? 1 : 0
  } finally {
    await browser.close()
  }
}

function wanted(parts: Readonly<Record<string, Part>>, names: readonly string[]): Part[] {
  return Object.entries(parts).flatMap(([name, part]) =>
    names.length === 0 || names.includes(name) ? [part] : [],
  )
}
