import { HOUR, hoursToday, lastTick, localTime, MINUTE, usual, vnDateTime } from '../clock'
import { facilities, type Facility } from '../facilities'
import type { Place } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { downSince, soFar } from '../rhythm'
import { json, REFRESH, round, vnNumber, type Call } from '../wire'

/** Out-patients come in the morning; at night there are emergencies. */
const VISIT_HOURS = [2, 1, 1, 1, 1, 2, 8, 60, 95, 90, 70, 30, 10, 35, 55, 45, 25, 10, 8, 8, 7, 5, 4, 3]
export const VISITS = {
  key: 'visits',
  perDay: 1150,
  hours: VISIT_HOURS,
  week: [0.3, 1.25, 1.05, 1, 1, 1, 0.55],
  rain: -0.25,
}

const visits = remember((place, seed, at) => soFar(VISITS, place, seed, at), 256)
const usualVisits = remember((place, seed, at) => Math.round(usual(at, (then) => visits(place, seed, then))))

type Papers = Record<'TheCCCD' | 'VNeID' | 'TheGiay', number>

/** Visits of one full hour by what people showed. */
function papersOfHour(place: Place, seed: number, hour: number): Papers {
  const count = visits(place, seed, hour + HOUR) - visits(place, seed, hour)
  const card = Math.round(count * (0.61 + 0.05 * drift(seed, 'card', hour, 3 * HOUR)))
  const phone = Math.min(
    count - card,
    Math.round(count * (0.28 + 0.04 * drift(seed, 'vneid', hour, 3 * HOUR))),
  )
  return { TheCCCD: card, VNeID: phone, TheGiay: count - card - phone }
}

/** Reception desks of all facilities: visits today, numbers as Vietnamese text. */
export function visitStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const written = (then: number) => ({
    ThoiDiem: vnDateTime(then),
    TongLuot: vnNumber(visits(place, seed, then)),
    ThuongLe: vnNumber(usualVisits(place, seed, then)),
  })
  const over = hoursToday(tick)
    .filter((hour) => hour + HOUR <= tick)
    .map((hour) => ({ hour, papers: papersOfHour(place, seed, hour) }))
  const sum = (part: keyof Papers) => over.reduce((all, { papers }) => all + papers[part], 0)
  const digital = sum('TheCCCD') + sum('VNeID')
  const counted = digital + sum('TheGiay')
  return json({
    Status: 200,
    Message: 'OK',
    Data: {
      ...written(tick),
      CCCDVaVNeID: vnNumber(digital),
      DaPhanLoai: vnNumber(counted),
      // Before the first visit of the day there is nothing to take a share of.
      TyLeSo: counted === 0 ? null : vnNumber(round((100 * digital) / counted, 1)),
      LuyKe: hoursToday(tick).map(written),
      TheoGio: over.flatMap(({ hour, papers }) =>
        Object.entries(papers).map(([GiayTo, count]) => ({
          Gio: vnDateTime(hour),
          GiayTo,
          Luot: vnNumber(count),
        })),
      ),
    },
  })
}

/** Beds in use: fewer at weekends, each hospital with luck of its own that lasts for days. */
function inUse(seed: number, { code, beds }: Facility, at: number): number {
  const { weekday, minutes } = localTime(at)
  const day = weekday === 0 || weekday === 6 ? -0.06 : 0.01
  const discharge = -0.03 * Math.exp(-(((minutes - 15 * 60) / 180) ** 2))
  const own = 0.7 + 0.14 * chance(seed, 'full', code) + 0.12 * drift(seed, `beds/${code}`, at, 50 * HOUR)
  return Math.round(beds * (own + day + discharge + 0.02 * drift(seed, `ward/${code}`, at, HOUR)))
}

const withBeds = (place: Place) => facilities(place, 0, 0).filter(({ beds }) => beds > 0)
const bedsInUse = remember((place, seed, at) =>
  withBeds(place).reduce((sum, each) => sum + inUse(seed, each, at), 0),
)

/** Hospital management: planned beds and those in use. */
export function bedOccupancy({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const all = withBeds(place)
  const planned = all.reduce((sum, { beds }) => sum + beds, 0)
  const percent = (used: number, of: number) => round((100 * used) / of, 1)
  return json({
    success: true,
    tongHop: {
      giuongKeHoach: planned,
      giuongDangDung: bedsInUse(place, seed, tick),
      congSuat: percent(bedsInUse(place, seed, tick), planned),
      congSuatThuongLe: percent(
        usual(tick, (then) => bedsInUse(place, seed, then)),
        planned,
      ),
    },
    benhVien: all.map((each) => ({
      maBV: each.code,
      tenBV: each.name,
      giuongKeHoach: each.beds,
      giuongDangDung: inUse(seed, each, tick),
      congSuat: percent(inUse(seed, each, tick), each.beds),
      congSuatThuongLe: percent(
        usual(tick, (then) => inUse(seed, each, then)),
        each.beds,
      ),
    })),
    capNhat: tick,
  })
}

/** yyyyMMddHHmm, as records reach the social-insurance assessment portal. */
const compact = (at: number) =>
  vnDateTime(at).replace(/(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d).*/, '$3$2$1$4$5')

/** Facilities linked to the social-insurance assessment portal: 1 linked, 2 slow, 0 not reached. */
export function insuranceLinks({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const list = facilities(place, 0, 0).map((each) => {
    const lost = downSince(seed, `bhyt/${each.code}`, tick, 10 * HOUR, 0.12)
    const slow = downSince(seed, `bhyt-slow/${each.code}`, tick, 4 * HOUR, 0.08) !== undefined
    return {
      maCSKCB: each.code,
      tenCSKCB: each.name,
      loaiCSKCB: each.kind,
      maPhuong: each.wardId,
      kinhDo: String(each.at[0]),
      viDo: String(each.at[1]),
      giuongKeHoach: each.beds,
      trangThaiLienThong: lost !== undefined ? '0' : slow ? '2' : '1',
      lanGuiCuoi: compact(lost ?? tick - Math.floor(chance(seed, each.code, tick) * 4) * MINUTE),
      moPhong: true,
    }
  })
  const linked = list.filter(({ trangThaiLienThong }) => trangThaiLienThong !== '0').length
  return json({
    maKetQua: '200',
    thongDiep: 'Thành công',
    thoiDiem: compact(tick),
    tongSo: list.length,
    soLienThong: linked,
    tyLe: round((100 * linked) / list.length, 1),
    dsCoSo: list,
  })
}
