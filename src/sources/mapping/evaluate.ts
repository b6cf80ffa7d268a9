import * as v from 'valibot'
import { instant, type Period } from '../../city/period'
import { hash } from '../hash'
import { known } from '../known'
import { ACCURACIES, CASE_STATES, QUALIFIERS, QUALITIES, STATUSES, TONES } from '../records'
import type {
  Accuracy,
  Case,
  CaseState,
  Comparison,
  Feature,
  Item,
  Post,
  Rank,
  Reading,
  Status,
} from '../records'
import { date, number, numberOrNone, pathOf, period, property, text, Unreadable } from './field'
import type { Field, Scope } from './field'
import { Geometry } from './geometry'
import type { CaseMap, FeatureMap, ItemMap, PostMap, ReadingMap } from './maps'
import { LARGEST } from './numbers'
import { find } from './path'

/** What a record is taken to be when it does not say so itself. */
export interface Defaults {
  area: string
  now: number
  /** The source's own time, read from the whole answer. */
  observedAt: number | undefined
  accuracy: Accuracy
}

function required<T>(field: Field, value: T | undefined): T {
  if (value === undefined) throw new Unreadable(pathOf(field), 'missing', undefined)
  return value
}

/** A field that the mapping names must be there: a part without its name would pass for the whole. */
const ifMapped = (field: Field | undefined, scope: Scope, otherwise: string) =>
  field === undefined ? otherwise : required(field, text(field, scope))

function oneOf<T extends string>(
  names: readonly T[],
  field: Field | undefined,
  scope: Scope,
  otherwise: T,
): T {
  const said = text(field, scope)
  if (field === undefined || said === undefined) return otherwise
  return required(
    field,
    names.find((name) => name === said),
  )
}

/** Throws Unreadable when the record cannot be used. */
export function readReading(map: ReadingMap, scope: Scope, defaults: Defaults): Reading {
  const observedAt = date(map.observedAt, scope) ?? defaults.observedAt
  const rank = map.rank && readRank(map.rank, scope)
  const value =
    map.value === undefined ? (rank?.place ?? null) : required(map.value, number(map.value, scope))
  return known({
    figure: required(map.figure, text(map.figure, scope)),
    area: ifMapped(map.area, scope, defaults.area),
    dims: Object.fromEntries(
      Object.entries(map.dims ?? {}).map(([key, field]) => [key, ifMapped(field, scope, '')]),
    ),
    value,
    low: numberOrNone(map.low, scope),
    high: numberOrNone(map.high, scope),
    qualifier: oneOf(QUALIFIERS, map.qualifier, scope, 'exact'),
    of: map.of && readShare(map.of, scope),
    rank,
    compare: (map.compare ?? []).flatMap((entry) => readComparison(entry, scope)),
    asOf: asOf(map.asOf, scope) ?? instant(observedAt ?? defaults.now),
    observedAt,
    quality: map.value !== undefined && value === null ? 'missing' : 'live',
    document: text(map.document, scope),
    note: map.note,
  } as const)
}

const asOf = (field: Field | undefined, scope: Scope): Period | undefined =>
  field === undefined ? undefined : required(field, period(field, scope))

function readRank(map: NonNullable<ReadingMap['rank']>, scope: Scope): Rank | undefined {
  const place = numberOrNone(map.place, scope)
  if (place === undefined) return undefined
  const { scope: among } = map
  return known({
    place,
    outOf: numberOrNone(map.outOf, scope),
    moved: numberOrNone(map.moved, scope),
    scope: among,
  })
}

function readShare(map: NonNullable<ReadingMap['of']>, scope: Scope): Reading['of'] | undefined {
  const numerator = numberOrNone(map.numerator, scope)
  const denominator = numberOrNone(map.denominator, scope)
  if (numerator === undefined || denominator === undefined) return undefined
  // A whole next to nothing makes a share without end, such as 100 of 5e-324.
  return Math.abs(100 * numerator) > LARGEST * Math.abs(denominator) ? undefined : { numerator, denominator }
}

function readComparison(map: NonNullable<ReadingMap['compare']>[number], scope: Scope): Comparison[] {
  const value = numberOrNone(map.value, scope)
  return value === undefined
    ? []
    : [known({ kind: map.kind, value, asOf: asOf(map.asOf, scope), label: map.label })]
}

/** A status that is missing or new to us says nothing, and is shown so. */
function readStatus(field: Field | undefined, scope: Scope): Status | undefined {
  const said = field === undefined ? undefined : property(field, scope)
  return STATUSES.find((status) => status === said)
}

function readGeometry(map: FeatureMap, scope: Scope): Feature['geometry'] {
  const [lon, lat] = [numberOrNone(map.lon, scope), numberOrNone(map.lat, scope)]
  const path = map.geometry?.path ?? '$.geometry'
  const given =
    lon === undefined || lat === undefined
      ? find(path, scope.record)
      : { type: 'Point', coordinates: [lon, lat] }
  const parsed = v.safeParse(Geometry, given)
  if (!parsed.success) throw new Unreadable(path, 'no usable geometry', given)
  return parsed.output
}

/** A wider ring of uncertainty than this says nothing about where in a city something is, and covers its map; metres. */
export const WIDEST_M = 100_000

function radius(field: Field | undefined, scope: Scope): number | undefined {
  const metres = numberOrNone(field, scope)
  if (field !== undefined && metres !== undefined && (metres < 0 || metres > WIDEST_M))
    throw new Unreadable(pathOf(field), 'not a radius within a city', metres)
  return metres
}

/** Throws Unreadable when the record cannot be used. */
export function readFeature(map: FeatureMap, scope: Scope, defaults: Defaults): Feature {
  const geometry = readGeometry(map, scope)
  const name = text(map.name ?? { path: '$.properties.name' }, scope) ?? ''
  // Without an id of its own, one that stays while the name and the place do.
  const id =
    text(map.id ?? { path: '$.id' }, scope) ?? `~${hash(name + JSON.stringify(geometry)).toString(36)}`
  return known({
    id,
    geometry,
    name: name || id,
    kind: text(map.kind, scope) ?? '',
    status: readStatus(map.status, scope) ?? 'unknown',
    accuracy: oneOf(ACCURACIES, map.accuracy, scope, defaults.accuracy),
    accuracyM: radius(map.accuracyM, scope),
    area: text(map.area, scope),
    props: Object.fromEntries(
      Object.entries(map.props ?? {}).map(([key, field]) => [key, property(field, scope)]),
    ),
    links: (map.links ?? []).flatMap((link) => {
      const url = text(link.url, scope)
      return url === undefined ? [] : [{ label: text(link.label, scope) ?? url, url }]
    }),
    observedAt: date(map.observedAt, scope) ?? defaults.observedAt,
    quality: oneOf(QUALITIES, map.quality, scope, 'live'),
  } as const)
}

/** Throws Unreadable when the record cannot be used. */
export function readItem(map: ItemMap, scope: Scope): Item {
  return known({
    id: required(map.id, text(map.id, scope)),
    title: required(map.title, text(map.title, scope)),
    text: text(map.text, scope),
    owner: text(map.owner, scope),
    group: text(map.group, scope),
    status: readStatus(map.status, scope),
    at: text(map.at, scope),
    url: text(map.url, scope),
  })
}

/** What the clock knows better than the source: open past its due time is overdue, finished after it is late. */
function stateNow(said: CaseState, { dueAt, closedAt }: Partial<Case>, now: number): CaseState {
  if (dueAt === undefined) return said
  if (said === 'new' || said === 'doing') return dueAt < now ? 'overdue' : said
  return said === 'done' && closedAt !== undefined && closedAt > dueAt ? 'doneLate' : said
}

/** Throws Unreadable when the record cannot be used. */
export function readCase(map: CaseMap, scope: Scope, { now }: Defaults): Case {
  const dueAt = date(map.dueAt, scope)
  const closedAt = date(map.closedAt, scope)
  const said = required(map.state, oneOf<CaseState | 'unsaid'>(CASE_STATES, map.state, scope, 'unsaid'))
  if (said === 'unsaid') throw new Unreadable(pathOf(map.state), 'missing', undefined)
  const severity = text(map.severity, scope)
  return known({
    id: required(map.id, text(map.id, scope)),
    title: required(map.title, text(map.title, scope)),
    state: stateNow(said, { ...(dueAt && { dueAt }), ...(closedAt && { closedAt }) }, now),
    category: text(map.category, scope),
    severity: (['minor', 'major', 'critical'] as const).find((each) => each === severity),
    agency: text(map.agency, scope),
    area: text(map.area, scope),
    channel: text(map.channel, scope),
    openedAt: date(map.openedAt, scope),
    updatedAt: date(map.updatedAt, scope),
    respondedAt: date(map.respondedAt, scope),
    dueAt,
    closedAt,
    satisfaction: numberOrNone(map.satisfaction, scope),
    progress: numberOrNone(map.progress, scope),
    budget: numberOrNone(map.budget, scope),
  })
}

/** Throws Unreadable when the record cannot be used. */
export function readPost(map: PostMap, scope: Scope): Post {
  const { topics = [] } = map
  const tone = text(map.tone, scope)
  return known({
    id: required(map.id, text(map.id, scope)),
    title: required(map.title, text(map.title, scope)),
    text: text(map.text, scope),
    url: text(map.url, scope),
    at: required(map.at, date(map.at, scope)),
    publisher: text(map.publisher, scope),
    tone: TONES.find((each) => each === tone),
    topics: (Array.isArray(topics) ? topics : [topics]).flatMap((field) =>
      (text(field, scope) ?? '')
        .split(',')
        .map((topic) => topic.trim())
        .filter((topic) => topic !== ''),
    ),
    answerBy: date(map.answerBy, scope),
    answeredAt: date(map.answeredAt, scope),
  })
}
