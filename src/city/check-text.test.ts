import { describe, expect, it } from 'vitest'
import { checkText } from './check-text'

describe('the text of a city file', () => {
  it('is read as JSON.parse reads it', () => {
    const text = ' {"a": [1, -2.5e3, "x\\u00e9\\n", {"b": null}], "c": {}, "d": [], "e": true} \n'
    expect(checkText(text)).toMatchObject({ json: JSON.parse(text), problems: [] })
  })

  it('may start with a byte order mark', () => {
    expect(checkText('\uFEFF{"a":1}').json).toEqual({ a: 1 })
  })

  it('knows the line of every entry', () => {
    const { lines } = checkText('{\n "a": {\n  "b": [\n   1,\n   2\n  ]\n }\n}')
    expect([...lines]).toEqual([
      ['a', 2],
      ['a.b', 3],
      ['a.b[0]', 4],
      ['a.b[1]', 5],
    ])
  })

  it('tells which key stands twice, and on which line the second one is', () => {
    const { problems } = checkText('{\n"a": {\n"b": 1,\n"b": 2\n}\n}')
    expect(problems).toMatchObject([
      { code: 'duplicate-key', path: 'a.b', value: 'b', line: 4, severity: 'entry' },
    ])
  })

  it.each([
    ['{"a": 1,}', 1, '9'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, '3'],
    ['{"a": tru}', 1, '7'],
    ["{'a': 1}", 1, '2'],
    ['{"a": "open\n"}', 1, '7'],
    ['{"a": 01}', 1, '8'],
    ['{"a": 1} x', 1, '10'],
    ['[1, 2', 1, '6'],
    ['', 1, '1'],
    ['// note\n{}', 1, '1'],
  ])('points at the place of a syntax error: %j', (text, line, column) => {
    const { json, problems } = checkText(text)
    expect(json).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'syntax', line, detail: column, severity: 'file' }])
    expect(() => JSON.parse(text)).toThrow()
  })

  it('refuses to follow endless nesting', () => {
    expect(checkText('['.repeat(100_000)).problems).toMatchObject([{ code: 'depth', severity: 'file' }])
  })
})
