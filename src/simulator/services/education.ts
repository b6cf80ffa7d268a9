import {
  HOUR,
  hoursToday,
  isoLocal,
  lastTick,
  localTime,
  MINUTE,
  msDate,
  usual,
  vnDateTime,
  DAY,
} from '../clock'
import { LEVELS, schools, type School } from '../facilities'
import type { Place } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { downSince, rain, soFar } from '../rhythm'
import { json, REFRESH, round, vnNumber, type Call } from '../wire'

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
const percent = (part: number, of: number) => round((100 * part) / of, 1)

function syncState(seed: number, code: string, at: number): { state: string; at: number } {
  const lost = downSince(seed, `smas/${code}`, at, 14 * HOUR, 0.06)
  if (lost !== undefined) return { state: 'MAT_KET_NOI', at: lost }
  const slow = downSince(seed, `smas-slow/${code}`, at, 5 * HOUR, 0.05) !== undefined
  return { state: slow ? 'CHAM' : 'DA_DONG_BO', at: at - Math.floor(chance(seed, code, at) * 9) * MINUTE }
}

/** School management (SMAS): schools and pupils by level, and how each school's data come in. Dates as .NET has them. */
export function schoolRegister({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const all = schools(place, 0, 0)
  const list = all.map((school) => {
    const sync = syncState(seed, school.code, tick)
    return {
      MaTruong: school.code,
      TenTruong: school.name,
      CapHoc: school.level.code,
      MaPhuong: school.wardId,
      SoHocSinh: school.pupils,
      SoLop: school.classes,
      Lng: school.at[0],
      Lat: school.at[1],
      TrangThai: sync.state,
      DongBoLuc: msDate(Math.floor(sync.at / MINUTE) * MINUTE),
      MoPhong: true,
    }
  })
  const synced = list.filter(({ TrangThai }) => TrangThai !== 'MAT_KET_NOI').length
  const level = (code: string, name: string, of: readonly School[]) => ({
    CapHoc: code,
    TenCap: name,
    SoTruong: of.length,
    SoHocSinh: sum(of.map(({ pupils }) => pupils)),
  })
  return json({
    IsSuccess: true,
    Object: {
      CapNhat: msDate(tick),
      ToanNganh: level('TAT_CA', 'Tất cả', all),
      TheoCap: LEVELS.map(({ code, name }) =>
        level(
          code,
          name,
          all.filter((each) => each.level.code === code),
        ),
      ),
      DongBo: { SoTruong: synced, TongSo: all.length, TyLe: percent(synced, all.length) },
      DanhSach: list,
    },
  })
}

/** Classes call the roll from 7:30 on; the day ends at 17:00. No school at weekends, on holidays and in summer. */
export function rollCallOpen(at: number): boolean {
  const { minutes, weekday, day } = localTime(at)
  const month = new Date(day * DAY).getUTCMonth() + 1
  return weekday > 0 && weekday < 6 && (month < 6 || month > 8) && minutes >= 450 && minutes < 1020
}

interface Roll {
  wardId: string
  enrolled: number
  present: number
}

const rolls = remember((place, seed, at): Roll[] => {
  const { day, minutes } = localTime(at)
  // Some come late: the last per cent arrives within the first hour.
  const late = 0.012 * Math.exp(-(minutes - 450) / 25)
  return place.wards.map(({ id }) => {
    const enrolled = sum(
      schools(place, 0, 0).flatMap(({ wardId, pupils }) => (wardId === id ? [pupils] : [])),
    )
    const ill =
      0.022 + 0.02 * Math.max(0, drift(seed, `absent/${id}`, at, 9 * DAY)) + 0.008 * chance(seed, id, day)
    const away = ill + late + 0.025 * rain(seed, localTime(at).midnight + 7 * HOUR)
    return { wardId: id, enrolled, present: Math.round(enrolled * (1 - away)) }
  })
})

/** The usual share of pupils present: the same weekday and hour in those of the last weeks that had school. */
function usualShare(place: Place, seed: number, at: number, wardId?: string): number | null {
  const weeks = [1, 2, 3, 4].map((week) => at - 7 * week * DAY).filter(rollCallOpen)
  const shares = weeks.map((then) => {
    const of = rolls(place, seed, then).filter((roll) => wardId === undefined || roll.wardId === wardId)
    return percent(sum(of.map(({ present }) => present)), sum(of.map(({ enrolled }) => enrolled)))
  })
  return shares.length === 0 ? null : round(sum(shares) / shares.length, 1)
}

/** Roll call of this morning by area. Outside school hours there is none, which is not the same as nobody there. */
export function attendance({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const date = isoLocal(tick).slice(0, 10)
  if (!rollCallOpen(tick)) {
    const none = { trangThai: 'NGOAI_GIO', coMat: null, siSo: null, tyLe: null, thuongLe: null }
    return json({ code: '00', data: { ngay: date, thoiDiem: vnDateTime(tick), tongHop: none, phuong: [] } })
  }
  const all = rolls(place, seed, tick)
  const [present, enrolled] = [sum(all.map((roll) => roll.present)), sum(all.map((roll) => roll.enrolled))]
  const whole = {
    trangThai: 'DANG_HOC',
    coMat: present,
    siSo: enrolled,
    tyLe: percent(present, enrolled),
    thuongLe: usualShare(place, seed, tick),
  }
  const phuong = all.map((roll) => ({
    maPhuong: roll.wardId,
    coMat: roll.present,
    siSo: roll.enrolled,
    tyLe: percent(roll.present, roll.enrolled),
    thuongLe: usualShare(place, seed, tick, roll.wardId),
  }))
  return json({ code: '00', data: { ngay: date, thoiDiem: vnDateTime(tick), tongHop: whole, phuong } })
}

/** People pay fees online, in the evening as well, most of them in the first half of the month. */
const FEES = {
  key: 'fees',
  perDay: 620,
  hours: [1, 0, 0, 0, 0, 1, 3, 6, 9, 10, 9, 8, 6, 6, 8, 8, 7, 6, 7, 10, 12, 10, 5, 2],
  week: [0.7, 1.15, 1.05, 1, 1, 1, 0.8],
}
const payments = remember((place, seed, at) => soFar(FEES, place, seed, at), 256)
const usualPayments = remember((place, seed, at) =>
  Math.round(usual(at, (then) => payments(place, seed, then))),
)

/** Payment gateway of the schools: share of this month’s fee items collected without cash, and payments today. */
export function feePayments({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const levels = LEVELS.map(({ code, name, pupils }, index) => {
    const items = Math.round(pupils * place.scale * 0.96)
    const cashless = 0.985 - 0.014 * index + 0.008 * drift(seed, `fees/${code}`, tick, 6 * DAY)
    return {
      maCap: code,
      tenCap: name,
      tongKhoan: items,
      khongTienMat: Math.round(items * Math.min(1, cashless)),
    }
  })
  const tongKhoan = sum(levels.map((level) => level.tongKhoan))
  const khongTienMat = sum(levels.map((level) => level.khongTienMat))
  const share = <T extends { tongKhoan: number; khongTienMat: number }>(of: T) => ({
    ...of,
    tyLe: vnNumber(percent(of.khongTienMat, of.tongKhoan)),
  })
  const today = (then: number) => ({
    luc: then / 1000,
    giaoDich: payments(place, seed, then),
    thuongLe: usualPayments(place, seed, then),
  })
  return json({
    resultCode: '0',
    resultDesc: 'SUCCESS',
    payload: {
      kyThu: isoLocal(tick).slice(0, 7),
      ...share({ tongKhoan, khongTienMat }),
      theoCap: levels.map(share),
      homNay: today(tick),
      theoGio: hoursToday(tick).map(today),
    },
  })
}
