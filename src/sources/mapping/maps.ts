import * as v from 'valibot'
import { Text } from '../../city/text'
import { Field } from './field'
import { Path } from './path'

const optional = v.optional(Field)

export const COMPARISONS = ['previous', 'baseline', 'nation', 'peer', 'usual'] as const

/** How a record becomes a reading. */
export const ReadingMap = v.strictObject({
  figure: Field,
  value: optional,
  low: optional,
  high: optional,
  qualifier: optional,
  of: v.optional(v.strictObject({ numerator: Field, denominator: Field })),
  rank: v.optional(
    v.strictObject({ place: Field, outOf: optional, moved: optional, scope: v.optional(Text) }),
  ),
  compare: v.optional(
    v.array(
      v.strictObject({
        kind: v.picklist(COMPARISONS),
        value: Field,
        asOf: optional,
        label: v.optional(Text),
      }),
    ),
  ),
  asOf: optional,
  observedAt: optional,
  area: optional,
  dims: v.optional(v.record(v.string(), Field)),
  document: optional,
  note: v.optional(Text),
})
export type ReadingMap = v.InferOutput<typeof ReadingMap>

/** How a record becomes an object on the map. Without `geometry`, `lon` and `lat` in degrees. */
export const FeatureMap = v.strictObject({
  id: optional,
  name: optional,
  geometry: v.optional(v.strictObject({ path: Path })),
  lon: optional,
  lat: optional,
  kind: optional,
  status: optional,
  accuracy: optional,
  accuracyM: optional,
  area: optional,
  props: v.optional(v.record(v.string(), Field)),
  links: v.optional(v.array(v.strictObject({ label: Field, url: Field }))),
  observedAt: optional,
  /** How far the record itself says it can be trusted. */
  quality: optional,
})
export type FeatureMap = v.InferOutput<typeof FeatureMap>

/** How a record becomes a row of a list. */
export const ItemMap = v.strictObject({
  id: Field,
  title: Field,
  text: optional,
  owner: optional,
  group: optional,
  status: optional,
  at: optional,
  url: optional,
})
export type ItemMap = v.InferOutput<typeof ItemMap>

/** How a record becomes a matter to finish. An open one whose due time has passed counts as overdue. */
export const CaseMap = v.strictObject({
  id: Field,
  title: Field,
  /** `new doing overdue done doneLate rejected`, usually by a table. */
  state: Field,
  category: optional,
  /** `minor major critical`. */
  severity: optional,
  agency: optional,
  area: optional,
  channel: optional,
  openedAt: optional,
  updatedAt: optional,
  respondedAt: optional,
  dueAt: optional,
  closedAt: optional,
  satisfaction: optional,
  progress: optional,
  budget: optional,
})
export type CaseMap = v.InferOutput<typeof CaseMap>

/** How a record becomes an entry of a feed. */
export const PostMap = v.strictObject({
  id: Field,
  title: Field,
  text: optional,
  url: optional,
  at: Field,
  publisher: optional,
  /** `positive neutral negative`, usually by a table. */
  tone: optional,
  /** Topics in one text, divided by commas, or several fields. */
  topics: v.optional(v.union([Field, v.array(Field)])),
  answerBy: optional,
  answeredAt: optional,
})
export type PostMap = v.InferOutput<typeof PostMap>
