import { describe, expect, it } from 'vitest'
import { report, rowsOf, verdictOf } from '../tools/fault-report'
import { ROWS } from './matrix/rows'

const outcome = (rows: number[], passed: boolean) => ({ rows, file: 'tests/matrix/http.spec.ts', passed })
const camera = { row: 60, fault: 'playlist frozen', made: '', wanted: '', untested: 'issue 6: cameras' }
const refused = { row: 16, fault: '403', made: '', wanted: '' }

describe('the report of the matrix', () => {
  it('has the 68 rows of the specification', () => {
    expect(ROWS.map(({ row }) => row)).toEqual(Array.from({ length: 68 }, (_, index) => index + 1))
  })

  it('finds every row that a test names', () => {
    expect(rowsOf('an answer › row 52, row 53: brings the screen back (row 54)')).toEqual([52, 53, 54])
  })

  it('fails a row of which one test failed, reason or not', () => {
    const outcomes = [outcome([16, 60], true), outcome([16, 60], false)]
    expect(verdictOf(refused, outcomes)).toBe('failed')
    expect(verdictOf(camera, outcomes)).toBe('failed')
  })

  it('lets only a row with a reason go without a test', () => {
    expect(verdictOf(camera, [])).toBe('untested')
    expect(verdictOf(refused, [])).toBe('missing')
  })

  it('says of each row what came of it, and where', () => {
    const text = report([outcome([16], true)])
    expect(text).toContain('| passed | [http.spec.ts](../tests/matrix/http.spec.ts) |')
    expect(text).toContain('not run here: issue 6: cameras')
    expect(text).toContain('1 of 68 rows passed')
  })

  it('tells what passed only at the second try', () => {
    expect(report([{ ...outcome([16], true), retried: true }])).toContain(
      '| passed at the second try | [http',
    )
  })
})
