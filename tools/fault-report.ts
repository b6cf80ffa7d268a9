import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import * as v from 'valibot'
import { ROWS, type MatrixRow } from '../tests/matrix/rows'

/** One test that names rows of the matrix, as a run left it. */
interface Outcome {
  rows: readonly number[]
  file: string
  passed: boolean
  /** Only at the second try, on a machine that stalled. */
  retried?: boolean
}

const Vitest = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
    }),
  ),
})

interface Suite {
  file: string
  specs?: { title: string; ok: boolean; tests: { status: string }[] }[] | undefined
  suites?: Suite[] | undefined
}
const Suite: v.GenericSchema<unknown, Suite> = v.object({
  file: v.string(),
  specs: v.optional(
    v.array(
      v.object({ title: v.string(), ok: v.boolean(), tests: v.array(v.object({ status: v.string() })) }),
    ),
  ),
  suites: v.optional(v.array(v.lazy(() => Suite))),
})
const Playwright = v.object({ suites: v.array(Suite) })

export const rowsOf = (title: string): number[] =>
  [...title.matchAll(/\brow (\d+)/g)].map(([, row]) => Number(row))

/** Tests that were skipped prove nothing and are left out. */
function ofVitest(json: unknown): Outcome[] {
  return v.parse(Vitest, json).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({
        rows: rowsOf(fullName),
        file: relative('.', name),
        passed: status === 'passed',
      })),
  )
}

function ofSuite({ file, specs = [], suites = [] }: Suite): Outcome[] {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status !== 'skipped'))
    .map(({ title, ok, tests }) => ({
      ...{ rows: rowsOf(title), file: `tests/matrix/${file}`, passed: ok },
      retried: tests.some(({ status }) => status === 'flaky'),
    }))
  return [...own, ...suites.flatMap(ofSuite)]
}

const ofPlaywright = (json: unknown) => v.parse(Playwright, json).suites.flatMap(ofSuite)

export type Verdict = 'passed' | 'failed' | 'untested' | 'missing'

/** A row without a test needs a reason; a reason never excuses a test that fails. */
export function verdictOf({ row, untested }: MatrixRow, outcomes: readonly Outcome[]): Verdict {
  const own = outcomes.filter(({ rows }) => rows.includes(row))
  if (own.some(({ passed }) => !passed)) return 'failed'
  if (own.length > 0) return 'passed'
  return untested === undefined ? 'missing' : 'untested'
}

function resultText(row: MatrixRow, verdict: Verdict, retried: boolean): string {
  const { untested } = row
  if (verdict === 'untested') return `not run here: ${untested}`
  if (verdict === 'missing') return '**no test**'
  const left = untested === undefined ? '' : `; not here: ${untested}`
  const passed = retried ? 'passed at the second try' : 'passed'
  return `${verdict === 'failed' ? '**failed**' : passed}${left}`
}

/** The matrix as a table, with what the last run of each row's tests said. */
export function report(outcomes: readonly Outcome[]): string {
  const lines = ROWS.map((row) => {
    const own = outcomes.filter(({ rows }) => rows.includes(row.row))
    const files = own.map(({ file }) => file)
    const tests = [...new Set(files)].toSorted().map((file) => `[${file.split('/').at(-1)}](../${file})`)
    const cells = [
      row.fault,
      row.made,
      row.wanted,
      resultText(
        row,
        verdictOf(row, outcomes),
        own.some(({ retried }) => retried),
      ),
      tests.join(', '),
    ]
    return `| ${row.row} | ${cells.join(' | ')} |`
  })
  const verdicts = ROWS.map((row) => verdictOf(row, outcomes))
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length
  return [
    '# Faults',
    '',
    'What was done to a running screen, what it had to show, and whether it did. `npm run faults` breaks the built app on real sockets in a real browser, row by row, and writes this page from its results; rows that need no browser are unit tests.',
    '',
    'The browser rows play on a city of twelve sources and eleven panels, polled every three seconds, so that two periods are six seconds. After every one of them: no page error and no console error but the browser’s own lines about the network, as many panels as before, the visible clock goes on, no `NaN`, `undefined` or `null` on the screen, every panel with a state and an age, none live that is older than two periods, no source asked more often than its budget or twice at once, and DOM nodes and listeners back near where they were (at most 165 and 24 more: a panel’s first fault costs it up to twelve nodes once, and requests under way hold listeners; that nothing grows from fault to fault is a test of row 11).',
    '',
    `${count('passed')} of ${ROWS.length} rows passed, ${count('failed') + count('missing')} failed, ${count('untested')} are not run here.`,
    '',
    '| Row | Fault | Made by | Wanted | Result | Tests |',
    '| --: | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Writes docs/faults.md from the results of a run: `--vitest` and `--playwright` name JSON reports, several of each.
 * Fails when a row failed, or has neither a test nor a reason.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      vitest: { type: 'string', multiple: true, default: [] },
      playwright: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: 'docs/faults.md' },
    },
  })
  const outcomes = [
    ...values.vitest.flatMap((file) => ofVitest(read(file))),
    ...values.playwright.flatMap((file) => ofPlaywright(read(file))),
  ]
  const style = await resolveConfig(values.out)
  writeFileSync(values.out, await format(report(outcomes), { ...style, parser: 'markdown' }))
  const wrong = ROWS.filter((row) => ['failed', 'missing'].includes(verdictOf(row, outcomes)))
  for (const { row, fault } of wrong) process.stdout.write(`✗ row ${row}: ${fault}\n`)
  process.stdout.write(`${ROWS.length - wrong.length} of ${ROWS.length} rows passed or have a reason\n`)
  return wrong.length > 0 ? 1 : 0
}
