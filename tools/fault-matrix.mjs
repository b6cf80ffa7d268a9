// npm run faults [--grep "row 7:"]: the reliability matrix, row by row, and docs/faults.md from what came of it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  ensureChromium,
  ensureInstalled,
  ensureServers,
  orExplain,
  pinnedNode,
  ROOT,
  say,
} from './install.mjs'

const RESULTS = '.results/faults'
// Takes in the tests that an ordinary run leaves out because they wait for minutes.
process.env.LONG = '1'
const only = process.argv.slice(2)

const vitest = (project) => [
  `rows of ${project}`,
  'vitest/vitest.mjs',
  [
    'run',
    '--project',
    project,
    '-t',
    '\\brow \\d',
    '--reporter',
    'json',
    '--outputFile',
    `${RESULTS}/${project}.json`,
  ],
]

/** In order; what fails is told and does not stop what follows: the report wants all of it. */
const STEPS = [
  ['build', 'vite/bin/vite.js', ['build', '--logLevel', 'error']],
  vitest('unit'),
  vitest('servers'),
  ['rows in a browser', '@playwright/test/cli.js', ['test', '-c', 'playwright.matrix.config.ts', ...only]],
]
const REPORT = [
  ...['unit', 'servers'].flatMap((project) => ['--vitest', `${RESULTS}/${project}.json`]),
  ...['--playwright', `${RESULTS}/browser.json`],
]

await orExplain(() => {
  ensureInstalled()
  ensureChromium()
  ensureServers()
  rmSync(join(ROOT, RESULTS), { recursive: true, force: true })
  mkdirSync(join(ROOT, RESULTS), { recursive: true })
  // Some rows alone are for whoever mends one: no report, and nothing else is run.
  const steps = only.length > 0 ? [STEPS[0], STEPS.at(-1)] : STEPS
  const failed = steps.filter(([name, script, args]) => !run(name, join('node_modules', script), args))
  if (only.length > 0) return failed.length
  const written = run('report', 'tools/run.mjs', ['tools/fault-report.ts', ...REPORT])
  return written && failed.length === 0 ? 0 : 1
})

function run(name, script, args) {
  const start = Date.now()
  const { status } = spawnSync(pinnedNode(), [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit' })
  say(`${status === 0 ? '✓' : '✗'} ${name} ${((Date.now() - start) / 1000).toFixed(0)} s`)
  return status === 0
}
