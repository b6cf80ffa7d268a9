import { HOUR, hoursToday, isoLocal, lastTick, MINUTE, usual } from '../clock'
import { chance } from '../random'
import { remember } from '../remember'
import { downSince } from '../rhythm'
import { json, round, type Call } from '../wire'

/** The eleven platforms of S1-13 by the sector that runs them. */
export const PLATFORMS = [
  { sector: 'hoi-nghi', nganh: 'Hội nghị', ma: 'hop-truc-tuyen', ten: 'Hội nghị trực tuyến' },
  { sector: 'giao-duc', nganh: 'Giáo dục', ma: 'smas', ten: 'SMAS' },
  { sector: 'giao-duc', nganh: 'Giáo dục', ma: 'day-hoc-thi', ten: 'Dạy, thi trực tuyến' },
  { sector: 'y-te', nganh: 'Y tế', ma: 'kham-tu-xa', ten: 'Khám chữa bệnh từ xa' },
  { sector: 'y-te', nganh: 'Y tế', ma: 'benh-vien-tm', ten: 'Bệnh viện thông minh' },
  { sector: 'y-te', nganh: 'Y tế', ma: 'benh-an', ten: 'Bệnh án điện tử' },
  { sector: 'y-te', nganh: 'Y tế', ma: 'xet-nghiem', ten: 'Xét nghiệm' },
  { sector: 'y-te', nganh: 'Y tế', ma: 'hinh-anh', ten: 'Chẩn đoán hình ảnh' },
  { sector: 'y-te', nganh: 'Y tế', ma: 'hssk', ten: 'HSSK điện tử' },
  { sector: 'du-lich', nganh: 'Du lịch', ma: 'dl-du-lich', ten: 'Dữ liệu du lịch' },
  { sector: 'noi-vu', nganh: 'Nội vụ', ma: 'cbccvc', ten: 'Quản lý CBCCVC' },
] as const

interface Health {
  state: 'TOT' | 'CHAM' | 'MAT_KET_NOI'
  syncedAt: number
}

/** Since when a platform is not connected, epoch ms; undefined while it is. */
export const platformDownSince = (seed: number, ma: string, at: number) =>
  downSince(seed, `platform/${ma}`, at, 9 * HOUR, 0.13)

function healthOf(seed: number, ma: string, at: number): Health {
  const lost = platformDownSince(seed, ma, at)
  if (lost !== undefined) return { state: 'MAT_KET_NOI', syncedAt: lost }
  const slow = downSince(seed, `platform-slow/${ma}`, at, 5 * HOUR, 0.12)
  const lag = Math.floor(6 * chance(seed, 'lag', ma, Math.floor(at / (5 * MINUTE)))) * MINUTE
  return slow === undefined
    ? { state: 'TOT', syncedAt: at - lag }
    : { state: 'CHAM', syncedAt: Math.max(slow, at - 25 * MINUTE) }
}

const connected = remember(
  (_, seed, at) => PLATFORMS.filter(({ ma }) => healthOf(seed, ma, at).state !== 'MAT_KET_NOI').length,
)

/** Watch over the platforms of the priority sectors; `?nganh=y-te` asks for one sector. */
export function platformStatus({ place, seed, at, url }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const sector = url.searchParams.get('nganh')
  const asked = PLATFORMS.filter((each) => sector === null || each.sector === sector)
  if (asked.length === 0) return json({ code: 404, message: 'Không có ngành này' }, { status: 404 })
  const percent = (count: number) => round((100 * count) / PLATFORMS.length, 1)
  const working = (then: number) => connected(place, seed, then)
  const states = asked.map((each) => ({ ...each, ...healthOf(seed, each.ma, tick) }))
  const minutes = (since: number) => Math.max(0, Math.round((tick - since) / MINUTE))
  return json({
    code: 200,
    message: 'Thành công',
    data: states.map(({ sector: maNganh, nganh, ma, ten, state, syncedAt }) => ({
      maNganh,
      nganh,
      maNenTang: ma,
      tenNenTang: ten,
      trangThai: state,
      dongBoLanCuoi: isoLocal(Math.floor(syncedAt / MINUTE) * MINUTE),
    })),
    tongHop: {
      tongSo: PLATFORMS.length,
      ketNoi: working(tick),
      tyLe: percent(working(tick)),
      thuongLe: percent(usual(tick, working)),
      chamNhatPhut: Math.max(...states.map(({ syncedAt }) => minutes(syncedAt))),
    },
    theoNganh: [...new Set(asked.map(({ nganh }) => nganh))].map((nganh) => {
      const own = states.filter((each) => each.nganh === nganh)
      const up = own.filter(({ state }) => state !== 'MAT_KET_NOI').length
      return { nganh, tongSo: own.length, ketNoi: up, tyLe: round((100 * up) / own.length, 1) }
    }),
    theoGio: hoursToday(tick).map((hour) => ({
      luc: isoLocal(hour),
      tyLe: percent(working(hour)),
      thuongLe: percent(usual(hour, working)),
    })),
    capNhat: isoLocal(tick),
  })
}
