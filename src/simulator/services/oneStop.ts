import { HOUR, hoursToday, lastTick, MINUTE, usual, vnDateTime } from '../clock'
import type { Place } from '../place'
import { drift } from '../random'
import { remember } from '../remember'
import { counterLoad, OFFICE_HOURS, OFFICE_WEEK, ONLINE_HOURS, ONLINE_WEEK, rain, soFar } from '../rhythm'
import { json, REFRESH, round, vnNumber, type Call } from '../wire'

export const ONLINE = { key: 'dossiers-online', perDay: 212, hours: ONLINE_HOURS, week: ONLINE_WEEK }
export const AT_COUNTER = {
  key: 'dossiers-counter',
  perDay: 21,
  hours: OFFICE_HOURS,
  week: OFFICE_WEEK,
  rain: -0.4,
}
const SETTLED = { key: 'dossiers-settled', perDay: 226, hours: OFFICE_HOURS, week: OFFICE_WEEK }

/** Counters of the one-stop, in the order of the resident's list of services; peak is people waiting. */
const COUNTERS = [
  { code: 'Q1', name: 'Đất đai', peak: 9 },
  { code: 'Q2', name: 'Cư trú', peak: 7 },
  { code: 'Q3', name: 'Đăng ký kinh doanh', peak: 5 },
  { code: 'Q4', name: 'Thuế', peak: 5 },
  { code: 'Q5', name: 'Y tế, giáo dục', peak: 3 },
  { code: 'Q6', name: 'Điện, nước, viễn thông', peak: 3 },
] as const

interface Dossiers {
  received: number
  settled: number
  /** Received and not yet settled, from all days. */
  open: number
  overdue: number
}

const dossiers = remember((place, seed, at): Dossiers => {
  const received = soFar(ONLINE, place, seed, at) + soFar(AT_COUNTER, place, seed, at)
  const settled = soFar(SETTLED, place, seed, at)
  const open =
    Math.round(place.scale * (860 + 90 * drift(seed, 'dossiers-open', at, 60 * HOUR))) + received - settled
  const lateShare = 0.009 + 0.007 * drift(seed, 'dossiers-late', at, 20 * HOUR)
  return { received, settled, open, overdue: Math.round(open * lateShare) }
})

function written(at: number, now: Dossiers): Record<string, string> {
  return {
    thoiDiem: vnDateTime(at),
    tiepNhan: vnNumber(now.received),
    daGiaiQuyet: vnNumber(now.settled),
    dangXuLy: vnNumber(now.open),
    quaHan: vnNumber(now.overdue),
    tyLeQuaHan: vnNumber(round((100 * now.overdue) / now.open, 2)),
  }
}

/** What the same hour brought in the last weeks, whole dossiers. */
const usualDossiers = remember((place, seed, at): Dossiers => {
  const mean = (part: keyof Dossiers) => Math.round(usual(at, (then) => dossiers(place, seed, then)[part]))
  return {
    received: mean('received'),
    settled: mean('settled'),
    open: mean('open'),
    overdue: mean('overdue'),
  }
})

/** Today's dossiers of the one-stop software, with the usual of this hour and the course of the day. */
export function dossierStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  return json({
    success: true,
    message: 'Thành công',
    result: {
      ...written(tick, dossiers(place, seed, tick)),
      thuongLe: written(tick, usualDossiers(place, seed, tick)),
      dienBien: hoursToday(tick).map((hour) => ({
        ...written(hour, dossiers(place, seed, hour)),
        thuongLe: written(hour, usualDossiers(place, seed, hour)),
      })),
    },
  })
}

function waiting(place: Place, seed: number, code: string, peak: number, at: number): number {
  const luck = 1 + 0.45 * drift(seed, `queue/${code}`, at, 25 * MINUTE) - 0.3 * rain(seed, at)
  return Math.round(peak * Math.sqrt(place.scale) * counterLoad(at) * luck)
}

const waitingInAll = remember((place, seed, at) =>
  COUNTERS.reduce((sum, { code, peak }) => sum + waiting(place, seed, code, peak, at), 0),
)

const usualInAll = remember((place, seed, at) =>
  round(
    usual(at, (then) => waitingInAll(place, seed, then)),
    1,
  ),
)

/** The queue machine: people waiting at each counter. */
export function counterQueues({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const open = counterLoad(tick) > 0
  const data = COUNTERS.map(({ code, name, peak }) => ({
    maQuay: code,
    tenQuay: name,
    trangThai: open ? 'MO' : 'DONG',
    dangCho: waiting(place, seed, code, peak, tick),
    thuongLe: round(
      usual(tick, (then) => waiting(place, seed, code, peak, then)),
      1,
    ),
    capNhat: tick,
  }))
  return json({
    status: 200,
    data,
    total: data.length,
    tongCho: waitingInAll(place, seed, tick),
    tongThuongLe: usualInAll(place, seed, tick),
    theoGio: hoursToday(tick).map((hour) => ({
      luc: hour,
      dangCho: waitingInAll(place, seed, hour),
      thuongLe: usualInAll(place, seed, hour),
    })),
    capNhat: tick,
  })
}
