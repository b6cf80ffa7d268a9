import type { Chance } from './random'

/** What foreign programs write where a value should be, and what somebody who means harm would. */
const TEXTS: readonly [string, ...string[]] = [
  '',
  ' ',
  'NaN',
  'null',
  'undefined',
  'Infinity',
  '-Infinity',
  '[object Object]',
  'n/a',
  '--',
  'Invalid date',
  '1,234',
  '1.234',
  '1.234,56',
  '1e999',
  '-0',
  '0x1F',
  '١٢٣',
  '12 %',
  '9'.repeat(400),
  '<script>window.pwn=1</script>',
  '<img src=x onerror="window.pwn=1">',
  'javascript:window.pwn=1',
  '{{constructor.constructor("return 1")()}}',
  '\u202e\u2067đảo ngược\u2069',
  'Z͑ͫ̓a̴͌ͭl̵ͮ͗g̸o̷',
  'Phường Quán Trữ '.repeat(640),
  '\ud800',
  'a\u0000b',
  '👩‍👩‍👧‍👦🇻🇳',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
]

/** Dates in forms that a mapping did not declare, and dates that nobody can have measured. */
const DATES: readonly [string | number, ...(string | number)[]] = [
  '2026-02-30T10:00:00+07:00',
  '30/02/2026',
  '11/22/2026',
  '22-11-2026 25:61',
  '2026-W47',
  '+275760-09-13T00:00:00Z',
  '0000-00-00T00:00:00Z',
  '2026-11-23T10:00:00',
  'Mon, 23 Nov 2026 10:00:00 ICT',
  'hôm qua',
  '/Date(-1)/',
  0,
  -1,
  1e20,
  1_795_400_000,
  1_795_400_000_000,
]

const NUMBERS: readonly [number, ...number[]] = [
  0,
  -0,
  -1,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  0.1 + 0.2,
  1e21,
  3.5,
]

/** A number as text that JSON.parse reads and no finite number holds; put in after JSON.stringify. */
export const BEYOND = '@@1e999@@'

/** Any value that a field should not have. */
export function oddValue(chance: Chance): unknown {
  const kinds: readonly [() => unknown, ...(() => unknown)[]] = [
    () => chance.of(TEXTS),
    () => chance.of(TEXTS),
    () => chance.of(NUMBERS),
    () => chance.of(DATES),
    () => chance.of([true, false, null]),
    () => BEYOND,
    () => chance.of([[], {}, [null], [[]], { value: 1 }]),
    () => ({ toString: 1, valueOf: null }),
    () => deep(200),
  ]
  return chance.of(kinds)()
}

function deep(levels: number): unknown {
  let value: unknown = 'sâu'
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { con: value }
  return value
}

/** What no panel may ever read; Intl writes an infinite number as ∞. */
export const NEVER = /\b(NaN|undefined|null|Infinity)\b|\[object|∞/

/** The same as text, for formats that have nothing else. */
export function oddText(chance: Chance): string {
  const value = chance.of([chance.of(TEXTS), chance.of(NUMBERS), chance.of(DATES)])
  return String(value)
}
