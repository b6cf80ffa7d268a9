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
