import { pathText, shown, type Path, type Problem, type ProblemCode } from './problems'
import { safeUrl } from './url'

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype']
const SECRET_KEY =
  /(?:^|[-_.])(?:token|pass(?:word|wd|phrase)|secret|authori[sz]ation|(?:api|access|private)[-_]?key|bearer|cookie|credentials?)$/i
const SECRET_VALUES = [
  // user:password@host in any scheme, rtsp first of all
  /^[a-z][a-z0-9+.-]*:\/\/[^/\s@]+@/i,
  /\b(?:bearer|basic)\s+[a-z0-9+/=._~-]{8,}/i,
  /\beyJ[\w-]{8,}\.eyJ/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /(?:^|[?&;\s])(?:access[-_]?token|token|api[-_]?key|key|password|secret)=[^\s&]/i,
]
const SCRIPT = /^(?:javascript|vbscript):|^data:(?:text\/html|image\/svg|application\/xhtml)|<script|<iframe/i

/** What makes a whole file unwelcome, wherever in it that stands: secrets, scripts, keys that corrupt objects. */
export function safetyProblems(value: unknown, path: Path = []): Problem[] {
  if (typeof value === 'string') return textProblems(value, path)
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, i) => safetyProblems(item, [...path, i]))
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, key]
    if (PROTOTYPE_KEYS.includes(key)) return [problem('prototype-key', at, key)]
    if (typeof inner !== 'object' && isSecretKey(key)) return [problem('secret-key', at, key)]
    return safetyProblems(inner, at)
  })
}

/** Addresses in an entry that nothing may follow; `base` is where relative ones start. */
export function addressProblems(value: unknown, path: Path, base: string): Problem[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (typeof inner !== 'string') return addressProblems(inner, at, base)
    const isAddress = key === 'url' || key === 'gateway'
    return isAddress && safeUrl(inner, base) === undefined
      ? [{ ...problem('url', at, shown(inner)), severity: 'entry' as const }]
      : []
  })
}

function textProblems(text: string, path: Path): Problem[] {
  // The value itself stays out of the message: messages end up on screens and in tickets.
  if (SECRET_VALUES.some((pattern) => pattern.test(text))) return [problem('secret-value', path, '')]
  return SCRIPT.test(text.replace(/[\s\p{Cc}]/gu, '')) ? [problem('script', path, shown(text))] : []
}

/** apiKey, api_key and X-Api-Key alike. */
function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key.replace(/([a-z])([A-Z])/g, '$1-$2'))
}

function problem(code: ProblemCode, path: Path, value: string): Problem {
  return { path: pathText(path), code, value, known: [], severity: 'file' }
}
