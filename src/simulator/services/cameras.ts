import { hoursToday, HOUR, isoLocal, lastTick, usual } from '../clock'
import { CENTRE, WARDS, pointAt } from '../places'
import { remember } from '../remember'
import { downSince } from '../rhythm'
import { json, REFRESH, round, type Call } from '../wire'

type Group = 'GIAO_THONG' | 'AN_NINH' | 'MOT_CUA' | 'CHO'
type State = 'ONLINE' | 'OFFLINE' | 'UNKNOWN'

interface Camera {
  code: string
  name: string
  group: Group
  at: readonly [number, number]
  wardId: string | null
}

/** Main roads of the district; for four of them a source names the ward. Where the others run is not known here. */
const ROADS: readonly { name: string; wardId: string | null }[] = [
  { name: 'Trần Thành Ngọ', wardId: 'tran-thanh-ngo' },
  { name: 'Trần Nhân Tông', wardId: 'nam-son' },
  { name: 'Lê Duẩn', wardId: 'quan-tru' },
  { name: 'Hoàng Thiết Tâm', wardId: 'bac-son' },
  { name: 'Phan Đăng Lưu', wardId: null },
  { name: 'Hoàng Quốc Việt', wardId: null },
  { name: 'Trường Chinh', wardId: null },
  { name: 'Nguyễn Lương Bằng', wardId: null },
  { name: 'QL10', wardId: null },
]

/** Forty cameras at invented, schematic places near ward centroids and the district centre. */
const CAMERAS: readonly Camera[] = [
  ...ROADS.flatMap(({ name, wardId }, road) =>
    [1, 2].map((turn): Camera => {
      const center = WARDS.find(({ id }) => id === wardId)?.center ?? CENTRE
      const km = wardId ? 0.25 : 0.9 + 0.3 * (road % 3)
      const at = pointAt(center, road * 1.3 + turn * Math.PI, km)
      return { code: `ka-gt-${road + 1}-${turn}`, name: `${name} ${turn}`, group: 'GIAO_THONG', at, wardId }
    }),
  ),
  ...WARDS.flatMap(({ id, name, center }, ward): Camera[] => [
    {
      code: `ka-an-${id}`,
      name: `An ninh phường ${name}`,
      group: 'AN_NINH',
      at: pointAt(center, ward, 0.35),
      wardId: id,
    },
    {
      code: `ka-mc-${id}`,
      name: `Một cửa phường ${name}`,
      group: 'MOT_CUA',
      at: pointAt(center, ward + 2, 0.15),
      wardId: id,
    },
  ]),
  { code: 'ka-mc-quan', name: 'Một cửa quận', group: 'MOT_CUA', at: pointAt(CENTRE, 1, 0.1), wardId: null },
  { code: 'ka-cho-go-cong', name: 'Chợ Gò Công', group: 'CHO', at: pointAt(CENTRE, 4, 0.3), wardId: null },
]

function state(seed: number, code: string, at: number): State {
  if (downSince(seed, code, at, 10 * HOUR, 0.1) !== undefined) return 'OFFLINE'
  return downSince(seed, `${code}/heartbeat`, at, 3 * HOUR, 0.04) === undefined ? 'ONLINE' : 'UNKNOWN'
}

const online = remember((seed, at) => CAMERAS.filter(({ code }) => state(seed, code, at) === 'ONLINE').length)

const percent = (count: number) => round((100 * count) / CAMERAS.length, 1)

/** Camera register of the video management system. Addresses of streams never leave the gateway. */
export function cameraRegister({ seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  return json({
    code: 0,
    msg: 'success',
    data: {
      total: CAMERAS.length,
      online: online(seed, tick),
      onlineRate: percent(online(seed, tick)),
      usualRate: percent(usual(tick, (then) => online(seed, then))),
      checkTime: isoLocal(tick),
      hourly: hoursToday(tick).map((hour) => ({
        time: isoLocal(hour),
        onlineRate: percent(online(seed, hour)),
        usualRate: percent(usual(hour, (then) => online(seed, then))),
      })),
      list: CAMERAS.map(({ code, name, group, at: [lon, lat], wardId }) => ({
        cameraIndexCode: code,
        cameraName: name,
        groupCode: group,
        wardId,
        longitude: String(lon),
        latitude: String(lat),
        status: state(seed, code, tick),
        // People sit at one-stop counters: such cameras show their state and never a picture.
        privacy: group === 'MOT_CUA' ? 'STATUS_ONLY' : 'NORMAL',
        legalBasis: 'Luật 91/2025/QH15, Điều 32',
      })),
    },
  })
}
