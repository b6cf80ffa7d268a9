import { hoursToday, lastTick, localTime, usual, vnDateTime } from '../clock'
import { json, REFRESH, type Call } from '../wire'
import { coarsePlace, DUE, FIELDS, isLate, isOpen, reportsOfDays, wordOf, type Report } from './reportBook'

/** What is open, late and new today among reports. */
export function count(all: readonly Report[], at: number) {
  const { midnight } = localTime(at)
  return {
    open: all.filter(isOpen(at)).length,
    late: all.filter(isLate(at)).length,
    fresh: all.filter(({ created }) => created >= midnight && created <= at).length,
  }
}

function written(at: number, now: { open: number; late: number; fresh: number }) {
  return { thoiDiem: vnDateTime(at), dangMo: now.open, quaHan: now.late, moiTrongNgay: now.fresh }
}

/** Reporting line 1022: open, late and today's new reports, by category, with the usual and the day's course. */
export function reportStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const all = reportsOfDays(place, seed, tick, 36)
  const usually = (moment: number) => {
    const mean = (part: 'open' | 'late' | 'fresh') =>
      Math.round(usual(moment, (then) => count(all, then)[part]))
    return { open: mean('open'), late: mean('late'), fresh: mean('fresh') }
  }
  return json({
    code: '00',
    data: {
      ...written(tick, count(all, tick)),
      thuongLe: written(tick, usually(tick)),
      theoGio: hoursToday(tick).map((hour) => ({
        ...written(hour, count(all, hour)),
        thuongLe: written(hour, usually(hour)),
      })),
      theoLinhVuc: FIELDS.map((category) => ({
        linhVuc: category,
        dangMo: all.filter((each) => each.category === category && isOpen(tick)(each)).length,
      })),
    },
  })
}

/** The open reports themselves: category, ward, state and a coarse position, never a person or a house. */
export function openReports({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const open = reportsOfDays(place, seed, tick, 8).filter(isOpen(tick))
  const data = open.map((each) => publicForm(seed, each, tick))
  return json({ code: '00', data, total: open.length, thoiDiem: vnDateTime(tick) })
}

function publicForm(seed: number, each: Report, at: number) {
  return {
    ma: each.id,
    tenChuDe: each.category,
    tenKhuVuc: each.ward.name,
    maPhuong: each.ward.id,
    mapDiaDiemPhanAnh: coarsePlace(seed, each),
    thoiGianGui: vnDateTime(each.created),
    hanXuLy: vnDateTime(each.created + DUE),
    tinhTrang: wordOf(each, at),
  }
}
