import type { Figure } from '../city/figure'
import type { Priority } from '../city/limits'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import { figureReadings } from '../sources/figures'
import type { SourceState } from '../sources/freshness'
import { known } from '../sources/known'
import type { Alert, AlertSeverity, Batch, Reading } from '../sources/records'
import type { Alarm, CitySubject, Finding, Judgement, LimitSubject } from './alarm'
import { levelOf } from './severity'

/** What judging looks at: the last good batches that this page has heard itself, and how each source stands. */
export interface Evidence {
  batches: ReadonlyMap<Id, Batch>
  states: ReadonlyMap<Id, SourceState>
}

/** Everything past its bounds now. Pure: `before` only tells which limits are held by their deadband. */
export function judge(
  city: Pick<City, 'figures' | 'area'>,
  evidence: Evidence,
  before: readonly Alarm[],
  now: number,
): Judgement {
  // What is only rising, or returned, has no deadband: that would stretch one high value to fill the delay (row 40).
  const standing = before.filter(({ phase }) => phase.kind === 'active' || phase.kind === 'falling')
  const held = new Map(standing.map((alarm) => [alarm.key, alarm]))
  const judged = [...city.figures.values()].map((figure) => judgeFigure(city.area, figure, evidence, held))
  const told = new Set(judged.flatMap((each) => each.told))
  const unknown = new Set([
    ...judged.flatMap((each) => each.unknown),
    ...before
      .filter((alarm) => isUnheard(alarm, city, evidence) || isMissing(alarm, city, evidence, told, now))
      .map(({ key }) => key),
  ])
  const findings = [
    ...judged.flatMap((each) => each.findings),
    ...cityFindings(evidence.batches, now),
    ...sourceFindings(evidence.states),
  ]
  return { findings, unknown }
}

const partKey = ({ figure, area, dims }: Reading) =>
  `limit ${figure} ${area}${Object.entries(dims)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([dim, value]) => ` ${dim}=${value}`)
    .join('')}`

function judgeFigure(
  area: Id,
  figure: Figure & { id: Id },
  { batches }: Evidence,
  held: ReadonlyMap<string, Alarm>,
): { findings: Finding[]; unknown: string[]; told: string[] } {
  const { limits } = figure
  if (!limits) return { findings: [], unknown: [], told: [] }
  const { latest, parts } = figureReadings(figure, area, batches)
  const findings: Finding[] = []
  const unknown: string[] = []
  const readings = latest ? [latest, ...parts] : parts
  for (const reading of readings) {
    const key = partKey(reading)
    const before = held.get(key)?.subject
    const level = levelOf(figure, reading, before?.kind === 'limit' ? before.level : undefined)
    if (level === 'unknown') unknown.push(key)
    if ((level !== 'warn' && level !== 'alarm') || reading.value === null) continue
    const { dims, value, low, high, qualifier } = reading
    findings.push({
      key,
      priority: limits.priority[level],
      on: limits.on,
      off: limits.off,
      subject: {
        kind: 'limit',
        ...known({ figure: figure.id, area: reading.area, dims, level, value, low, high, qualifier }),
      },
    })
  }
  return { findings, unknown, told: readings.map(partKey) }
}

/** Where one hears of a figure or of a city's warning. */
const sourcesOf = (subject: LimitSubject | CitySubject, { figures }: Pick<City, 'figures'>): readonly Id[] =>
  subject.kind === 'city' ? [subject.source] : (figures.get(subject.figure)?.sources ?? [])

/** Nothing can be said yet: its source has not answered since this page began, or a kept alarm is older than the page. */
function isUnheard({ subject }: Alarm, city: Pick<City, 'figures'>, { batches, states }: Evidence): boolean {
  if (subject.kind === 'source') return states.get(subject.source) === 'waiting'
  const sources = sourcesOf(subject, city)
  return sources.some((source) => states.has(source)) && sources.every((source) => !batches.has(source))
}

/** Records went missing from what was told, and this may be one of them: silence is never a return (decision 15). */
function isMissing(
  { key, subject }: Alarm,
  city: Pick<City, 'figures'>,
  { batches }: Evidence,
  told: ReadonlySet<string>,
  now: number,
): boolean {
  if (subject.kind === 'source') return false
  const heard = sourcesOf(subject, city).flatMap((source) => batches.get(source) ?? [])
  if (!heard.some(({ dropped, skipped = 0 }) => dropped.length + skipped > 0)) return false
  if (subject.kind === 'limit') return !told.has(key)
  const { id, expiresAt = Infinity } = subject.alert
  return now < expiresAt && !heard.some(({ alerts }) => alerts.some((alert) => alert.id === id))
}

const URGENCY: Readonly<Record<AlertSeverity, Priority>> = {
  extreme: 'critical',
  severe: 'high',
  moderate: 'medium',
  minor: 'low',
  unknown: 'medium',
}

/** An exercise is listed and marked; a technical test is for nobody to see (CAP 1.2, status). */
const isDue = ({ status, startsAt, expiresAt }: Alert, now: number) =>
  status !== 'test' &&
  (startsAt === undefined || startsAt <= now) &&
  (expiresAt === undefined || now < expiresAt)

function cityFindings(batches: ReadonlyMap<Id, Batch>, now: number): Finding[] {
  return [...batches].flatMap(([source, { alerts }]) =>
    alerts
      .filter((alert) => isDue(alert, now))
      .map((alert) => ({
        key: `city ${source} ${alert.id}`,
        priority: alert.status === 'actual' ? URGENCY[alert.severity] : 'low',
        on: 0,
        off: 0,
        subject: { kind: 'city', source, alert },
      })),
  )
}

/** A hiccup is no alarm: a source has a minute to come back (faults §3.4, camera offline 60 s / 60 s). */
const SOURCE_DELAY = 60_000
const UNTRUSTED: readonly SourceState[] = ['stale', 'frozen', 'invalid', 'auth', 'down']

function sourceFindings(states: ReadonlyMap<Id, SourceState>): Finding[] {
  return [...states].flatMap(([source, state]) =>
    UNTRUSTED.includes(state)
      ? [
          {
            key: `source ${source}`,
            priority: 'low',
            on: SOURCE_DELAY,
            off: SOURCE_DELAY,
            subject: { kind: 'source', source, state },
          },
        ]
      : [],
  )
}
