import { hoursToday, HOUR, isoLocal, lastTick, usual } from '../clock'
import { pointAt } from '../geometry'
import { remember } from '../remember'
import { downSince } from '../rhythm'
import { json, REFRESH, round, type Call } from '../wire'

const GROUPS = ['GIAO_THONG', 'AN_NINH', 'MOT_CUA', 'DIEM'] as const
type Group = (typeof GROUPS)[number]
type State = 'ONLINE' | 'OFFLINE' | 'UNKNOWN'

interface Camera {
  code: string
  name: string
  group: Group
  at: readonly [number, number]
  wardId: string | null
}

/** Cameras at invented, schematic places near ward centroids and the centre. */
const cameras = remember(
  ({ prefix, roads, wards, centre, landmarks }): Camera[] => [
    ...roads.flatMap(({ name, wardId }, road) =>
      [1, 2].map((turn): Camera => {
        const center = wards.find(({ id }) => id === wardId)?.center ?? centre
        const km = wardId ? 0.25 : 0.9 + 0.3 * (road % 3)
        const at = pointAt(center, road * 1.3 + turn * Math.PI, km)
        return {
          code: `${prefix}-gt-${road + 1}-${turn}`,
          name: `${name} ${turn}`,
          group: 'GIAO_THONG',
          at,
          wardId,
        }
      }),
    ),
    ...wards.flatMap(({ id, name, center }, ward): Camera[] => [
      {
        code: `${prefix}-an-${id}`,
        name: `An ninh ${name}`,
        group: 'AN_NINH',
        at: pointAt(center, ward, 0.35),
        wardId: id,
      },
      {
        code: `${prefix}-mc-${id}`,
        name: `Một cửa ${name}`,
        group: 'MOT_CUA',
        at: pointAt(center, ward + 2, 0.15),
        wardId: id,
      },
    ]),
    {
      code: `${prefix}-mc-chinh`,
      name: 'Một cửa trung tâm',
      group: 'MOT_CUA',
      at: pointAt(centre, 1, 0.1),
      wardId: null,
    },
    ...landmarks.map(({ id, name, at }): Camera => ({
      code: `${prefix}-${id}`,
      name,
      group: 'DIEM',
      at,
      wardId: null,
    })),
  ],
  4,
)

function state(seed: number, code: string, at: number): State {
  if (downSince(seed, code, at, 10 * HOUR, 0.1) !== undefined) return 'OFFLINE'
  return downSince(seed, `${code}/heartbeat`, at, 3 * HOUR, 0.04) === undefined ? 'ONLINE' : 'UNKNOWN'
}

const online = remember(
  (place, seed, at) => cameras(place, 0, 0).filter(({ code }) => state(seed, code, at) === 'ONLINE').length,
)

const percent = (count: number, all: number) => round((100 * count) / all, 1)

/** Camera register of the video management system. Addresses of streams never leave the gateway. */
export function cameraRegister({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const all = cameras(place, 0, 0)
  return json({
    code: 0,
    msg: 'success',
    data: {
      total: all.length,
      online: online(place, seed, tick),
      onlineRate: percent(online(place, seed, tick), all.length),
      usualRate: percent(
        usual(tick, (then) => online(place, seed, then)),
        all.length,
      ),
      checkTime: isoLocal(tick),
      hourly: hoursToday(tick).map((hour) => ({
        time: isoLocal(hour),
        onlineRate: percent(online(place, seed, hour), all.length),
        usualRate: percent(
          usual(hour, (then) => online(place, seed, then)),
          all.length,
        ),
      })),
      groups: GROUPS.map((groupCode) => {
        const members = all.filter(({ group }) => group === groupCode)
        const working = members.filter(({ code }) => state(seed, code, tick) === 'ONLINE').length
        return {
          groupCode,
          total: members.length,
          online: working,
          onlineRate: members.length > 0 ? percent(working, members.length) : null,
        }
      }),
      list: all.map(({ code, name, group, at: [lon, lat], wardId }) => ({
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
