import * as v from 'valibot'
import { defineConnector, SourceFault, type HttpRequest, type ReadContext } from '../contract'
import { createGatherer } from '../gather'
import { readCase, readFeature, readItem, readPost, readReading, type Defaults } from '../mapping/evaluate'
import { date, Field, Unreadable, type Scope } from '../mapping/field'
import { CaseMap, FeatureMap, ItemMap, PostMap, ReadingMap } from '../mapping/maps'
import { LOCALES } from '../mapping/numbers'
import { find, findAll, holds, missingChoice, Path } from '../mapping/path'
import { address, Body, oneAddress, payload, requestEntries } from '../mapping/request'
import { redact } from '../redact'

const Scalar = v.union([v.string(), v.number(), v.boolean(), v.null()])
const Condition = v.strictObject({ path: Path, equals: Scalar })

const KINDS = ['reading', 'feature', 'item', 'case', 'post'] as const
const Records = v.pipe(
  v.strictObject({
    each: v.optional(Path, '$'),
    where: v.optional(Condition),
    reading: v.optional(ReadingMap),
    feature: v.optional(FeatureMap),
    item: v.optional(ItemMap),
    case: v.optional(CaseMap),
    post: v.optional(PostMap),
  }),
  v.check((entry) => KINDS.filter((kind) => entry[kind]).length === 1, 'one'),
)

const schema = v.pipe(
  v.strictObject({
    ...requestEntries,
    method: v.optional(v.picklist(['GET', 'POST']), 'GET'),
    body: v.optional(Body),
    /** How numbers in strings are written; without it a number in a string is dropped, never guessed. */
    locale: v.optional(v.picklist(LOCALES)),
    /** Zone of dates without an offset; the city's unless told. */
    zone: v.optional(v.string()),
    /** How the answer says that it is one. */
    success: v.optional(Condition),
    observedAt: v.optional(Field),
    records: v.pipe(v.array(Records), v.minLength(1)),
  }),
  oneAddress(),
)
type Options = v.InferOutput<typeof schema>

function requestOf(options: Options, context: ReadContext): HttpRequest {
  const { method, headers, query, body } = options
  const url = address(context.resolve(options), query, context)
  if (!body) return { url, method, headers }
  const { type, ...rest } = payload(body, context)
  return { url, method, headers: { 'Content-Type': type, ...headers }, ...rest }
}

/** 200 is not success: the answer itself must look like one (domain.md §3.1.6). */
function checkShape(options: Options, root: unknown): void {
  if (typeof root !== 'object' || root === null)
    throw new SourceFault('shape', `not an answer: ${sampleOf(root)}`)
  const { success } = options
  if (success && find(success.path, root) !== success.equals)
    throw new SourceFault('shape', `${success.path} does not say success: ${sampleOf(root)}`)
  for (const { each } of options.records)
    if (!holds(each, root)) throw new SourceFault('shape', `nothing at ${each}: ${sampleOf(root)}`)
}

/** A list in which no record has the field that chooses among them has another format; it is not an empty one. */
function checkChoice(
  each: string,
  where: { path: string } | undefined,
  found: readonly unknown[],
  root: unknown,
): void {
  const unsaid = where && found.length > 0 && found.every((record) => find(where.path, record) === undefined)
  const missing = unsaid ? where.path : found.length === 0 ? missingChoice(each, root) : undefined
  if (missing !== undefined) throw new SourceFault('shape', `no record at ${each} has ${missing}`)
}

const sampleOf = (value: unknown) => redact(JSON.stringify(value))

/** The source's own time. Configured and unreadable, nobody could tell how old the answer is: it is refused. */
function timeOf(options: Options, scope: Scope): number | undefined {
  if (options.observedAt === undefined) return undefined
  try {
    const at = date(options.observedAt, scope)
    if (at !== undefined) return at
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  throw new SourceFault('shape', 'the time of the answer cannot be read')
}

/** Reads one record as what its entry says it is; the schema has seen to it that it says exactly one thing. */
function take(
  gather: ReturnType<typeof createGatherer>,
  { reading, feature, item, case: matter, post }: Omit<v.InferOutput<typeof Records>, 'each' | 'where'>,
  { place, record }: { place: string; record: unknown },
  scope: Scope,
  defaults: Defaults,
): void {
  if (reading) gather.reading(place, record, () => readReading(reading, scope, defaults))
  else if (feature) gather.feature(place, record, () => readFeature(feature, scope, defaults))
  else if (item) gather.item(place, record, () => readItem(item, scope))
  else if (matter) gather.case(place, record, () => readCase(matter, scope, defaults))
  else if (post) gather.post(place, record, () => readPost(post, scope))
}

/** Any JSON over HTTP, mapped to records by paths and tables in the city file (domain.md §3.2 (1)). */
export default defineConnector({
  kind: 'rest',
  schema,
  example: {
    via: 'motcua/thongke',
    query: { nam: '{{year}}' },
    locale: 'vi-VN',
    success: { path: '$.success', equals: true },
    observedAt: { path: '$.capNhat', pattern: 'dd/MM/yyyy HH:mm:ss' },
    records: [
      {
        each: '$.data[*]',
        reading: {
          figure: 'ho-so-truc-tuyen',
          value: { path: '$.tyLe' },
          asOf: { path: '$.ky', pattern: 'MM/yyyy', period: 'month' },
        },
      },
    ],
  },
  async read(options, context) {
    const { json: root } = await context.http.json(requestOf(options, context))
    const gather = createGatherer()
    if (root === undefined) return gather.batch()
    checkShape(options, root)
    const { locale, zone = context.zone } = options
    const observedAt = timeOf(options, { record: root, root, locale, zone })
    const defaults: Defaults = { area: context.area, now: context.now, observedAt, accuracy: 'ward' }
    for (const { each, where, ...as } of options.records) {
      const found = findAll(each, root)
      checkChoice(each, where, found, root)
      for (const [index, record] of found.entries()) {
        if (where && find(where.path, record) !== where.equals) continue
        const scope = { record, root, locale, zone }
        const place = `${each} ${index}`
        take(gather, as, { place, record }, scope, defaults)
      }
    }
    return gather.batch(observedAt)
  },
})
