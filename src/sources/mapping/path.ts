import { JSONPathEnvironment, JSONPathQuery, type JSONValue } from 'json-p3'
import * as v from 'valibot'

/** RFC 9535 without its two regular-expression functions: a pattern from a file could stall the page. */
const environment = new JSONPathEnvironment()
environment.functionRegister.delete('match')
environment.functionRegister.delete('search')

const compiled = new Map<string, JSONPathQuery>()

function compile(path: string): JSONPathQuery {
  const known = compiled.get(path)
  if (known) return known
  const query = environment.compile(path)
  compiled.set(path, query)
  return query
}

function compiles(path: string): boolean {
  try {
    compile(path)
    return true
  } catch {
    return false
  }
}

/** A JSONPath; nothing in it is ever evaluated as code. */
export const Path = v.pipe(v.string(), v.startsWith('$'), v.check(compiles, 'path'))

/** Anything JSON.parse can return. */
export function isJson(value: unknown): value is JSONValue {
  return value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value)
}

/** Every value that a path finds, in document order. */
export function findAll(path: string, root: unknown): JSONValue[] {
  return isJson(root) ? compile(path).query(root).values() : []
}

/** The first value that a path finds; undefined when there is none, which is not the same as null. */
export function find(path: string, root: unknown): JSONValue | undefined {
  return isJson(root) ? compile(path).match(root)?.value : undefined
}

/**
 * Whether the place exists where a path looks for its records. An empty list is an answer; a list that is not
 * there is a changed format.
 */
export function holds(path: string, root: unknown): boolean {
  if (!isJson(root)) return false
  const query = compile(path)
  if (query.singularQuery()) return !query.query(root).empty()
  const place = new JSONPathQuery(environment, query.segments.slice(0, -1)).query(root).values()
  return place.some((value) => Array.isArray(value) || (isObject(value) && Object.keys(value).length > 0))
}

const FILTER = /^(.*)\[\?(.*)\]$/
const COMPARED = /@\.(\w+)\s*(?:[=!<>]=?)/g

/**
 * A field by which a path chooses among the entries of a list, `kpi` of `$.data[?@.kpi == 'A']`, and that no entry of
 * the list has: nothing was found because the format changed, and not because there is nothing.
 */
export function missingChoice(path: string, root: unknown): string | undefined {
  const [, list, test] = FILTER.exec(path) ?? []
  if (list === undefined || test === undefined) return undefined
  const entries = findAll(`${list}[*]`, root)
  const fields = [...test.matchAll(COMPARED)].flatMap(([, field]) => field ?? [])
  return entries.length === 0
    ? undefined
    : fields.find((field) => entries.every((entry) => !has(entry, field)))
}

const has = (entry: unknown, field: string) => isObject(entry) && Object.hasOwn(entry, field)

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
