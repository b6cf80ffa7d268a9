import type { Position } from 'geojson'
import { SourceFault } from './contract'
import { known } from './known'
import { EARLIEST } from './mapping/dates'
import { redact } from './redact'
import type { Alert, Batch, Case, Drop, Feature, Item, Post, Reading } from './records'

/** Above this share of unusable records a read is wrong as a whole and the last good one stays (faults §2.6). */
const MAX_DROPPED = 0.2
/** Further ahead of our clock a time is not a skew but a mistake (faults §2.4). */
export const MAX_AHEAD_MS = 3_600_000

/** West, south, east, north. */
type Bounds = readonly [number, number, number, number]

interface Limits {
  bounds: Bounds
  /** Our best idea of the true time, epoch ms. */
  now: number
}

/** One key per value that can stand on the screen at once. */
export function readingKey({ figure, area, dims, asOf }: Reading): string {
  return JSON.stringify([figure, area, Object.entries(dims).sort(), asOf.text])
}

type Timed = { observedAt?: number }

/** The later of two records of the same thing; the one that came later when their times do not tell. */
export function newer<T extends Timed>(before: T, after: T): T {
  return (before.observedAt ?? -Infinity) > (after.observedAt ?? Infinity) ? before : after
}

function badTime({ observedAt }: Timed, now: number): string | undefined {
  if (observedAt === undefined) return undefined
  if (observedAt > now + MAX_AHEAD_MS) return 'time in the future'
  return observedAt < EARLIEST ? 'time before 2000' : undefined
}

/** Keeps the newest of each key; the others are dropped and counted. */
function unique<T extends Timed>(records: readonly T[], keyOf: (record: T) => string, dropped: Drop[]): T[] {
  const kept = new Map<string, T>()
  for (const record of records) {
    const key = keyOf(record)
    const before = kept.get(key)
    kept.set(key, before ? newer(before, record) : record)
    if (before) dropped.push({ path: 'id', reason: 'twice in one answer', sample: redact(key) })
  }
  return [...kept.values()]
}

function positions({ geometry }: Feature): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return []
  }
}

const within = ([west, south, east, north]: Bounds, [lon = NaN, lat = NaN]: Position) =>
  lon >= west && lon <= east && lat >= south && lat <= north

const WORLD: Bounds = [-180, -90, 180, 90]

/** The city's neighbourhood: its bounds and as much again on every side. */
function around([west, south, east, north]: Bounds): Bounds {
  const [width, height] = [east - west, north - south]
  return [west - width, south - height, east + width, north + height]
}

/** Why a place cannot be right; undefined when it can. */
function misplaced(points: readonly Position[], bounds: Bounds): string | undefined {
  const near = around(bounds)
  // One corner at 1e20 draws its object across the whole world, however many others are in place.
  const degrees = points.every((point) => within(WORLD, point))
  if (degrees && points.some((point) => within(near, point))) return undefined
  const [[x = NaN, y = NaN] = []] = points
  if (within(near, [y, x])) return 'latitude and longitude are swapped'
  return degrees ? 'outside the city' : 'not degrees; VN-2000 metres?'
}

/** Features in and around the city; one just outside is kept and marked suspect, such as a hill beyond the border. */
function placed(features: readonly Feature[], bounds: Bounds, dropped: Drop[], of: number): Feature[] {
  let lost = 0
  let reason = ''
  const kept = features.flatMap((feature): Feature[] => {
    const points = positions(feature)
    const wrong = misplaced(points, bounds)
    if (wrong !== undefined) {
      lost++
      reason = wrong
      dropped.push({ path: 'geometry', reason: wrong, sample: redact(feature.id) })
      return []
    }
    return [points.some((point) => within(bounds, point)) ? feature : { ...feature, quality: 'suspect' }]
  })
  if (lost * 2 > features.length)
    throw new SourceFault('shape', `${lost} of ${features.length} objects: ${reason}`, {
      loss: { dropped, of },
    })
  return kept
}

/** "251/253" beside "99,2 %" must agree, up to the rounding of the value as written; else neither is trusted. */
function reconciled(reading: Reading): Reading {
  const { of, value } = reading
  if (!of || value === null || value === of.numerator) return reading
  const decimals = String(value).split('.')[1]?.length ?? 0
  const rounding = 0.5 * 10 ** -decimals
  const share = (100 * of.numerator) / of.denominator
  return Math.abs(share - value) <= rounding * 1.001 ? reading : { ...reading, quality: 'suspect' }
}

/**
 * A batch fit to be kept: no record twice, none from the future, no object outside the city's neighbourhood,
 * every loss counted. Throws SourceFault `shape` when so much is lost that the whole answer must be wrong.
 */
export function settle(batch: Batch, { bounds, now }: Limits): Batch {
  const dropped: Drop[] = [...batch.dropped]
  const timely = <T extends Timed>(records: readonly T[], time = (record: T) => record.observedAt) =>
    records.filter((record) => {
      const observedAt = time(record)
      const reason = badTime(observedAt === undefined ? {} : { observedAt }, now)
      if (reason !== undefined) dropped.push({ path: 'observedAt', reason, sample: String(observedAt) })
      return reason === undefined
    })
  const wrongTime = badTime(batch, now)
  if (wrongTime !== undefined) throw new SourceFault('shape', `the answer's own time: ${wrongTime}`)
  const readings = unique(timely(batch.readings), readingKey, dropped).map(reconciled)
  const features = placed(
    unique(timely(batch.features), ({ id }) => id, dropped),
    bounds,
    dropped,
    batch.total,
  )
  const items = unique<Item & Timed>(batch.items, ({ id }) => id, dropped)
  const cases = unique<Case & Timed>(batch.cases, ({ id }) => id, dropped)
  // A future article would stand on top for ever.
  const posts = unique<Post & Timed>(
    timely<Post & Timed>(batch.posts, ({ at }) => at),
    ({ id }) => id,
    dropped,
  )
  // An alert that begins tomorrow is no mistake; one that was sent tomorrow is.
  const alerts = unique<Alert & Timed>(
    timely<Alert & Timed>(batch.alerts, ({ sentAt }) => sentAt),
    ({ id }) => id,
    dropped,
  )
  if (dropped.length > batch.total * MAX_DROPPED) {
    const [first] = dropped
    throw new SourceFault(
      'shape',
      `${dropped.length} of ${batch.total} records: ${first?.path} ${first?.reason}`,
      { loss: { dropped, of: batch.total } },
    )
  }
  const newest = latest([...readings, ...features])
  return known({
    readings,
    features,
    items,
    cases,
    posts,
    alerts,
    dropped,
    total: batch.total,
    skipped: batch.skipped,
    observedAt: batch.observedAt ?? newest,
    byRecord: batch.observedAt === undefined && newest !== undefined ? true : undefined,
  })
}

function latest(records: readonly Timed[]): number | undefined {
  const at = records.reduce((newest, record) => Math.max(newest, record.observedAt ?? -Infinity), -Infinity)
  return Number.isFinite(at) ? at : undefined
}
