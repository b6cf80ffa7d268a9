import { pointAt, type Point } from './geometry'
import { spread, type Place } from './place'
import { chance } from './random'
import { remember } from './remember'

export type FacilityKind = 'BENH_VIEN' | 'TRUNG_TAM' | 'TRAM'

export interface Facility {
  code: string
  name: string
  kind: FacilityKind
  wardId: string
  at: Point
  /** Planned beds; 0 where nobody stays overnight. */
  beds: number
}

/** Some cities report by wards, others by whole districts, which have a centre where a ward has a station. */
const byDistricts = ({ scale, wards }: Place) => scale / wards.length > 0.5

/** About 32 beds for ten thousand people: the country's order of magnitude. */
const BEDS = 320

/** Hospitals, medical centres and stations at invented places; none is a real establishment. */
export const facilities = remember((place): Facility[] => {
  const { wards, scale, prefix } = place
  const large = byDistricts(place)
  const hospitals = Math.max(2, Math.round(2 * Math.sqrt(scale)))
  const centres = large ? 0 : Math.max(1, Math.round(Math.sqrt(scale) / 2))
  const hosted = Array.from({ length: hospitals + centres }, (_, index): Facility => {
    const ward = wards[Math.floor((index * wards.length) / (hospitals + centres))] ?? wards[0]
    const isHospital = index < hospitals
    const number = isHospital ? index + 1 : index - hospitals + 1
    const share = (isHospital ? 0.85 / hospitals : 0.15 / centres) * (1.15 - 0.3 * chance(0, 'beds', index))
    return {
      code: `${prefix}-${isHospital ? 'bv' : 'tt'}${number}`,
      name: isHospital ? `Bệnh viện số ${number}` : `Trung tâm y tế${centres > 1 ? ` số ${number}` : ''}`,
      kind: isHospital ? 'BENH_VIEN' : 'TRUNG_TAM',
      wardId: ward.id,
      at: pointAt(ward.center, 2.2, 0.18 * Math.sqrt(ward.km2)),
      beds: Math.round((BEDS * scale * share) / 5) * 5,
    }
  })
  const local = wards.map((ward): Facility => ({
    code: `${prefix}-tyt-${ward.id}`,
    name: `${large ? 'Trung tâm y tế' : 'Trạm y tế'} ${ward.name}`,
    kind: large ? 'TRUNG_TAM' : 'TRAM',
    wardId: ward.id,
    at: pointAt(ward.center, 5, 0.12 * Math.sqrt(ward.km2)),
    beds: large ? Math.round((0.15 * BEDS * scale) / wards.length / 5) * 5 : 0,
  }))
  return [...hosted, ...local]
}, 8)

/** Levels of education with pupils of a hundred thousand people and the pupils of a usual school. */
export const LEVELS = [
  { code: 'MN', name: 'Mầm non', pupils: 5200, perSchool: 520, grades: 4 },
  { code: 'TH', name: 'Tiểu học', pupils: 8000, perSchool: 800, grades: 5 },
  { code: 'THCS', name: 'THCS', pupils: 5600, perSchool: 560, grades: 4 },
  { code: 'THPT', name: 'THPT', pupils: 2600, perSchool: 1300, grades: 3 },
] as const
export type Level = (typeof LEVELS)[number]

export interface School {
  code: string
  name: string
  level: Level
  wardId: string
  at: Point
  pupils: number
  classes: number
}

/** Every area has schools of the first three levels; upper secondary schools stand in some. */
export const schools = remember((place): School[] => {
  const { wards, scale, prefix } = place
  const count = (level: Level, index: number) => {
    const all = Math.max(1, Math.round((level.pupils * scale) / level.perSchool))
    const share = Math.floor(((index + 1) * all) / wards.length) - Math.floor((index * all) / wards.length)
    return level.code === 'THPT' ? share : Math.max(1, share)
  }
  const inAll = LEVELS.map((level) => wards.reduce((sum, _, index) => sum + count(level, index), 0))
  return wards.flatMap((ward, index) => {
    const counts = LEVELS.map((level) => count(level, index))
    const places = spread(ward, 1 + counts.reduce((sum, each) => sum + each, 0)).slice(1)
    let next = 0
    return LEVELS.flatMap((level, turn) =>
      Array.from({ length: counts[turn] ?? 0 }, (_, nth): School => {
        const number = (counts[turn] ?? 0) > 1 ? ` ${nth + 1}` : ''
        const mean = (level.pupils * scale) / (inAll[turn] ?? 1)
        const pupils = Math.round(mean * (0.8 + 0.4 * chance(0, 'pupils', ward.id, level.code, nth)))
        return {
          code: `${prefix}-${level.code.toLowerCase()}-${ward.id}-${nth + 1}`,
          name: `${level.name} ${ward.name}${number}`,
          level,
          wardId: ward.id,
          at: places[next++] ?? ward.center,
          pupils,
          classes: Math.max(1, Math.round(pupils / 36)),
        }
      }),
    )
  })
}, 8)
