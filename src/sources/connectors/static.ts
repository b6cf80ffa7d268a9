import * as v from 'valibot'
import { parsePeriod, type Period } from '../../city/period'
import { Id, Text } from '../../city/text'
import { defineConnector, SourceFault } from '../contract'
import { createGatherer } from '../gather'
import { known } from '../known'
import { WIDEST_M } from '../mapping/evaluate'
import { Unreadable } from '../mapping/field'
import { Geometry } from '../mapping/geometry'
import { COMPARISONS } from '../mapping/maps'
import { normalise } from '../mapping/normalise'
import { LARGEST } from '../mapping/numbers'
import { oneAddress } from '../mapping/request'
import { ACCURACIES, QUALIFIERS, QUALITIES, STATUSES, type Feature, type Reading } from '../records'
import { redact } from '../redact'

const schema = v.pipe(
  v.strictObject({ url: v.exactOptional(v.string()), via: v.exactOptional(v.string()) }),
  oneAddress(),
)

const Value = v.pipe(v.number(), v.finite(), v.minValue(-LARGEST), v.maxValue(LARGEST))
const optional = v.exactOptional(Value)
const Qualities = v.picklist(QUALITIES)

const StaticReading = v.strictObject({
  figure: Id,
  value: v.nullable(Value),
  low: optional,
  high: optional,
  qualifier: v.optional(v.picklist(QUALIFIERS), 'exact'),
  of: v.exactOptional(v.strictObject({ numerator: Value, denominator: Value })),
  rank: v.exactOptional(
    v.strictObject({ place: Value, outOf: optional, moved: optional, scope: v.exactOptional(Text) }),
  ),
  compare: v.optional(
    v.array(
      v.strictObject({
        kind: v.picklist(COMPARISONS),
        value: Value,
        asOf: v.exactOptional(v.string()),
        label: v.exactOptional(Text),
      }),
    ),
    [],
  ),
  asOf: v.string(),
  area: v.exactOptional(Id),
  dims: v.optional(v.record(v.string(), v.string()), {}),
  document: v.exactOptional(Id),
  note: v.exactOptional(Text),
  quality: v.optional(Qualities, 'manual'),
})

/** Text of a hand is foreign text too. */
const Said = v.pipe(v.string(), v.transform(normalise))
const Name = v.pipe(Said, v.nonEmpty())

const StaticFeature = v.strictObject({
  id: Said,
  name: Name,
  geometry: Geometry,
  kind: Said,
  status: v.optional(v.picklist(STATUSES), 'unknown'),
  accuracy: v.picklist(ACCURACIES),
  accuracyM: v.exactOptional(v.pipe(Value, v.minValue(0), v.maxValue(WIDEST_M))),
  area: v.exactOptional(Said),
  props: v.optional(v.record(v.string(), v.union([Said, v.number(), v.boolean(), v.null()])), {}),
  links: v.optional(v.array(v.strictObject({ label: Said, url: Said })), []),
  quality: v.optional(Qualities, 'manual'),
})

const StaticItem = v.strictObject({
  id: Said,
  title: Name,
  text: v.exactOptional(Said),
  owner: v.exactOptional(Said),
  group: v.exactOptional(Said),
  status: v.exactOptional(v.picklist(STATUSES)),
  at: v.exactOptional(Said),
  url: v.exactOptional(Said),
})

const List = v.exactOptional(v.array(v.unknown()), [])
const File = v.pipe(
  v.looseObject({}),
  // A file without any list is not an empty file: it is another one.
  v.check((file) => 'readings' in file || 'features' in file || 'items' in file, 'empty'),
  v.strictObject({ $schema: v.exactOptional(v.string()), readings: List, features: List, items: List }),
)

function check<T>(schema: v.GenericSchema<unknown, T>, record: unknown): T {
  const result = v.safeParse(schema, record)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Unreadable(v.getDotPath(issue) ?? '$', issue.message, issue.input)
}

function periodAt(text: string, zone: string): Period {
  const period = parsePeriod(text, zone)
  if (!period) throw new Unreadable('asOf', 'not a period', text)
  return period
}

function readingOf(record: unknown, zone: string, area: string): Reading {
  const { asOf, compare, ...rest } = check(StaticReading, record)
  return known({
    ...rest,
    area: rest.area ?? area,
    asOf: periodAt(asOf, zone),
    compare: compare.map(({ asOf: at, ...entry }) =>
      known({ ...entry, asOf: at === undefined ? undefined : periodAt(at, zone) }),
    ),
  })
}

const featureOf = (record: unknown): Feature => known(check(StaticFeature, record))

/** A hand-kept file of figures, objects and lists in our own words: what no system publishes (domain.md §5.1). */
export default defineConnector({
  kind: 'static',
  schema,
  example: { url: 'kien-an/figures.json' },
  async read(options, context) {
    const { json } = await context.http.json({ url: context.resolve(options) })
    const gather = createGatherer()
    if (json === undefined) return gather.batch()
    const file = v.safeParse(File, json)
    if (!file.success)
      throw new SourceFault('shape', `not a file of records: ${redact(JSON.stringify(json))}`)
    const { readings, features, items } = file.output
    for (const [i, record] of readings.entries())
      gather.reading(`readings ${i}`, record, () => readingOf(record, context.zone, context.area))
    for (const [i, record] of features.entries())
      gather.feature(`features ${i}`, record, () => featureOf(record))
    for (const [i, record] of items.entries())
      gather.item(`items ${i}`, record, () => known(check(StaticItem, record)))
    return gather.batch()
  },
})
