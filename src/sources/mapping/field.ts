import * as v from 'valibot'
import { instant, parsePeriod, type Period } from '../../city/period'
import { parseDate, periodOf, SPANS } from './dates'
import { normalise } from './normalise'
import { LARGEST, parseNumber, tidy, type NumberLocale } from './numbers'
import { find, isObject, Path } from './path'

const Scalar = v.union([v.string(), v.number(), v.boolean(), v.null()])
export type Scalar = v.InferOutput<typeof Scalar>

/** What may be done to a raw value, in this order: enum, then reading it as the type, then the scale. */
const shaping = {
  as: v.optional(v.picklist(['number', 'text', 'date', 'boolean'])),
  scale: v.optional(v.number()),
  /** "iso", "epoch-s", "epoch-ms", "ms-date" or a date-fns pattern. */
  pattern: v.optional(v.string()),
  /** The date is read as the period that contains it. */
  period: v.optional(v.picklist(SPANS)),
  enum: v.optional(v.record(v.string(), Scalar)),
  /** For a value that `enum` does not name; without it such a record is dropped. */
  otherwise: v.optional(Scalar),
}
type Shaping = v.InferOutput<v.StrictObjectSchema<typeof shaping, undefined>>

export type Field =
  | string
  | number
  | boolean
  | { const: Scalar }
  | ({ path: string; from?: 'record' | 'root' | undefined } & Shaping)
  | ({ coalesce: Field[] } & Shaping)
  | ({ join: Field[]; with?: string | undefined } & Shaping)

/** Where a value comes from. A bare string, number or boolean is a constant; "$" in front is a mistake for a path. */
export const Field: v.GenericSchema<unknown, Field> = v.union([
  v.pipe(
    v.string(),
    v.check((text) => !text.startsWith('$'), 'path'),
  ),
  v.number(),
  v.boolean(),
  v.strictObject({ const: Scalar }),
  v.strictObject({ path: Path, from: v.optional(v.picklist(['record', 'root'])), ...shaping }),
  v.strictObject({ coalesce: v.pipe(v.array(v.lazy(() => Field)), v.minLength(1)), ...shaping }),
  v.strictObject({
    join: v.pipe(v.array(v.lazy(() => Field)), v.minLength(1)),
    with: v.optional(v.string()),
    ...shaping,
  }),
])

/** What a field is read from, and how the source writes. */
export interface Scope {
  record: unknown
  root: unknown
  locale: NumberLocale | undefined
  zone: string
}

/** A value that is there and cannot be what it should be: its record is dropped. */
export class Unreadable extends Error {
  readonly path: string
  readonly value: unknown

  constructor(path: string, reason: string, value: unknown) {
    super(reason)
    this.path = path
    this.value = value
  }
}

/** The raw value before its type is known. Undefined: not there; null: the source says that it has none. */
function raw(field: Field, scope: Scope): unknown {
  if (typeof field !== 'object') return field
  if ('const' in field) return field.const
  if ('path' in field)
    return named(field, find(field.path, field.from === 'root' ? scope.root : scope.record))
  if ('join' in field)
    return named(
      field,
      joined(
        field.join.map((part) => text(part, scope)),
        field.with ?? '',
      ),
    )
  let last: unknown
  for (const part of field.coalesce) {
    last = raw(part, scope)
    if (last !== undefined && last !== null && last !== '') break
  }
  return named(field, last)
}

function joined(parts: (string | undefined)[], between: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(between)
}

function named(field: Field, value: unknown): unknown {
  const table = shapingOf(field).enum
  if (!table || value === undefined || value === null) return value
  // String() of an object is no name, and throws for one that has a `toString` of its own.
  if (typeof value === 'object') throw new Unreadable(pathOf(field), 'not text', value)
  const key = normalise(String(value))
  const match = Object.entries(table).find(([name]) => normalise(name) === key)
  if (match) return match[1]
  const { otherwise } = shapingOf(field)
  if (otherwise === undefined)
    throw new Unreadable(pathOf(field), 'a value that the table does not name', value)
  return otherwise
}

const shapingOf = (field: Field): Shaping => (typeof field === 'object' && !('const' in field) ? field : {})

export const pathOf = (field: Field): string =>
  isObject(field) && 'path' in field ? field.path : JSON.stringify(field)

const absent = (value: unknown) => value === undefined || value === null || value === ''

/** Text, normalised; undefined when missing, null or empty. */
export function text(field: Field | undefined, scope: Scope): string | undefined {
  if (field === undefined) return undefined
  const value = raw(field, scope)
  if (absent(value)) return undefined
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new Unreadable(pathOf(field), 'not text', value)
  return normalise(String(value)) || undefined
}

/** A finite number; null when the source says null, undefined when it says nothing. */
export function number(field: Field | undefined, scope: Scope): number | null | undefined {
  if (field === undefined) return undefined
  const value = raw(field, scope)
  if (value === undefined || value === null) return value
  const read = typeof value === 'string' ? written(value, scope.locale) : value
  if (typeof read !== 'number' || !Number.isFinite(read)) {
    const undeclared = typeof value === 'string' && scope.locale === undefined
    throw new Unreadable(
      pathOf(field),
      undeclared ? 'a number in a string needs a locale' : 'not a number',
      value,
    )
  }
  const scaled = read * (shapingOf(field).scale ?? 1)
  if (Math.abs(scaled) > LARGEST) throw new Unreadable(pathOf(field), 'too large a number', value)
  return tidy(scaled)
}

const written = (value: string, locale: NumberLocale | undefined) =>
  locale === undefined ? undefined : parseNumber(normalise(value), locale)

/** A number where null and nothing mean the same: there is none. */
export const numberOrNone = (field: Field | undefined, scope: Scope) => number(field, scope) ?? undefined

/** Epoch ms. */
export function date(field: Field | undefined, scope: Scope): number | undefined {
  if (field === undefined) return undefined
  const value = raw(field, scope)
  if (absent(value)) return undefined
  const at =
    typeof value === 'string' || typeof value === 'number'
      ? parseDate(value, shapingOf(field).pattern ?? 'iso', scope.zone)
      : undefined
  if (at === undefined) throw new Unreadable(pathOf(field), 'not a date in the declared pattern', value)
  return at
}

/** What a figure speaks of: text such as 2023-04, or a date read with `pattern` and `period`. */
export function period(field: Field | undefined, scope: Scope): Period | undefined {
  if (field === undefined) return undefined
  const { pattern, period: span } = shapingOf(field)
  if (pattern !== undefined || span !== undefined) {
    const at = date(field, scope)
    if (at === undefined) return undefined
    return span ? periodOf(at, span, scope.zone) : instant(at)
  }
  const said = text(field, scope)
  const read = said === undefined ? undefined : parsePeriod(said, scope.zone)
  if (said !== undefined && read === undefined) throw new Unreadable(pathOf(field), 'not a period', said)
  return read
}

/** A property to show: of the declared type, or as the source has it. What cannot be read is null, never dropped. */
export function property(field: Field, scope: Scope): Scalar {
  try {
    const { as } = shapingOf(field)
    if (as === 'number') return number(field, scope) ?? null
    if (as === 'date') return date(field, scope) ?? null
    const value = raw(field, scope)
    if (typeof value === 'boolean') return as === 'text' ? String(value) : value
    if (as === 'boolean') return null
    if (typeof value === 'number' && as !== 'text') return Number.isFinite(value) ? value : null
    return text(field, scope) ?? null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
