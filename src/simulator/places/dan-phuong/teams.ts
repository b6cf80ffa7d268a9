import type { Feature } from 'geojson'
import { hoursToday, lastTick, usual, vnDateTime } from '../../clock'
import { pointFeature } from '../../geometry'
import { spread, type Place } from '../../place'
import { chance } from '../../random'
import { remember } from '../../remember'
import { ONLINE_HOURS, soFar } from '../../rhythm'
import { json, REFRESH, vnNumber, type Call } from '../../wire'
import { shareOut } from './share'

/** As reported for 4/2024: 129 community teams with 1.015 members (S4-4, S4-5). */
const TEAMS = 129
const MEMBERS = 1015

/** How many teams each unit has is invented; the report prints only their sum. */
const TEAMS_OF: Readonly<Record<string, number>> = {
  phung: 10,
  'dan-phuong-xa': 7,
  'dong-thap': 7,
  'ha-mo': 7,
  'hong-ha': 8,
  'lien-ha': 8,
  'lien-hong': 8,
  'lien-trung': 7,
  'phuong-dinh': 10,
  'song-phuong': 5,
  'tan-hoi': 9,
  'tan-lap': 10,
  'tho-an': 9,
  'tho-xuan': 7,
  'thuong-mo': 8,
  'trung-chau': 9,
}

interface Team {
  id: string
  name: string
  unit: string
  at: readonly [number, number]
  members: number
}

const register = remember((place, seed): Team[] => {
  const teams = place.wards.flatMap((ward) =>
    spread(ward, TEAMS_OF[ward.id] ?? 0).map((at, index) => ({
      id: `to-cns-${ward.id}-${String(index + 1).padStart(2, '0')}`,
      name: `Tổ ${index + 1} – ${ward.name}`,
      unit: ward.id,
      at,
    })),
  )
  const members = shareOut(
    MEMBERS,
    teams.map(({ id }) => 0.75 + 0.5 * chance(seed, id, 'members')),
  )
  return teams.map((team, index) => ({ ...team, members: members[index] ?? 0 }))
}, 4)

/** Community digital teams as points, one for each; their places are schematic and simulated. */
export function teamPoints(place: Place, seed: number): Feature[] {
  return register(place, seed, 0).map(({ id, name, unit, at, members }) =>
    pointFeature(id, at, {
      ten: name,
      maDonVi: unit,
      soThanhVien: members,
      moPhong: true,
      doChinhXac: 'schematic',
    }),
  )
}

/** The register of teams: the district as reported, its units as simulated. Numbers as Vietnamese text. */
export function teamRegister({ place, seed }: Call): Response {
  const teams = register(place, seed, 0)
  const donVi = place.wards.map((ward) => {
    const own = teams.filter(({ unit }) => unit === ward.id)
    const members = own.reduce((sum, team) => sum + team.members, 0)
    return { ma: ward.id, ten: ward.name, soTo: own.length, soThanhVien: vnNumber(members), moPhong: true }
  })
  return json({
    maLoi: 0,
    thongBao: '',
    duLieu: {
      kyBaoCao: '04/2024',
      toanHuyen: {
        soToCapXa: vnNumber(place.wards.length),
        soToCongDong: vnNumber(TEAMS),
        soThanhVien: vnNumber(MEMBERS),
        tyLeThonThongMinh: '100',
      },
      donVi,
    },
  })
}

/** People whom a team shows how to use VNeID, online services and payments: evenings and weekends count too. */
const SUPPORT = {
  key: 'team-support',
  perDay: 190,
  hours: ONLINE_HOURS,
  week: [0.9, 0.95, 0.95, 1, 1, 1.05, 1.2],
  rain: -0.3,
}

const supported = remember((place, seed, at) => soFar(SUPPORT, place, seed, at), 400)
const usually = remember(
  (place, seed, at) => Math.round(usual(at, (then) => supported(place, seed, then))),
  200,
)

/** Today’s support by the teams; simulated, no report counts it. */
export function teamSupport({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const total = supported(place, seed, tick)
  const parts = shareOut(
    total,
    place.wards.map(({ id }) => (TEAMS_OF[id] ?? 0) * (0.6 + 0.8 * chance(seed, id, 'support'))),
  )
  return json({
    maLoi: 0,
    thoiDiem: vnDateTime(tick),
    moPhong: true,
    luotHoTro: vnNumber(total),
    thuongLe: vnNumber(usually(place, seed, tick)),
    theoGio: hoursToday(tick).map((hour) => ({
      thoiDiem: vnDateTime(hour),
      luotHoTro: vnNumber(supported(place, seed, hour)),
      thuongLe: vnNumber(usually(place, seed, hour)),
    })),
    donVi: place.wards.map((ward, index) => ({ ma: ward.id, luotHoTro: vnNumber(parts[index] ?? 0) })),
  })
}
