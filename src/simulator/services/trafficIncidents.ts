import { DAY, HOUR, lastTick, localTime, MINUTE, vnDateTime } from '../clock'
import type { Place } from '../place'
import { chance, oneOf } from '../random'
import { remember } from '../remember'
import { rain, STREET_HOURS, timeOfDay } from '../rhythm'
import { pointAlong, segments } from '../roads'
import { json, REFRESH, round, type Call } from '../wire'

const PER_DAY = 7

interface Kind {
  code: string
  name: string
  agency: string
  /** When somebody should be there to finish it, and how long it really takes at least and at most. */
  due: number
  length: readonly [number, number]
  /** How much of the road it takes, 0–1. */
  blocks: number
}

const CRASH: Kind = {
  code: 'VA_CHAM',
  name: 'Va chạm',
  agency: 'Cảnh sát giao thông',
  due: 90 * MINUTE,
  length: [25 * MINUTE, 110 * MINUTE],
  blocks: 0.8,
}
const BREAKDOWN: Kind = {
  code: 'XE_HONG',
  name: 'Xe hỏng',
  agency: 'Cảnh sát giao thông',
  due: HOUR,
  length: [15 * MINUTE, 70 * MINUTE],
  blocks: 0.5,
}
const WORKS: Kind = {
  code: 'THI_CONG',
  name: 'Thi công',
  agency: 'Đội quản lý đường bộ',
  due: 9 * HOUR,
  length: [4 * HOUR, 9.5 * HOUR],
  blocks: 0.35,
}
const FLOOD: Kind = {
  code: 'NGAP',
  name: 'Ngập',
  agency: 'Công ty thoát nước',
  due: 3 * HOUR,
  length: [40 * MINUTE, 4 * HOUR],
  blocks: 0.7,
}
const TREE: Kind = {
  code: 'CAY_DO',
  name: 'Cây đổ',
  agency: 'Công ty cây xanh',
  due: 2 * HOUR,
  length: [30 * MINUTE, 150 * MINUTE],
  blocks: 0.9,
}

interface Incident {
  id: string
  kind: Kind
  segmentId: string
  road: string
  wardId: string
  at: readonly [number, number]
  created: number
  arrived: number
  closed: number
}

function kindOf(seed: number, id: string, created: number): Kind {
  const wet = rain(seed, created)
  if (chance(seed, id, 'wet') < wet) return chance(seed, id, 'tree') < 0.25 ? TREE : FLOOD
  const { minutes } = localTime(created)
  const byDay = minutes > 480 && minutes < 960
  return oneOf([CRASH, CRASH, CRASH, BREAKDOWN, byDay ? WORKS : BREAKDOWN], seed, id, 'kind')
}

/** Every incident of one day that begins at `midnight`. */
const incidentsOfDay = remember((place, seed, midnight): Incident[] => {
  const wet = [6, 10, 14, 18].reduce((sum, hour) => sum + rain(seed, midnight + hour * HOUR) / 4, 0)
  const many =
    PER_DAY * Math.sqrt(place.scale) * (0.8 + 0.4 * chance(seed, 'incidents', midnight)) * (1 + wet)
  return Array.from({ length: Math.round(many) }, (_, turn) => incident(place, seed, midnight, turn))
}, 64)

function incident(place: Place, seed: number, midnight: number, turn: number): Incident {
  const id = `SC-${localTime(midnight).day}-${String(turn + 1).padStart(2, '0')}`
  const created = midnight + Math.floor(timeOfDay(STREET_HOURS, chance(seed, id, 'time')) / MINUTE) * MINUTE
  const kind = kindOf(seed, id, created)
  const all = segments(place, 0, 0)
  const where = all[Math.floor(chance(seed, id, 'where') * all.length)]
  const [shortest, longest] = kind.length
  const arrived = created + Math.round(5 + 20 * chance(seed, id, 'arrived') ** 2) * MINUTE
  return {
    id,
    kind,
    segmentId: where?.id ?? '',
    road: where?.name ?? '',
    wardId: where?.wardId ?? place.wards[0].id,
    at: where ? pointAlong(where.course, 0.15 + 0.7 * chance(seed, id, 'spot')) : place.centre,
    created,
    arrived,
    closed:
      arrived +
      Math.round((shortest + (longest - shortest) * chance(seed, id, 'length') ** 2) / MINUTE) * MINUTE,
  }
}

const incidents = (place: Place, seed: number, at: number) => {
  const { midnight } = localTime(at)
  return [midnight - DAY, midnight].flatMap((day) => incidentsOfDay(place, seed, day))
}

const isOpen = (at: number) => (each: Incident) => each.created <= at && each.closed > at

export const openIncidents = (place: Place, seed: number, at: number): Incident[] =>
  incidents(place, seed, at).filter(isOpen(at))

/** How much of a stretch its open incidents take, 0–1. */
export function blocking(place: Place, seed: number, segmentId: string, at: number): number {
  return openIncidents(place, seed, at)
    .filter((each) => each.segmentId === segmentId)
    .reduce((most, { kind }) => Math.max(most, kind.blocks), 0)
}

/** One in four of those that take most of the road. */
const isGrave = (seed: number, { id, kind }: Incident) =>
  kind.blocks >= 0.7 && chance(seed, id, 'grave') < 0.25

function wordOf(each: Incident, at: number): string {
  if (each.closed <= at) return 'Đã xử lý'
  return each.arrived <= at ? 'Đang xử lý' : 'Mới tiếp nhận'
}

/** Incidents on the roads of the last 24 hours, open ones first. No persons, no plates. */
export function trafficIncidents({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const told = incidents(place, seed, tick)
    .filter(({ created, closed }) => created <= tick && closed > tick - DAY)
    .toSorted((a, b) => Number(isOpen(tick)(b)) - Number(isOpen(tick)(a)) || b.created - a.created)
  const known = (moment: number) => (moment <= tick ? vnDateTime(moment) : null)
  return json({
    code: 200,
    message: 'OK',
    thoiDiem: vnDateTime(tick),
    tongSo: told.length,
    danhSach: told.map((each) => ({
      maSuCo: each.id,
      maLoai: each.kind.code,
      loaiSuCo: each.kind.name,
      moTa: `${each.kind.name} – ${each.road}`,
      maDoan: each.segmentId,
      maPhuong: each.wardId,
      donViXuLy: each.kind.agency,
      mucDo: isGrave(seed, each) ? 'NGHIEM_TRONG' : 'THUONG',
      tinhTrang: wordOf(each, tick),
      tuLuc: vnDateTime(each.created),
      denNoiLuc: known(each.arrived),
      hanXuLy: vnDateTime(each.created + each.kind.due),
      xongLuc: known(each.closed),
      kinhDo: round(each.at[0], 4),
      viDo: round(each.at[1], 4),
      moPhong: true,
    })),
  })
}
