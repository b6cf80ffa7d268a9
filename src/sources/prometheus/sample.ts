import * as v from 'valibot'
import { instant } from '../../city/period'
import { Id } from '../../city/text'
import { Unreadable } from '../mapping/field'
import type { Reading } from '../records'
import { redact } from '../redact'

/** Readings of one figure, taken from the series of an instant query. */
export const Series = v.strictObject({
  figure: Id,
  /** Only series with these labels. */
  where: v.optional(v.record(v.string(), v.string()), {}),
  /** The label that names the area, and which area each of its values means; without it the city's own. */
  area: v.optional(v.strictObject({ label: v.string(), areas: v.optional(v.record(v.string(), Id), {}) })),
  /** Further breakdown: the label of each dimension. */
  dims: v.optional(v.record(v.string(), v.string()), {}),
  /** 100 makes a share a percentage. */
  scale: v.optional(v.number(), 1),
})
export type Series = v.InferOutput<typeof Series>

const Labels = v.record(v.string(), v.string())
const Sample = v.tuple([v.number(), v.string()])
/** A series of an answer with its newest value, or with several. */
export const Vector = v.looseObject({
  metric: Labels,
  value: v.optional(Sample),
  values: v.optional(v.array(Sample)),
})
export type Vector = v.InferOutput<typeof Vector>

export function readSample(
  { metric, value, values }: Vector,
  series: Series,
  city: Id,
  warnings: readonly string[],
): Reading {
  const sample = value ?? values?.at(-1)
  if (!sample) throw new Unreadable('value', 'missing', metric)
  const [seconds, text] = sample
  // "NaN", "+Inf": divided by nothing. No value, and certainly not 0.
  const number = /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(text) ? Number(text) * series.scale : NaN
  if (!Number.isFinite(number)) throw new Unreadable('value', 'not a number', text)
  const { area, dims } = series
  const named = area && metric[area.label]
  if (area && named === undefined) throw new Unreadable(area.label, 'missing', metric)
  const at = seconds * 1000
  const warning = warnings.length > 0 ? redact(warnings.join('; ')) : undefined
  const reading: Reading = {
    figure: series.figure,
    area: named === undefined ? city : (area?.areas[named] ?? named),
    dims: Object.fromEntries(Object.entries(dims).map(([dim, label]) => [dim, metric[label] ?? ''])),
    value: number,
    asOf: instant(at),
    observedAt: at,
    qualifier: 'exact',
    compare: [],
    quality: 'live',
  }
  // What Prometheus warns of is most often that a part of its data was missing.
  return warning === undefined
    ? reading
    : { ...reading, quality: 'partial', note: { vi: warning, en: warning } }
}

export const matches = ({ metric }: Vector, where: Readonly<Record<string, string>>) =>
  Object.entries(where).every(([label, value]) => metric[label] === value)
