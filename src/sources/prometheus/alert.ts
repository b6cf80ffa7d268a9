import * as v from 'valibot'
import { safeUrl } from '../../city/url'
import { hash } from '../hash'
import { known } from '../known'
import { EARLIEST, parseDate } from '../mapping/dates'
import { Unreadable } from '../mapping/field'
import { oneLine } from '../mapping/plain'
import type { Alert, AlertSeverity } from '../records'

/** What a wall shows of a text. */
const MOST_TEXT = 600

/** Words that alerting rules use; what the map does not name is of unknown severity. */
const SEVERITY: Readonly<Record<string, AlertSeverity>> = {
  critical: 'severe',
  page: 'severe',
  error: 'severe',
  high: 'severe',
  major: 'severe',
  warning: 'moderate',
  warn: 'moderate',
  medium: 'moderate',
  minor: 'minor',
  low: 'minor',
  info: 'minor',
  none: 'minor',
}

const Labels = v.record(v.string(), v.string())
/** An alert of Prometheus (`state`) or Alertmanager (`status.state`). */
export const Firing = v.looseObject({
  labels: Labels,
  annotations: v.optional(Labels, {}),
  state: v.optional(v.string()),
  status: v.optional(v.looseObject({ state: v.string() })),
  activeAt: v.optional(v.string()),
  startsAt: v.optional(v.string()),
  endsAt: v.optional(v.string()),
  value: v.optional(v.union([v.string(), v.number()])),
  fingerprint: v.optional(v.string()),
  generatorURL: v.optional(v.string()),
})
export type Firing = v.InferOutput<typeof Firing>

/** What the city file says of alerts. */
interface Options {
  severity: Readonly<Record<string, AlertSeverity>>
  place?: string | undefined
}

/** Pending is not yet an alert, and what somebody silenced at its source stays silent here too. */
export function isFiring({ state, status, labels }: Firing, ignored: readonly string[]): boolean {
  const said = status?.state ?? state
  return (said === 'firing' || said === 'active') && !ignored.includes(labels.alertname ?? '')
}

const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text)
const line = (text: string | undefined) => (text && cut(oneLine(text))) || undefined

/** Prometheus names no alert, so its labels do; they are the same for as long as it fires. */
function idOf({ labels, fingerprint }: Firing): string {
  const named = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return fingerprint ?? `${labels.alertname ?? ''}~${hash(JSON.stringify(named)).toString(36)}`
}

export function readAlert(firing: Firing, { severity, place }: Options, base: string): Alert {
  const { labels, annotations, value } = firing
  const title = line(annotations.summary) ?? line(labels.alertname)
  if (title === undefined) throw new Unreadable('labels.alertname', 'missing', labels)
  const began = firing.activeAt ?? firing.startsAt
  const sentAt = began === undefined ? undefined : parseDate(began, 'iso', 'UTC')
  if (sentAt === undefined || sentAt < EARLIEST) throw new Unreadable('activeAt', 'not a time', began)
  const word = labels.severity?.toLowerCase() ?? ''
  const link = firing.generatorURL || annotations.runbook_url
  const number = Number(value)
  const rank: AlertSeverity = new Map(Object.entries({ ...SEVERITY, ...severity })).get(word) ?? 'unknown'
  const rest = known({
    text:
      line(annotations.description ?? annotations.message) ??
      (value !== undefined && Number.isFinite(number) ? `= ${number}` : undefined),
    area: place === undefined ? undefined : line(labels[place]),
    // Year 1 means that nobody has said when.
    expiresAt: endOf(firing.endsAt),
    url: link === undefined ? undefined : safeUrl(link, base),
  })
  return { id: idOf(firing), status: 'actual', severity: rank, title, sentAt, startsAt: sentAt, ...rest }
}

function endOf(text: string | undefined): number | undefined {
  const at = text === undefined ? undefined : parseDate(text, 'iso', 'UTC')
  return at !== undefined && at >= EARLIEST ? at : undefined
}
