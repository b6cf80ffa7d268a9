import * as v from 'valibot'
import { Text } from '../city/text'
import { Geometry } from './mapping/geometry'
import {
  ACCURACIES,
  ALERT_SEVERITIES,
  ALERT_STATUSES,
  CASE_STATES,
  QUALIFIERS,
  QUALITIES,
  STATUSES,
  TONES,
  type Batch,
} from './records'

/**
 * The records as they come back from storage, which is a border like any other. Raise RECORDS_VERSION when a field of
 * a record is added or changes: what was kept under another version is forgotten.
 */
export const RECORDS_VERSION = 2

const text = v.exactOptional(v.string())
const number = v.exactOptional(v.number())

const Period = v.object({
  kind: v.picklist(['instant', 'day', 'month', 'quarter', 'half', 'year']),
  text: v.string(),
  start: v.number(),
  end: v.number(),
})

const Reading = v.object({
  figure: v.string(),
  area: v.string(),
  dims: v.record(v.string(), v.string()),
  value: v.nullable(v.number()),
  low: number,
  high: number,
  qualifier: v.picklist(QUALIFIERS),
  of: v.exactOptional(v.object({ numerator: v.number(), denominator: v.number() })),
  rank: v.exactOptional(
    v.object({ place: v.number(), outOf: number, moved: number, scope: v.exactOptional(Text) }),
  ),
  compare: v.array(
    v.object({
      kind: v.picklist(['previous', 'baseline', 'nation', 'peer', 'usual']),
      value: v.number(),
      label: v.exactOptional(Text),
      asOf: v.exactOptional(Period),
    }),
  ),
  asOf: Period,
  observedAt: number,
  quality: v.picklist(QUALITIES),
  doubt: v.exactOptional(
    v.object({
      value: v.number(),
      why: v.picklist(['range', 'rate']),
      at: v.number(),
      count: v.number(),
      quality: v.picklist(QUALITIES),
    }),
  ),
  document: text,
  note: v.exactOptional(Text),
})

const Feature = v.object({
  id: v.string(),
  geometry: Geometry,
  name: v.string(),
  kind: v.string(),
  status: v.picklist(STATUSES),
  accuracy: v.picklist(ACCURACIES),
  accuracyM: number,
  area: text,
  props: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
  links: v.array(v.object({ label: v.string(), url: v.string() })),
  observedAt: number,
  quality: v.picklist(QUALITIES),
})

const Item = v.object({
  id: v.string(),
  title: v.string(),
  text,
  owner: text,
  group: text,
  status: v.exactOptional(v.picklist(STATUSES)),
  at: text,
  url: text,
})

const Case = v.object({
  id: v.string(),
  title: v.string(),
  state: v.picklist(CASE_STATES),
  category: text,
  severity: v.exactOptional(v.picklist(['minor', 'major', 'critical'])),
  agency: text,
  area: text,
  channel: text,
  openedAt: number,
  updatedAt: number,
  respondedAt: number,
  dueAt: number,
  closedAt: number,
  satisfaction: number,
  progress: number,
  budget: number,
})

const Post = v.object({
  id: v.string(),
  title: v.string(),
  text,
  url: text,
  at: v.number(),
  publisher: text,
  tone: v.exactOptional(v.picklist(TONES)),
  topics: v.array(v.string()),
  answerBy: number,
  answeredAt: number,
})

const Alert = v.object({
  id: v.string(),
  status: v.picklist(ALERT_STATUSES),
  severity: v.picklist(ALERT_SEVERITIES),
  title: v.string(),
  text,
  instruction: text,
  sender: text,
  area: text,
  geometry: v.exactOptional(Geometry),
  sentAt: v.number(),
  startsAt: number,
  expiresAt: number,
  url: text,
})

export const KeptBatch: v.GenericSchema<unknown, Batch> = v.object({
  readings: v.array(Reading),
  features: v.array(Feature),
  items: v.array(Item),
  cases: v.array(Case),
  posts: v.array(Post),
  alerts: v.array(Alert),
  dropped: v.array(v.object({ path: v.string(), reason: v.string(), sample: v.string() })),
  total: v.number(),
  skipped: number,
  observedAt: number,
  byRecord: v.exactOptional(v.boolean()),
})
