// npm run verify [--add] [step …]: one line for each step, and the sum of all tests at the very end. Without names the
// short ones; `--add` goes on from the results and the sum of the run before.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, ROOT, say } from './install.mjs'

const RESULTS = join(ROOT, '.results')
const TOTAL = join(RESULTS, 'total.json')
const ofPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
  flaky: stats.flaky,
})
const vitest = (project) => ({
  name: project,
  command: `vitest/vitest.mjs run --project ${project} --passWithNoTests --reporter json --outputFile .results/${project}.json`,
  count: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
  }),
})

const STEPS = [
  { name: 'types', command: 'vue-tsc/bin/vue-tsc.js --noEmit --pretty false' },
  { name: 'lint', command: 'eslint/bin/eslint.js . --max-warnings 0' },
  { name: 'format', command: 'prettier/bin/prettier.cjs --check . --log-level warn' },
  { name: 'schema', command: '../tools/run.mjs tools/city-schema.ts --check' },
  { name: 'coverage', command: '../tools/run.mjs tools/coverage.ts --check' },
  vitest('unit'),
  { name: 'build', command: 'vite/bin/vite.js build --logLevel error' },
  vitest('servers'),
  {
    name: 'e2e',
    command: '@playwright/test/cli.js test --pass-with-no-tests',
    count: ofPlaywright,
  },
  // Commands of their own: together longer than a test run may be.
  {
    name: 'long',
    command: '@playwright/test/cli.js test --grep @long',
    env: { LONG: '1' },
    file: 'e2e.json',
    count: ofPlaywright,
    long: true,
  },
  {
    name: 'faults',
    command: '../tools/fault-matrix.mjs',
    file: 'faults/browser.json',
    count: ofPlaywright,
    long: true,
  },
  // On a machine that stalls, answers come too late for a read each second: one more try, and that is told.
  { name: 'soak', command: '../tools/run.mjs tools/soak.ts --gate', long: true, again: true },
]

const args = process.argv.slice(2)
const adds = args.includes('--add')
const wanted = args.filter((arg) => arg !== '--add')
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}? ${STEPS.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}

if (!adds) rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
const total = adds ? JSON.parse(readFileSync(TOTAL, 'utf8')) : { passed: 0, failed: 0 }
for (const step of STEPS.filter(({ name, long }) => (wanted.length === 0 ? !long : wanted.includes(name)))) {
  const { passed, failed } = await runStep(step)
  total.passed += passed
  total.failed += failed
}
writeFileSync(TOTAL, JSON.stringify(total))
process.exitCode = total.failed > 0 ? 1 : 0
say(`${total.passed} passed, ${total.failed} failed`)

async function runStep(step) {
  const start = Date.now()
  const first = await run(step)
  const again = step.again && first.code !== 0
  if (again) say(`… ${step.name} once more\n${first.output.trim()}`)
  const { code, output } = again ? await run(step) : first
  const { passed, failed, skipped, flaky } = tally(step, code)
  const counts = step.count
    ? ` ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${flaky ? `, ${flaky} only at a later try` : ''}`
    : ''
  const seconds = `${((Date.now() - start) / 1000).toFixed(1)} s`.padStart(8)
  say(`${failed > 0 ? '✗' : '✓'} ${step.name.padEnd(8)}${seconds} ${counts}`)
  if (failed > 0) say(`${failures(step) || output.trim()}\n`)
  return { passed, failed }
}

/** A step that is no test runner counts as one test; a runner that fails without a failing test as one failure. */
function tally({ name, file: at = `${name}.json`, count }, code) {
  const file = join(RESULTS, at)
  if (!count || !existsSync(file))
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const result = count(JSON.parse(readFileSync(file, 'utf8')))
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
}

/** The names and messages of failed vitest tests; other tools print readable output by themselves. */
function failures({ name }) {
  const file = join(RESULTS, `${name}.json`)
  if (!existsSync(file)) return ''
  const { testResults = [] } = JSON.parse(readFileSync(file, 'utf8'))
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name: path, message, assertionResults }) => [
      ...(message ? [`${path}\n${message}`] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${path}\n  ${fullName}\n  ${failureMessages.join('\n  ')}`),
    ])
    .join('\n')
}

function run({ command, env }) {
  const [script, ...args] = command.split(' ')
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), [join(ROOT, 'node_modules', script), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env, NO_COLOR: '1' },
    })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
