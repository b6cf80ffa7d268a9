import * as en from '../ui/locales/problems/en'
import * as vi from '../ui/locales/problems/vi'
import type { Language } from './text'

export type ProblemCode = keyof typeof vi.problems

/** Keys and positions from the top of the file down. */
export type Path = readonly (string | number)[]

/** One thing that is wrong with a city file. */
export interface Problem {
  /** Where, such as `sources.onestop.every`; empty for the whole file. */
  path: string
  code: ProblemCode
  /** What stands there: short, and never a secret. */
  value: string
  /** Names that would do, the closest first. */
  known: readonly string[]
  /** `file`: the file is refused. `entry`: only this entry and what depends on it is switched off. */
  severity: 'file' | 'entry'
  /** What the sentence needs beside the value: a bound, a cause, a status, the name of a type. */
  detail?: string
  /** Line in the file's text, from 1. */
  line?: number
  /** The module's file, when it is not the city file itself. */
  file?: string
}

const LANGUAGES = { vi, en }
const NAMES_SHOWN = 8

/** `['sources', 'onestop', 'records', 0]` as a person writes it: `sources.onestop.records[0]`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  )
}

/** A value for a message: as JSON, cut to what fits a line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** A problem that costs its entry only, with the value as it stands in the file. */
export function entryProblem(code: ProblemCode, path: Path, value: unknown, detail?: string): Problem {
  return {
    path: pathText(path),
    code,
    value: shown(value),
    known: [],
    severity: 'entry',
    ...(detail && { detail }),
  }
}

/** The names, those most like `wanted` first. */
export function nearest(wanted: string, names: Iterable<string>): string[] {
  return [...names]
    .map((name) => ({ name, far: distance(wanted.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .map(({ name }) => name)
}

/** One paragraph for the person who keeps the file: where, what, and how to mend it. */
export function explain(problem: Problem, language: Language): string {
  const { problems, words } = LANGUAGES[language]
  const where = [
    problem.file,
    problem.line === undefined ? undefined : fill(words.line, { line: String(problem.line) }),
  ].filter((part) => part !== undefined)
  const line = where.length > 0 ? ` (${where.join(', ')})` : ''
  const detail = problem.detail ?? ''
  const sentence = fill(problems[problem.code], {
    value: problem.value || words.nothing,
    detail: problem.code === 'type' && isWord(detail) ? words[detail] : detail,
    line: String(problem.line ?? '?'),
  })
  return [`${problem.path || words.file}${line}: ${sentence}`, ...hints(problem, words)].join(' ')
}

function hints({ known, value }: Problem, words: Record<keyof typeof vi.words, string>): string[] {
  const [closest] = known
  if (closest === undefined) return []
  const wanted = value.replaceAll('"', '')
  const alike = distance(wanted.toLowerCase(), closest.toLowerCase()) <= Math.max(2, wanted.length / 3)
  const names = known.slice(0, NAMES_SHOWN)
  if (known.length > NAMES_SHOWN) names.push(fill(words.more, { count: String(known.length - NAMES_SHOWN) }))
  return [
    ...(alike ? [fill(words.guess, { name: closest })] : []),
    fill(words.known, { names: names.join(', ') }),
  ]
}

function isWord(text: string): text is keyof typeof vi.words {
  return text in vi.words
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Levenshtein distance: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
