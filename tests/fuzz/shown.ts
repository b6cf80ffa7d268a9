import type { City } from '../../src/city/schema'
import type { Geometry, Position } from 'geojson'
import { layers } from '../../src/kinds'
import { aLayer } from '../../src/map/fixtures'
import { collect } from '../../src/map/geojson'
import { lateMs } from '../../src/panels/caseFacts'
import { boardRows, totalBudget } from '../../src/panels/board/rows'
import { caseRows, timesOf } from '../../src/panels/cases/rows'
import { medianTime, satisfaction } from '../../src/panels/deadlines/rows'
import { amountText, facts, type FactWords } from '../../src/panels/facts'
import { clockText } from '../../src/panels/postFacts'
import { postRows } from '../../src/panels/posts/rows'
import { partsOn } from '../../src/panels/rollUp'
import { shareOf } from '../../src/panels/shares/rows'
import { figureReadings } from '../../src/sources/figures'
import type { Batch } from '../../src/sources/records'
import { formatAmount, formatDate, formatNumber, formatPeriod, formatSpan } from '../../src/ui/format'

const DAY = '2026-11-23'

/** What the app itself writes of a batch: every number, time and fact as its panels and its map would put it. */
export function written(batch: Batch, city: City, now: number): string[] {
  return [
    ...readingTexts(batch, city),
    ...caseTexts(batch, city, now),
    ...postTexts(batch, city, now),
    ...alertTexts(batch, city, now),
    ...mapTexts(batch),
    ...batch.features.flatMap(({ name, kind, props }) => [
      name,
      kind,
      ...Object.values(props).map((value) => String(value ?? '–')),
    ]),
    ...batch.items.flatMap(({ title, text = '', owner = '' }) => [title, text, owner]),
    ...batch.posts.flatMap(({ title, text = '', publisher = '', topics }) => [
      title,
      text,
      publisher,
      ...topics,
    ]),
  ]
}

function readingTexts(batch: Batch, city: City): string[] {
  const words: FactWords = {
    language: 'vi',
    zone: city.zone,
    target: (value, due) => `${value} ${due ?? ''}`,
    usual: (value) => value,
    compare: { previous: 'trước', baseline: 'gốc', nation: 'nước', peer: 'bạn', usual: 'thường' },
  }
  return [...new Set(batch.readings.map(({ figure }) => figure))].flatMap((id) => {
    const figure = city.figures.get(id)
    if (!figure) return []
    const batches = new Map(figure.sources.map((source) => [source, batch]))
    const readings = figureReadings(figure, city.area, batches)
    const data = {
      figure,
      ...readings,
      parts: partsOn(readings.parts, figure, city.areas, DAY),
      severity: 'none' as const,
    }
    const share = shareOf(data)
    return [
      ...facts(data, words).map(({ text }) => text),
      ...[...data.parts, ...data.all].flatMap((reading) => [
        amountText(figure, reading, 'vi'),
        amountText(figure, reading, 'en'),
        formatPeriod(reading.asOf, 'vi', city.zone),
      ]),
      ...(share ? [formatNumber(share.percent, 'vi'), formatNumber(share.left, 'en')] : []),
    ]
  })
}

function caseTexts({ cases }: Batch, { zone }: City, now: number): string[] {
  const money = totalBudget(cases)
  return [
    ...caseRows(cases, 'all', cases.length).flatMap((matter) => {
      const { due, since } = timesOf(matter, now)
      const { progress, budget } = matter
      return [
        ...(due && 'at' in due ? [clockText(due.at, now, zone)] : []),
        ...(since === undefined ? [] : [formatDate(since, zone)]),
        ...[lateMs(matter, now)].flatMap((ms) => (ms === undefined ? [] : [formatSpan(ms, 'vi')])),
        ...(progress === undefined ? [] : [formatNumber(progress, 'vi')]),
        ...(budget === undefined ? [] : [formatAmount({ value: budget, unit: 'VND' }, 'vi').value]),
      ]
    }),
    ...boardRows(cases, 'agency', 20).map(({ all, open }) => `${all} ${open}`),
    ...(money ? [formatAmount({ value: money.amount, unit: 'VND' }, 'vi').value] : []),
    ...[medianTime(cases, 'closedAt'), satisfaction(cases)].flatMap((middle) =>
      middle ? [formatSpan(middle.value, 'vi'), formatNumber(middle.value, 'vi')] : [],
    ),
  ]
}

function postTexts({ posts }: Batch, { zone }: City, now: number): string[] {
  return postRows(posts, 'answer', posts.length, now).flatMap(({ post, answer }) => [
    clockText(post.at, now, zone),
    ...(answer?.kind === 'overdue' ? [formatSpan(answer.ms, 'vi')] : []),
    ...(answer?.kind === 'due' ? [clockText(answer.at, now, zone)] : []),
  ])
}

function alertTexts({ alerts }: Batch, { zone }: City, now: number): string[] {
  return alerts.flatMap(
    ({ title, text = '', instruction = '', sender = '', area = '', geometry, ...times }) => [
      ...[title, text, instruction, sender, area],
      ...[times.sentAt, times.startsAt ?? now, times.expiresAt ?? now].map((at) => clockText(at, now, zone)),
      ...(geometry ? placesOf(geometry) : []),
    ],
  )
}

/** Numbers of the GeoJSON that goes to the map, as texts: those that are not degrees draw a layer across the world. */
function mapTexts({ features }: Batch): string[] {
  const point = layers.get('point')
  if (!point || features.length === 0) return []
  return collect(aLayer(point, features)).features.flatMap(({ geometry }) => placesOf(geometry))
}

const placesOf = (geometry: Geometry): string[] =>
  'coordinates' in geometry
    ? positionsIn(geometry.coordinates).flatMap(degrees)
    : geometry.geometries.flatMap(placesOf)

const degrees = ([lon = NaN, lat = NaN]: Position) =>
  Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [] : [`undefined place ${lon} ${lat}`]

const isPosition = (values: readonly unknown[]): values is Position =>
  values.every((each) => typeof each === 'number')

function positionsIn(coordinates: readonly unknown[]): Position[] {
  if (isPosition(coordinates)) return [coordinates]
  return coordinates.flatMap((inner) => (Array.isArray(inner) ? positionsIn(inner) : []))
}
