import * as v from 'valibot'
import type { HttpRequest, ReadContext } from '../contract'
import { fill, Template } from './template'

const SECRET = /authorization|cookie|token|secret|password|api-?key/i

/** Where a source is: `via` on the city's gateway or `url` from the city file, and how it is asked. */
export const requestEntries = {
  via: v.optional(v.string()),
  url: v.optional(v.string()),
  query: v.optional(v.record(v.string(), Template), {}),
  headers: v.optional(
    v.record(
      v.pipe(
        v.string(),
        // Credentials live in the city's gateway: this file is public.
        v.check((name) => !SECRET.test(name), 'secret'),
      ),
      v.string(),
    ),
    {},
  ),
}

/** Exactly one address. */
export const oneAddress = <T extends { via?: string | undefined; url?: string | undefined }>() =>
  v.check<T, string>(({ via, url }) => (via === undefined) !== (url === undefined), 'address')

export const Body = v.union([
  /** Form fields; what is not text is sent as JSON text. */
  v.strictObject({ form: v.record(v.string(), v.unknown()) }),
  v.strictObject({ json: v.unknown() }),
])
export type Body = v.InferOutput<typeof Body>

/** The address with its query filled in. */
export function address(
  url: string,
  query: Readonly<Record<string, string>>,
  { now, zone }: ReadContext,
): string {
  const target = new URL(url)
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, fill(value, now, zone))
  return target.href
}

/** The body of a request and the header that names its type. */
export function payload(
  body: Body,
  { now, zone }: ReadContext,
): Pick<HttpRequest, 'body'> & { type: string } {
  const filled = (value: unknown) =>
    fill(typeof value === 'string' ? value : JSON.stringify(value), now, zone)
  if ('json' in body) return { type: 'application/json', body: filled(body.json) }
  const form = new URLSearchParams(Object.entries(body.form).map(([name, value]) => [name, filled(value)]))
  return { type: 'application/x-www-form-urlencoded', body: form.toString() }
}
