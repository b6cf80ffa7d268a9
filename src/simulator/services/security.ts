import { DAY, HOUR, hoursToday, lastTick, localTime, MINUTE, msDate, usual } from '../clock'
import { offsetKm, pointAt } from '../geometry'
import { somewhereIn, type Place, type Ward } from '../place'
import { chance, oneOf } from '../random'
import { remember } from '../remember'
import { timeOfDay } from '../rhythm'
import { json, REFRESH, round, type Call } from '../wire'

const PER_DAY = 12
/** Evenings are the busiest; a quarter of all comes at night. */
const HOURS = [4, 3, 2, 2, 1, 2, 3, 4, 5, 5, 5, 5, 4, 4, 4, 5, 6, 7, 7, 8, 9, 9, 7, 5]
/** Positions are snapped to cells of this size, so that no home can be told. */
const CELL_KM = 0.3

type Gravity = 'THAP' | 'TRUNG_BINH' | 'NGHIEM_TRONG'
interface Kind {
  code: string
  name: string
  weight: number
  gravity: Gravity
  unit: 'police' | 'fire' | 'traffic'
  /** Minutes until somebody is there, for the middle case, and hours until it is settled at most. */
  response: number
  hours: number
}

const KINDS: readonly [Kind, ...Kind[]] = [
  {
    code: 'TTCC',
    name: 'Trật tự công cộng',
    weight: 34,
    gravity: 'THAP',
    unit: 'police',
    response: 9,
    hours: 3,
  },
  {
    code: 'VCGT',
    name: 'Va chạm giao thông',
    weight: 24,
    gravity: 'TRUNG_BINH',
    unit: 'traffic',
    response: 10,
    hours: 3,
  },
  {
    code: 'TCTS',
    name: 'Trộm cắp tài sản',
    weight: 14,
    gravity: 'TRUNG_BINH',
    unit: 'police',
    response: 12,
    hours: 30,
  },
  { code: 'TIENGON', name: 'Tiếng ồn', weight: 17, gravity: 'THAP', unit: 'police', response: 14, hours: 2 },
  { code: 'CHNO', name: 'Cháy, nổ', weight: 4, gravity: 'NGHIEM_TRONG', unit: 'fire', response: 7, hours: 4 },
  {
    code: 'CNCH',
    name: 'Cứu nạn, cứu hộ',
    weight: 7,
    gravity: 'NGHIEM_TRONG',
    unit: 'fire',
    response: 8,
    hours: 3,
  },
]
const UNITS = { fire: 'Cảnh sát PCCC và CNCH', traffic: 'Cảnh sát giao thông', police: 'Công an phường' }
/** When a case is to be settled, by how grave it is. */
const DUE: Record<Gravity, number> = { THAP: 4 * HOUR, TRUNG_BINH: DAY, NGHIEM_TRONG: 3 * HOUR }

interface Matter {
  id: string
  kind: Kind
  ward: Ward
  channel: string
  created: number
  arrived: number
  closed: number
}

function kindOf(share: number): Kind {
  let left = share * KINDS.reduce((sum, { weight }) => sum + weight, 0)
  return KINDS.find(({ weight }) => (left -= weight) < 0) ?? KINDS[0]
}

/** Every case of one day that begins at `midnight`. */
const mattersOfDay = remember((place, seed, midnight): Matter[] => {
  const { weekday } = localTime(midnight)
  const many = PER_DAY * place.scale * (weekday === 0 || weekday === 6 ? 1.2 : 0.95)
  const count = Math.round(many * (0.8 + 0.4 * chance(seed, 'order', midnight)))
  return Array.from({ length: count }, (_, turn) => matter(place, seed, midnight, turn))
})

function matter(place: Place, seed: number, midnight: number, turn: number): Matter {
  const id = `VV-${localTime(midnight).day}-${String(turn + 1).padStart(3, '0')}`
  const kind = kindOf(chance(seed, id, 'kind'))
  const channels: [string, ...string[]] = kind.unit === 'fire' ? ['114'] : ['113', '113', 'VNeID', 'Camera']
  const created = midnight + timeOfDay(HOURS, chance(seed, id, 'time'))
  const arrived = created + kind.response * (0.5 + 1.5 * chance(seed, id, 'arrived') ** 1.6) * MINUTE
  return {
    id,
    kind,
    ward: oneOf(place.wards, seed, id, 'ward'),
    channel: oneOf(channels, seed, id, 'channel'),
    created,
    arrived,
    closed: arrived + (0.25 + (kind.hours - 0.25) * chance(seed, id, 'length') ** 2) * HOUR,
  }
}

/** Every case of so many days that end with the day of `at`, known by then. */
function known(place: Place, seed: number, at: number, days: number): Matter[] {
  const { midnight } = localTime(at)
  return Array.from({ length: days }, (_, back) => midnight - (days - 1 - back) * DAY)
    .flatMap((day) => mattersOfDay(place, seed, day))
    .filter(({ created }) => created <= at)
}

const isOpen = (at: number) => (each: Matter) => each.closed > at

/** The middle of a list; null of an empty one. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}

/** The centre of the cell that a place lies in. */
function snapped(place: Place, at: readonly [number, number]): [number, number] {
  const [east, north] = offsetKm(place.centre, at)
  const cell = (km: number) => Math.round(km / CELL_KM) * CELL_KM
  return pointAt(pointAt(place.centre, 0, cell(east)), Math.PI / 2, cell(north))
}

function stateOf(each: Matter, at: number): string {
  if (each.closed <= at) return 'DA_KET_THUC'
  return each.arrived <= at ? 'DANG_XU_LY' : 'TIEP_NHAN'
}

/** Cases of the last 24 hours and all open ones: type, ward, times and a coarse place; no person, no address. */
export function orderCases({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const told = known(place, seed, tick, 3).filter((each) => isOpen(tick)(each) || each.created > tick - DAY)
  const time = (moment: number) => (moment <= tick ? msDate(Math.floor(moment)) : null)
  const list = told.map((each) => {
    const [lon, lat] = snapped(place, somewhereIn(each.ward, seed, each.id))
    return {
      MaVuViec: each.id,
      LoaiVuViec: each.kind.name,
      MaLoai: each.kind.code,
      MucDo: each.kind.gravity,
      TrangThai: stateOf(each, tick),
      DonViXuLy: each.kind.unit === 'police' ? `Công an ${each.ward.name}` : UNITS[each.kind.unit],
      MaPhuong: each.ward.id,
      TenPhuong: each.ward.name,
      KenhTiepNhan: each.channel,
      TiepNhan: time(each.created),
      DenHienTruong: time(each.arrived),
      HanXuLy: msDate(Math.floor(each.created + DUE[each.kind.gravity])),
      KetThuc: time(each.closed),
      KinhDo: lon,
      ViDo: lat,
      SaiSoMet: CELL_KM * 1000,
      MoPhong: true,
    }
  })
  return json({ isSuccess: true, object: { ThoiDiem: msDate(tick), TongSo: list.length, DanhSach: list } })
}

interface Count {
  today: number
  open: number
  /** Minutes until somebody was there, the middle of the last 24 hours. */
  response: number | null
}

const count = remember((place, seed, at): Count => {
  const all = known(place, seed, at, 3)
  const minutes = all
    .filter(({ created, arrived }) => created > at - DAY && arrived <= at)
    .map(({ created, arrived }) => (arrived - created) / MINUTE)
  const middle = median(minutes)
  return {
    today: all.filter(({ created }) => created >= localTime(at).midnight).length,
    open: all.filter(isOpen(at)).length,
    response: middle === null ? null : round(middle, 1),
  }
}, 300)

const written = (at: number, { today, open, response }: Count) => ({
  ThoiDiem: msDate(at),
  SoVuTrongNgay: today,
  DangXuLy: open,
  PhanUngTrungVi: response,
})

/** Counts of today, by type and by ward, and how fast somebody was there, with the usual and the day's course. */
export function orderStatistics({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const usually = (then: number): Count => ({
    today: Math.round(usual(then, (before) => count(place, seed, before).today)),
    open: Math.round(usual(then, (before) => count(place, seed, before).open)),
    response: round(
      usual(then, (before) => count(place, seed, before).response ?? 0),
      1,
    ),
  })
  const entry = (then: number) => ({
    ...written(then, count(place, seed, then)),
    ThuongLe: written(then, usually(then)),
  })
  const ofOneDay = (then: number) => known(place, seed, then, 2).filter(({ created }) => created > then - DAY)
  const recent = ofOneDay(tick)
  const before = [1, 2, 3, 4].flatMap((week) => ofOneDay(tick - 7 * week * DAY))
  const counted = (belongs: (each: Matter) => boolean) => ({
    SoVu24Gio: recent.filter(belongs).length,
    ThuongLe24Gio: before.filter(belongs).length / 4,
  })
  return json({
    isSuccess: true,
    object: {
      ...entry(tick),
      TheoGio: hoursToday(tick).map(entry),
      TheoLoai: KINDS.map(({ code, name }) => ({
        MaLoai: code,
        LoaiVuViec: name,
        ...counted(({ kind }) => kind.code === code),
      })),
      TheoPhuong: place.wards.map(({ id, name }) => ({
        MaPhuong: id,
        TenPhuong: name,
        ...counted(({ ward }) => ward.id === id),
      })),
    },
  })
}
