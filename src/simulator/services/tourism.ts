import { DAY, HOUR, hoursToday, isoLocal, lastTick, localTime, MINUTE, usual } from '../clock'
import { pointFeature, type Point } from '../geometry'
import { somewhereIn, wardNamed, type Place } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { downSince, soFar } from '../rhythm'
import { json, REFRESH, round, type Call } from '../wire'

interface Site {
  id: string
  name: string
  at: Point
  wardId: string | null
  /** Visitors of a mean day. */
  perDay: number
  /** Called after an area, for want of a list of the city's own. */
  invented: boolean
}

/** The sites a city names, else one in each of up to ten areas. */
const sites = remember((place): Site[] => {
  const mean = (index: number) => place.scale * (120 + 260 * chance(0, 'site', place.id, index))
  if (place.sites)
    return place.sites.map(({ name, at, perDay }, index) => ({
      id: `diem-${index + 1}`,
      name,
      at,
      wardId: place.wards.find(({ center }) => center[0] === at[0] && center[1] === at[1])?.id ?? null,
      perDay: perDay ?? mean(index),
      invented: false,
    }))
  return place.wards.slice(0, 10).map((ward, index) => ({
    id: `diem-${index + 1}`,
    name: `Điểm tham quan ${ward.name}`,
    at: somewhereIn(ward, 0, 'site'),
    wardId: ward.id,
    perDay: mean(index),
    invented: true,
  }))
}, 8)

const SITE_HOURS = [0, 0, 0, 0, 0, 1, 3, 6, 10, 13, 12, 8, 5, 6, 9, 11, 10, 6, 3, 2, 1, 0, 0, 0]
/** People travel at weekends; a public holiday counts as a Sunday. */
const SITE_WEEK = [2.1, 0.7, 0.65, 0.65, 0.7, 0.85, 1.75]

const visitorsOf = (place: Place, seed: number, { id, perDay }: Site, at: number) =>
  soFar(
    { key: `site/${id}`, perDay: perDay / place.scale, hours: SITE_HOURS, week: SITE_WEEK, rain: -0.5 },
    place,
    seed,
    at,
  )
const visitors = remember(
  (place, seed, at) => sites(place, 0, 0).reduce((sum, site) => sum + visitorsOf(place, seed, site, at), 0),
  320,
)
const usualVisitors = remember((place, seed, at) =>
  Math.round(usual(at, (then) => visitors(place, seed, then))),
)

/** Visitors that came from abroad in one full hour. */
const abroad = (seed: number, hour: number, count: number) =>
  Math.round(count * (0.14 + 0.05 * drift(seed, 'abroad', hour, 5 * HOUR)))

/** Ticket and people counters at the sites: today, its hours, and the days before. */
export function siteVisitors({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const { midnight } = localTime(tick)
  const total = (then: number) => ({
    time: isoLocal(then),
    visitors: visitors(place, seed, then),
    usual: usualVisitors(place, seed, then),
  })
  const over = hoursToday(tick).filter((hour) => hour + HOUR <= tick)
  return json({
    meta: { status: 'ok', updatedAt: isoLocal(tick), simulated: true },
    today: total(tick),
    curve: hoursToday(tick).map(total),
    hours: over.flatMap((hour) => {
      const count = visitors(place, seed, hour + HOUR) - visitors(place, seed, hour)
      const foreign = abroad(seed, hour, count)
      return [
        { time: isoLocal(hour), origin: 'domestic', visitors: count - foreign },
        { time: isoLocal(hour), origin: 'international', visitors: foreign },
      ]
    }),
    // A day is counted until a moment before the next one begins.
    days: Array.from({ length: 35 }, (_, index) => 35 - index).map((back) => ({
      date: isoLocal(midnight - back * DAY).slice(0, 10),
      visitors: visitors(place, seed, midnight - (back - 1) * DAY - 1),
    })),
    sites: sites(place, 0, 0).map((site) => ({
      id: site.id,
      name: site.name,
      visitors: visitorsOf(place, seed, site, tick),
      usual: Math.round(usual(tick, (then) => visitorsOf(place, seed, site, then))),
    })),
  })
}

/** Lodging by class: rooms of a hundred thousand people. Full at weekends and on holidays. */
const CLASSES = [
  { code: 'KS45', name: 'Khách sạn 4–5 sao', rooms: 120, level: 0.5 },
  { code: 'KS13', name: 'Khách sạn 1–3 sao', rooms: 310, level: 0.46 },
  { code: 'NN', name: 'Nhà nghỉ', rooms: 420, level: 0.42 },
  { code: 'HS', name: 'Homestay', rooms: 90, level: 0.38 },
] as const

const ROOMS = CLASSES.reduce((sum, kind) => sum + kind.rooms, 0)

function occupied(place: Place, seed: number, code: string, at: number): number {
  const kind = CLASSES.find((each) => each.code === code) ?? CLASSES[0]
  // A night belongs to the day on which it begins: guests leave at noon.
  const { weekday } = localTime(at - 12 * HOUR)
  const busy = [0.1, 0, 0, 0, 0.02, 0.24, 0.34][weekday] ?? 0
  const share = kind.level + busy + 0.12 * drift(seed, `rooms/${code}`, at, 40 * HOUR)
  return Math.round(kind.rooms * place.scale * Math.min(1, share))
}

const roomsTaken = remember((place, seed, at) =>
  CLASSES.reduce((sum, { code }) => sum + occupied(place, seed, code, at), 0),
)

/** Where guests stay, at invented places of up to eight areas: whether there are rooms left, not how many. */
function quarters(place: Place, seed: number, at: number) {
  return place.wards.slice(0, 8).map((ward) => {
    const full = 0.5 + 0.45 * drift(seed, `quarter/${ward.id}`, at, 30 * HOUR)
    const load = (full + roomsTaken(place, seed, at) / (ROOMS * place.scale)) / 2
    return {
      maKhu: `lt-${ward.id}`,
      tenKhu: `Khu lưu trú ${ward.name}`,
      maPhuong: ward.id,
      kinhDo: somewhereIn(ward, 0, 'lodging')[0],
      viDo: somewhereIn(ward, 0, 'lodging')[1],
      tinhTrang: load > 0.88 ? 'HET_PHONG' : load > 0.76 ? 'SAP_HET' : 'CON_PHONG',
      moPhong: true,
    }
  })
}

/** Lodging declarations: rooms taken by class, without anybody's name. */
export function lodging({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const row = (code: string, ten: string, rooms: number, taken: (then: number) => number) => ({
    maHang: code,
    tenHang: ten,
    tongSoPhong: rooms,
    soPhongCoKhach: taken(tick),
    congSuat: round((100 * taken(tick)) / rooms, 1),
    thuongLe: round((100 * usual(tick, taken)) / rooms, 1),
  })
  const classes = CLASSES.map(({ code, name, rooms }) =>
    row(code, name, Math.round(rooms * place.scale), (then) => occupied(place, seed, code, then)),
  )
  const rooms = classes.reduce((sum, { tongSoPhong }) => sum + tongSoPhong, 0)
  return json({
    isSuccess: true,
    object: {
      tong: row('TAT_CA', 'Tất cả', rooms, (then) => roomsTaken(place, seed, then)),
      theoHang: classes,
      khuLuuTru: quarters(place, seed, tick),
      thoiDiem: tick / 1000,
    },
  })
}

/** Heritage and sights as GeoJSON: which have a digital guide behind a QR code, and whether it answers now. */
export function heritageSites({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const features = sites(place, 0, 0).map((site) => {
    const guided = !site.invented || chance(0, 'guide', place.id, site.id) < 0.7
    const down = guided && downSince(seed, `guide/${site.id}`, tick, 14 * HOUR, 0.1) !== undefined
    return pointFeature(site.id, site.at, {
      ten: site.name,
      maPhuong: site.wardId,
      phuong: wardNamed(place, site.wardId)?.name ?? null,
      thuyetMinhSo: guided,
      anh360: guided && chance(0, '360', place.id, site.id) < 0.5,
      trangThai: down ? 'MAT_KET_NOI' : guided ? 'HOAT_DONG' : 'CHUA_SO_HOA',
      moPhong: site.invented,
      doChinhXac: site.wardId === null ? 'schematic' : 'ward',
      saiSoM: 1500,
    })
  })
  const answering = features.filter(({ properties }) => properties?.trangThai === 'HOAT_DONG').length
  const guided = features.filter(({ properties }) => properties?.thuyetMinhSo === true).length
  return json(
    {
      type: 'FeatureCollection',
      timeStamp: isoLocal(tick),
      thongKe: {
        tong: features.length,
        coThuyetMinhSo: guided,
        hoatDong: answering,
        tyLe: guided === 0 ? null : round((100 * answering) / guided, 1),
      },
      features,
    },
    { type: 'application/geo+json' },
  )
}
