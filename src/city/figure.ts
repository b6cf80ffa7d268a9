import * as v from 'valibot'
import { Duration, Span } from './duration'
import { Limits } from './limits'
import { Id, Text } from './text'

/** Three pillars plus the two cross-cutting groups (domain.md §2.2). */
export const PILLARS = ['cqs', 'kts', 'xhs', 'ht', 'ioc'] as const
export const UNITS = ['%', 'count', 'Mbps', 'VND', 'score', 'rank', 'minute'] as const

/**
 * When the next reading is due.
 * `live`: the poll interval decides; `once`: published one time, no newer one is awaited;
 * a period: the reading of a period is due that long after the period's end.
 */
export const Cadence = v.union([
  v.picklist(['live', 'once']),
  v.strictObject({ period: v.picklist(['day', 'month', 'quarter', 'half', 'year']), due: Span }),
])
export type Cadence = v.InferOutput<typeof Cadence>

export const Target = v.strictObject({
  op: v.picklist(['>=', '<=', '=']),
  value: v.number(),
  due: v.optional(v.string()),
  label: v.optional(Text),
})
export type Target = v.InferOutput<typeof Target>

/** One definition; its values are readings, several of them, each with its own period. */
export const Figure = v.strictObject({
  /** The statement it comes from, such as "S0-5", or several of them. */
  ref: v.optional(v.union([v.string(), v.array(v.string())])),
  name: Text,
  short: v.optional(Text),
  pillar: v.picklist(PILLARS),
  unit: v.picklist(UNITS),
  /** The area that its own value speaks of; the city's unless told, such as the province beside one of its districts. */
  area: v.optional(Id),
  /** What is counted: "hồ sơ", "trạm". Written after the number. */
  counted: v.optional(Text),
  digits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))),
  /** Which way is good. A rank and overdue dossiers are good when low. */
  better: v.picklist(['high', 'low', 'neither']),
  /** Readings outside are suspect and are not drawn as fact. */
  plausible: v.optional(v.tuple([v.number(), v.number()])),
  /** Past `warn` deserves a look, past `alarm` deserves a hand; `better` tells which side is past. */
  limits: v.optional(Limits),
  /** The fastest change that can be true; a faster one is suspect until further readings confirm it. */
  rate: v.optional(v.strictObject({ by: v.pipe(v.number(), v.minValue(0)), within: Duration })),
  /** The parts that a complete reading has: areas by id, or the values of one breakdown. */
  expects: v.optional(v.strictObject({ by: v.string(), names: v.pipe(v.array(v.string()), v.minLength(2)) })),
  /** Whether the values of areas add up to that of the whole: counts do, shares and ranks never. */
  aggregate: v.optional(v.literal('sum')),
  target: v.optional(Target),
  sources: v.pipe(v.array(Id), v.minLength(1)),
  cadence: v.optional(Cadence),
  owner: v.optional(Id),
  document: v.optional(Id),
  method: v.optional(Text),
  footnote: v.optional(Text),
})
export type Figure = v.InferOutput<typeof Figure>
