import { safeParse } from 'valibot'
import { describe, expect, it } from 'vitest'
import { ZONE } from '../fixtures'
import { parseDate, periodOf } from './dates'
import { date, Field, number, period, property, text, Unreadable, type Scope } from './field'
import { normalise } from './normalise'
import { parseNumber, type NumberLocale } from './numbers'
import { find, findAll, holds, Path } from './path'
import { fill } from './template'

const scope = (record: unknown, locale?: NumberLocale): Scope => ({
  record,
  root: record,
  locale,
  zone: ZONE,
})
const x = { path: '$.x' }

describe('a number in a string', () => {
  it.each<[string, NumberLocale, number | undefined]>([
    ['2.224', 'vi-VN', 2224],
    ['2.224', 'en-US', 2.224],
    ['2,224', 'en-US', 2224],
    ['2,224', 'vi-VN', 2.224],
    ['1.015', 'vi-VN', 1015],
    ['0,13', 'vi-VN', 0.13],
    ['0.13', 'en-US', 0.13],
    ['86', 'vi-VN', 86],
    ['86', 'en-US', 86],
    ['92,4%', 'vi-VN', 92.4],
    ['92,4 %', 'vi-VN', 92.4],
    ['-1.234.567,5', 'vi-VN', -1234567.5],
    ['−5', 'vi-VN', -5],
    ['1234567', 'vi-VN', 1234567],
    ['2.22', 'vi-VN', undefined],
    ['0.13', 'vi-VN', undefined],
    ['0,13', 'en-US', undefined],
    ['1,234.5', 'vi-VN', undefined],
    ['1.2345', 'vi-VN', undefined],
    ['12.34.567', 'vi-VN', undefined],
    ['n/a', 'vi-VN', undefined],
    ['', 'vi-VN', undefined],
    ['308 tỷ', 'vi-VN', undefined],
    ['1e5', 'en-US', undefined],
    ['Infinity', 'en-US', undefined],
    ['0x10', 'en-US', undefined],
  ])('%s in %s is %s', (written, locale, value) => expect(parseNumber(written, locale)).toBe(value))
})

describe('a number', () => {
  it.each([
    [{ x: 86 }, 86],
    [{ x: -0 }, 0],
    [{ x: 308_000_000_001 }, 308_000_000_001],
    [{ x: '2.224' }, 2224],
    [{ x: '\u00a02.224 ' }, 2224],
    [{ x: null }, null],
    [{}, undefined],
  ])('is read from %j as %s', (record, value) => expect(number(x, scope(record, 'vi-VN'))).toBe(value))

  it.each([
    [{ x: true }],
    [{ x: 'n/a' }],
    [{ x: '' }],
    [{ x: 1e999 }],
    [{ x: Number.NaN }],
    [{ x: [1] }],
    [{ x: { y: 1 } }],
  ])('is never made of %j', (record) => expect(() => number(x, scope(record, 'vi-VN'))).toThrow(Unreadable))

  it('in a string is not guessed without a locale', () => {
    expect(() => number(x, scope({ x: '1.015' }))).toThrow('needs a locale')
  })

  it.each([1e308, -1e19, 1e15])(
    'of %d in millions is more than a city counts, and never becomes infinite',
    (n) => {
      expect(() => number({ path: '$.x', scale: 1e6 }, scope({ x: n }))).toThrow('too large a number')
    },
  )

  it('is scaled without the dust of binary arithmetic', () => {
    expect(number({ ...x, scale: 100 }, scope({ x: 0.924 }))).toBe(92.4)
  })
})

describe('text', () => {
  it('is composed, with Đ for Ð and plain spaces', () => {
    expect(normalise(' \u00d0o\u0061\u0300n\u00a0ph\u01b0\u1eddng\u200b ')).toBe(
      '\u0110o\u00e0n ph\u01b0\u1eddng',
    )
  })

  it.each([
    [{ x: ' a ' }, 'a'],
    [{ x: 5 }, '5'],
    [{ x: '' }, undefined],
    [{ x: '\u00a0' }, undefined],
    [{ x: null }, undefined],
    [{}, undefined],
  ])('is read from %j as %s', (record, value) => expect(text(x, scope(record))).toBe(value))

  it('is looked up in a table, whatever the spelling of Đ', () => {
    const field = { ...x, enum: { 'Đã xong': 'done' } }
    expect(text(field, scope({ x: '\u00d0ã xong' }))).toBe('done')
    expect(text({ ...field, otherwise: 'other' }, scope({ x: 'mới' }))).toBe('other')
    expect(() => text(field, scope({ x: 'mới' }))).toThrow(Unreadable)
  })

  it.each(['NaN', 'null', 'undefined', '-Infinity', '[object Object]', 'Invalid Date', '\u0000'])(
    'is not %j, which a program wrote for nothing',
    (written) => expect(text(x, scope({ x: written }))).toBeUndefined(),
  )

  it('has no half characters, which no address can hold', () => {
    expect(() => encodeURIComponent(text(x, scope({ x: 'a\ud800' })) ?? '')).not.toThrow()
  })

  it('looked up in a table drops its record when it is an object, even one that cannot become text', () => {
    const field = { path: '$.x', enum: { a: 'b' }, otherwise: 'c' }
    expect(() => text(field, scope({ x: { toString: 1 } }))).toThrow(Unreadable)
  })

  it('is joined only when every part is there', () => {
    const field = { join: [{ path: '$.nam' }, { path: '$.thang' }], with: '-' }
    expect(text(field, scope({ nam: 2023, thang: '04' }))).toBe('2023-04')
    expect(text(field, scope({ nam: 2023 }))).toBeUndefined()
  })

  it('is the first of several that is there', () => {
    expect(text({ coalesce: [x, { path: '$.y' }, 'z'] }, scope({ x: '', y: 'b' }))).toBe('b')
    expect(text({ coalesce: [x, { path: '$.y' }, 'z'] }, scope({ x: null }))).toBe('z')
  })

  it('can come from the whole answer', () => {
    expect(text({ ...x, from: 'root' }, { ...scope({}), root: { x: 'r' } })).toBe('r')
  })
})

const LOCAL = Date.UTC(2023, 3, 30, 11, 25)

describe('a date', () => {
  it.each<[string | number, string, number | undefined]>([
    ['2023-04-30T18:25:00+07:00', 'iso', LOCAL],
    ['2023-04-30T11:25:00Z', 'iso', LOCAL],
    ['2023-04-30T18:25:00', 'iso', LOCAL],
    ['2023-04-30 18:25', 'iso', LOCAL],
    ['2023-04-30', 'iso', Date.UTC(2023, 3, 29, 17)],
    ['30/04/2023 18:25', 'dd/MM/yyyy HH:mm', LOCAL],
    [LOCAL / 1000, 'epoch-s', LOCAL],
    [LOCAL, 'epoch-ms', LOCAL],
    [String(LOCAL), 'epoch-ms', LOCAL],
    [`/Date(${LOCAL})/`, 'ms-date', LOCAL],
    [`/Date(${LOCAL}+0700)/`, 'ms-date', LOCAL],
    ['30/04/2023', 'iso', undefined],
    ['31/02/2023', 'dd/MM/yyyy', undefined],
    ['04/30/2023', 'dd/MM/yyyy', undefined],
    ['hôm qua', 'iso', undefined],
    ['', 'epoch-ms', undefined],
    [LOCAL, 'epoch-s', undefined],
    [LOCAL / 1000, 'epoch-ms', undefined],
    [0, 'epoch-ms', undefined],
  ])('%s read as %s is %s', (raw, pattern, at) => expect(parseDate(raw, pattern, ZONE)).toBe(at))

  it('that cannot be read is said so, and one that is missing is not', () => {
    expect(() => date(x, scope({ x: 'n/a' }))).toThrow(Unreadable)
    expect(date(x, scope({ x: null }))).toBeUndefined()
  })
})

describe('a period', () => {
  it.each([
    ['day', '2023-04-30'],
    ['month', '2023-04'],
    ['quarter', '2023-Q2'],
    ['half', '2023-H1'],
    ['year', '2023'],
  ] as const)('is the %s that contains a date, in the zone of the city', (kind, written) => {
    // 23:30 on the 30th in the city is still the 30th; in UTC it is 16:30.
    expect(periodOf(Date.UTC(2023, 3, 30, 16, 30), kind, ZONE)?.text).toBe(written)
    expect(period({ ...x, pattern: 'dd/MM/yyyy', period: kind }, scope({ x: '30/04/2023' }))?.text).toBe(
      written,
    )
  })

  it('may be written as text or as a year', () => {
    expect(period(x, scope({ x: '2023-Q2' }))?.kind).toBe('quarter')
    expect(period(x, scope({ x: 2023 }))?.kind).toBe('year')
    expect(period({ ...x, pattern: 'epoch-ms' }, scope({ x: LOCAL }))?.kind).toBe('instant')
    expect(() => period(x, scope({ x: 'quý II' }))).toThrow(Unreadable)
  })
})

describe('a property', () => {
  it.each([
    [{ x: 'a' }, undefined, 'a'],
    [{ x: 5 }, undefined, 5],
    [{ x: true }, undefined, true],
    [{ x: '2.224' }, 'number', 2224],
    [{ x: 5 }, 'text', '5'],
    [{ x: '30' }, 'boolean', null],
    [{ x: 'n/a' }, 'number', null],
    [{ x: [1] }, undefined, null],
    [{}, undefined, null],
  ] as const)('of %j as %s is %s and never costs the record', (record, as, value) => {
    expect(property(as ? { ...x, as } : x, scope(record, 'vi-VN'))).toBe(value)
  })
})

describe('a path', () => {
  const root = { data: [{ x: 'a' }, { x: 'b' }], none: [], empty: {}, nothing: null }

  it('finds values and tells nothing from null', () => {
    expect(findAll('$.data[?@.x=="b"].x', root)).toEqual(['b'])
    expect(find('$.nothing', root)).toBeNull()
    expect(find('$.missing', root)).toBeUndefined()
    expect(find('$.constructor', root)).toBeUndefined()
  })

  it.each([
    ['$.data[*]', true],
    ['$.none[*]', true],
    ['$', true],
    ['$.renamed[*]', false],
    ['$.nothing[*]', false],
    ['$.empty[*]', false],
    ['$.renamed', false],
  ])('%s knows whether there is a place for its records: %s', (path, there) => {
    expect(holds(path, root)).toBe(there)
  })

  it.each(['data', '$.[', '$[?match(@.x, "(a+)+")]', '$[?search(@.x, "a")]', '$.a; alert(1)'])(
    '%s is refused',
    (path) => expect(safeParse(Path, path).success).toBe(false),
  )
})

describe('the language of fields', () => {
  it.each([
    { path: '$.x', as: 'int' },
    { path: '$.x', form: 'root' },
    { const: { a: 1 } },
    '$.x',
    { coalesce: [] },
    {},
  ])('refuses %j', (field) => expect(safeParse(Field, field).success).toBe(false))
})

describe('a template', () => {
  it('is filled with the day in the city, and nothing else', () => {
    const newYear = Date.UTC(2022, 11, 31, 18)
    expect(fill('{{year}}-{{month}}-{{day}} {{date}} {{secret}}', newYear, ZONE)).toBe(
      '2023-01-01 2023-01-01 {{secret}}',
    )
  })
})
