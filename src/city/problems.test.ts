import { describe, expect, it } from 'vitest'
import * as en from '../ui/locales/problems/en'
import * as vi from '../ui/locales/problems/vi'
import { explain, nearest, pathText, shown, type Problem } from './problems'

const problem: Problem = {
  path: 'figures.online.unit',
  code: 'choice',
  value: '"percnt"',
  known: ['percent', 'count'],
  severity: 'entry',
  line: 12,
}

describe('an explained problem', () => {
  it('says where, what, what may have been meant and what would do, in both languages', () => {
    expect(explain(problem, 'vi')).toBe(
      'figures.online.unit (dòng 12): Giá trị "percnt" không dùng được ở đây. ' +
        'Hãy chọn một trong các giá trị cho phép. Có phải ý bạn là “percent”? Dùng được: percent, count.',
    )
    expect(explain(problem, 'en')).toContain('Did you mean “percent”? What would do: percent, count.')
  })

  it('does not guess when nothing is alike', () => {
    expect(explain({ ...problem, value: '"kilometres"' }, 'en')).not.toContain('Did you mean')
  })

  it('cuts long lists of names', () => {
    const known = Array.from({ length: 20 }, (_, i) => `name-${i}`)
    expect(explain({ ...problem, known }, 'en')).toContain('and 12 more')
  })

  it('leaves no placeholder open, whatever the code', () => {
    for (const code of Object.keys(vi.problems)) {
      if (!isCode(code)) throw new Error(code)
      for (const language of ['vi', 'en'] as const) {
        const text = explain({ ...problem, code, detail: 'string' }, language)
        expect(text).not.toMatch(/\{\w+\}/)
        expect(text).toMatch(/[.?]$/)
      }
    }
  })

  it('uses the same placeholders in both languages', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    for (const [code, text] of Object.entries(vi.problems)) {
      if (!isCode(code)) throw new Error(code)
      expect([code, placeholders(en.problems[code])]).toEqual([code, placeholders(text)])
    }
  })
})

describe('helpers of messages', () => {
  it('write a path as a person does', () => {
    expect(pathText(['sources', 'onestop', 'records', 0, 'each'])).toBe('sources.onestop.records[0].each')
    expect(pathText([])).toBe('')
  })

  it('keep values short', () => {
    expect(shown('x'.repeat(500)).length).toBeLessThanOrEqual(60)
  })

  it('put the most similar name first', () => {
    expect(nearest('onestp', ['masts', 'onestop', 'heritage'])[0]).toBe('onestop')
  })
})

function isCode(code: string): code is Problem['code'] {
  return code in vi.problems
}
