import type { Geometry } from 'geojson'
import type { Period } from '../city/period'
import type { Id, Text } from '../city/text'

/** How a value came to be; the screen never shows one as better than it is. */
export const QUALITIES = ['live', 'snapshot', 'manual', 'estimated', 'partial', 'suspect', 'missing'] as const
export type Quality = (typeof QUALITIES)[number]

/** "over", "at least", "about", "nearly": kept as the source says it (domain.md §1). */
export const QUALIFIERS = ['exact', 'gt', 'gte', 'lt', 'lte', 'approx', 'nearly'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

export interface Rank {
  place: number
  outOf?: number
  /** Places gained since the previous ranking; positive is towards the first place. */
  moved?: number
  scope?: Text
}

export interface Comparison {
  kind: 'previous' | 'baseline' | 'nation' | 'peer' | 'usual'
  value: number
  label?: Text
  asOf?: Period
}

/**
 * What the source says now and we do not believe: outside the plausible range, or a jump faster than can be. The
 * reading that carries it holds the last value that was believed, or none (faults §2.6).
 */
export interface Doubt {
  value: number
  why: 'range' | 'rate'
  /** Epoch ms of the doubted value. */
  at: number
  /** Readings in a row near this value; enough of them and a jump is believed. */
  count: number
  /** The quality of the value that stays. */
  quality: Quality
}

/** One value of one figure for one area and one period. Percentages are 0–100, money is đồng. */
export interface Reading {
  figure: Id
  area: Id
  /** Further breakdown, such as { group: 'CKMB' } or { agency: 'Sở Nội vụ' }. */
  dims: Readonly<Record<string, string>>
  value: number | null
  /** A range as printed (5.000–10.000): both bounds. */
  low?: number
  high?: number
  qualifier: Qualifier
  of?: { numerator: number; denominator: number }
  rank?: Rank
  compare: readonly Comparison[]
  asOf: Period
  /** When the source itself says it measured, epoch ms. */
  observedAt?: number
  quality: Quality
  doubt?: Doubt
  document?: Id
  note?: Text
}

/** In what way a position is known; a ward's centroid is never drawn as a surveyed point. */
export const ACCURACIES = ['surveyed', 'osm', 'geocoded', 'ward', 'schematic'] as const
export type Accuracy = (typeof ACCURACIES)[number]

export const STATUSES = ['ok', 'warn', 'alarm', 'off', 'unknown'] as const
export type Status = (typeof STATUSES)[number]

/** An object on the map. Geometry is WGS84 longitude, latitude and lies within the city's bounds. */
export interface Feature {
  id: Id
  geometry: Geometry
  name: string
  kind: string
  status: Status
  accuracy: Accuracy
  /** Radius of uncertainty in metres. */
  accuracyM?: number
  area?: string
  props: Readonly<Record<string, string | number | boolean | null>>
  links: readonly { label: string; url: string }[]
  observedAt?: number
  quality: Quality
}

/** A row of a list: a programme document, a model, a channel, a connected system. */
export interface Item {
  id: Id
  title: string
  text?: string
  owner?: string
  group?: string
  status?: Status
  /** ISO date or free period text as the source prints it. */
  at?: string
  url?: string
}

/** How far a matter is. `overdue` is open and past its due time; `doneLate` was finished after it. */
export const CASE_STATES = ['new', 'doing', 'overdue', 'done', 'doneLate', 'rejected'] as const
export type CaseState = (typeof CASE_STATES)[number]

/**
 * Something that somebody has to finish: a citizen's report, an incident, a task of a programme. Never a person, a
 * phone, a plate or an exact home (domain.md §2.7). Times are epoch ms.
 */
export interface Case {
  id: Id
  title: string
  state: CaseState
  /** Field or type, in the source's words: "Hạ tầng giao thông", "Va chạm giao thông". */
  category?: string
  severity?: 'minor' | 'major' | 'critical'
  /** Who has to finish it. */
  agency?: string
  area?: string
  /** The way it came in: Hạ Long Smart, Hòm thư góp ý, 113. */
  channel?: string
  openedAt?: number
  updatedAt?: number
  /** When somebody first acted on it. */
  respondedAt?: number
  dueAt?: number
  closedAt?: number
  /** How content the person was, 1–5. */
  satisfaction?: number
  /** Share done, 0–100. */
  progress?: number
  /** Đồng. */
  budget?: number
}

export const TONES = ['positive', 'neutral', 'negative'] as const
export type Tone = (typeof TONES)[number]

/** An entry of a feed: an article, a mention, an announcement. Text without markup. Times are epoch ms. */
export interface Post {
  id: Id
  title: string
  text?: string
  url?: string
  at: number
  publisher?: string
  tone?: Tone
  topics: readonly string[]
  /** It asks for an answer, and by when. */
  answerBy?: number
  answeredAt?: number
}

export const ALERT_SEVERITIES = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]
/** Only `actual` asks anybody to act; the others are shown as what they are and never raise an alarm (CAP 1.2 status). */
export const ALERT_STATUSES = ['actual', 'exercise', 'test'] as const
export type AlertStatus = (typeof ALERT_STATUSES)[number]

/** A warning that the city or another authority has given out and not taken back. Times are epoch ms. */
export interface Alert {
  /** Stays the same over updates: for CAP the first message of the chain. */
  id: Id
  status: AlertStatus
  severity: AlertSeverity
  title: string
  text?: string
  /** What the sender asks people to do. */
  instruction?: string
  sender?: string
  /** Where, in the sender's words. */
  area?: string
  geometry?: Geometry
  sentAt: number
  startsAt?: number
  expiresAt?: number
  url?: string
}

/** A record that did not get in: where it was, why, and a redacted sample for the source page. */
export interface Drop {
  path: string
  reason: string
  sample: string
}

/** Everything one successful read of a source brought. */
export interface Batch {
  readings: readonly Reading[]
  features: readonly Feature[]
  items: readonly Item[]
  cases: readonly Case[]
  posts: readonly Post[]
  alerts: readonly Alert[]
  /** Every record that did not get in; only the first ones carry a sample. */
  dropped: readonly Drop[]
  /** Records seen, dropped ones included. */
  total: number
  /** Records beyond the most that one answer may bring: counted, not read (faults §6 row 28). */
  skipped?: number
  /** The source's own time of its data, epoch ms, when it tells one. */
  observedAt?: number
  /** The answer states none for its whole: `observedAt` is the newest that any of its records has told. */
  byRecord?: boolean
}
