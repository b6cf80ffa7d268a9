import { DAY, HOUR, isoLocal, lastTick, localTime, MINUTE } from '../clock'
import type { Place } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { hoursOf, rain } from '../rhythm'
import { json, round, vnNumber, type Call } from '../wire'
import { FLOWS } from './callCentre'
import { VISITS } from './health'
import { AT_COUNTER, ONLINE } from './oneStop'
import { DUE, FIELDS, reportsOfDays } from './reportBook'
import { load } from './traffic'

/** The warehouse keeps four weeks by the hour. */
const DAYS = 28
/** Rows of the table by ward, however many wards a city has. */
const MOST_ROWS = 672

type Hours = readonly number[]
type Day = (place: Place, seed: number, midnight: number) => Hours

const hours = (value: (hour: number) => number): Hours => Array.from({ length: 24 }, (_, hour) => value(hour))
const added = (a: Hours, b: Hours): Hours => a.map((value, hour) => value + (b[hour] ?? 0))

/** Millimetres in an hour; a downpour of the whole hour brings about 22. */
const rainOf = (seed: number, at: number) =>
  round(11 * (rain(seed, at + HOUR / 4) ** 1.6 + rain(seed, at + 0.75 * HOUR) ** 1.6), 1)

/** How full the main roads are, per cent: the traffic system's load, heavier in the rain. */
function roadsOf(seed: number, at: number): number {
  const sway = 0.06 * drift(seed, 'traffic', at, 3 * HOUR) + 0.05 * (chance(seed, 'roads', at) - 0.5)
  return round(
    100 * Math.min(1, 0.05 + load(at + HOUR / 2) * (0.82 + sway) + 0.14 * rain(seed, at + HOUR / 2)),
    1,
  )
}

/** Hourly tables, each from the same rhythm as the live system it is loaded from. */
const HOURLY: Readonly<Record<string, Day>> = {
  'tai-giao-thong': remember((_, seed, midnight) => hours((hour) => roadsOf(seed, midnight + hour * HOUR))),
  'phan-anh': remember((place, seed, midnight) => {
    const counts = new Array<number>(24).fill(0)
    for (const { created } of reportsOfDays(place, seed, midnight, 1)) {
      // The last report of a day may carry a time just after midnight.
      const hour = Math.min(23, Math.floor((created - midnight) / HOUR))
      counts[hour] = (counts[hour] ?? 0) + 1
    }
    return counts
  }),
  'ho-so': remember((place, seed, midnight) =>
    added(hoursOf(ONLINE, place, seed, midnight), hoursOf(AT_COUNTER, place, seed, midnight)),
  ),
  'cuoc-goi': remember((place, seed, midnight) =>
    added(
      hoursOf(FLOWS.callMachine, place, seed, midnight),
      hoursOf(FLOWS.callPerson, place, seed, midnight),
    ),
  ),
  'luong-mua': remember((_, seed, midnight) => hours((hour) => rainOf(seed, midnight + hour * HOUR))),
  'luot-kham': remember((place, seed, midnight) => hoursOf(VISITS, place, seed, midnight)),
}

type Row = Record<string, string | number | null>

/** Every full hour since the same hour four weeks ago, oldest first. */
function hourly(day: Day, { place, seed, at }: Call): Row[] {
  const { midnight } = localTime(at)
  const newest = lastTick(at, HOUR) - HOUR
  return Array.from({ length: DAYS + 2 }, (_, back) => midnight - (DAYS + 1 - back) * DAY).flatMap((start) =>
    day(place, seed, start).flatMap((value, hour): Row[] => {
      const begins = start + hour * HOUR
      const kept = begins <= newest && begins >= newest - DAYS * DAY
      return kept ? [{ gio: isoLocal(begins).slice(0, 19), gia_tri: vnNumber(value) }] : []
    }),
  )
}

const sum = (values: Hours) => values.reduce((total, value) => total + value, 0)
const dateOf = (midnight: number) => isoLocal(midnight).slice(0, 10)
const daysBefore = (at: number, days: number) => {
  const { midnight } = localTime(at)
  return Array.from({ length: days }, (_, back) => midnight - (days - back) * DAY)
}

/** The last of the fields of reports: drains and floods, which come with the rain. */
const FLOOD = FIELDS.at(-1)

/** Totals of the last full days. */
function daily({ place, seed, at }: Call): Row[] {
  const total = (table: string, midnight: number) => sum(HOURLY[table]?.(place, seed, midnight) ?? [])
  return daysBefore(at, DAYS).map((midnight) => ({
    ngay: dateOf(midnight),
    luong_mua_mm: vnNumber(round(total('luong-mua', midnight), 1)),
    so_phan_anh: vnNumber(total('phan-anh', midnight)),
    so_phan_anh_ngap: vnNumber(
      reportsOfDays(place, seed, midnight, 1).filter(({ category }) => category === FLOOD).length,
    ),
  }))
}

/** How a city's dossiers fall to its wards: by size and luck, the same every day. */
const shares = remember((place): number[] => {
  const weights = place.wards.map(
    ({ id, km2 }) => Math.sqrt(km2) * (0.6 + 0.8 * chance(0, place.id, 'dossiers', id)),
  )
  const whole = sum(weights)
  let until = 0
  return weights.map((weight) => (until += weight / whole))
}, 8)

/** The last full days by ward, the newest last; a ward without closed reports has no share of them. */
function byWard({ place, seed, at }: Call): Row[] {
  const days = Math.max(1, Math.min(14, Math.floor(MOST_ROWS / place.wards.length)))
  const all = reportsOfDays(place, seed, at, days + 14)
  const reports = place.wards.map(({ id }) => all.filter(({ ward }) => ward.id === id))
  const upTo = shares(place, 0, 0)
  return daysBefore(at, days).flatMap((midnight) => {
    const [end, dossiers] = [midnight + DAY, sum(HOURLY['ho-so']?.(place, seed, midnight) ?? [])]
    return place.wards.map(({ id, name }, index): Row => {
      const own = reports[index] ?? []
      const closed = own.filter((each) => each.closed < end && each.closed >= end - 7 * DAY)
      const timely = closed.filter((each) => each.closed <= each.created + DUE).length
      const until = (share: number) => Math.floor(dossiers * share + 1e-9)
      return {
        ngay: dateOf(midnight),
        ma_dia_ban: id,
        ten_dia_ban: name,
        so_ho_so: vnNumber(until(upTo[index] ?? 0) - until(upTo[index - 1] ?? 0)),
        so_phan_anh: vnNumber(own.filter(({ created }) => created >= midnight && created < end).length),
        dung_han_7_ngay: closed.length === 0 ? null : vnNumber(round((100 * timely) / closed.length, 1)),
      }
    })
  })
}

function rowsOf(resource: string, call: Call): Row[] | undefined {
  const table = HOURLY[resource]
  if (table) return hourly(table, call)
  return resource === 'ngay' ? daily(call) : resource === 'ngay-dia-ban' ? byWard(call) : undefined
}

/**
 * The city's data warehouse, answering as CKAN's `datastore_search` does: a hundred rows unless asked for more, and
 * all numbers as Vietnamese text. An hour is listed under its beginning once it is over.
 */
export function dataWarehouse(call: Call): Response {
  const { searchParams } = call.url
  const resource = searchParams.get('resource') ?? ''
  const at = lastTick(call.at, MINUTE)
  const rows = rowsOf(resource, { ...call, at })
  if (!rows)
    return json(
      { success: false, error: { __type: 'Not Found Error', message: `Không tìm thấy: ${resource}` } },
      { status: 404 },
    )
  const limit = Number(searchParams.get('limit') ?? 100)
  const offset = Number(searchParams.get('offset') ?? 0)
  const records = rows
    .slice(offset, offset + limit)
    .map((row, index) => ({ _id: offset + index + 1, ...row }))
  const fields = Object.keys(records[0] ?? {}).map((id) => ({ id, type: id === '_id' ? 'int' : 'text' }))
  return json({
    help: `${call.root}?help=datastore_search`,
    success: true,
    result: {
      resource_id: resource,
      last_modified: isoLocal(at),
      fields,
      records,
      limit,
      total: rows.length,
    },
  })
}
