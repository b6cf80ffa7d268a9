import { HOUR, MINUTE } from './clock'
import { kmBetween, ring } from './geometry'
import { spread, type Place, type Ward } from './place'
import { chance, pick } from './random'
import { remember } from './remember'
import { downSince } from './rhythm'

export type Technology = '4G' | '5G'

export interface Station {
  id: string
  ward: Ward
  at: readonly [number, number]
  technologies: readonly Technology[]
  /** How far each technology reaches, in km. */
  reachKm: Readonly<Record<Technology, number>>
}

/** Stations per ward: by area, denser towards the centre, largest remainders first. */
function stationsPerWard({ wards, centre, stations: total, reach5GKm }: Place): number[] {
  const weights = wards.map(
    (ward) =>
      ward.km2 * (0.45 + 1.4 * Math.exp(-(((1.1 * kmBetween(centre, ward.center)) / reach5GKm) ** 2))),
  )
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (total * weight) / whole)
  const missing = total - exact.reduce((sum, share) => sum + Math.floor(share), 0)
  const byRemainder = exact.map((share) => share % 1).toSorted((a, b) => b - a)
  const cut = byRemainder[missing - 1] ?? 1
  return exact.map((share) => Math.floor(share) + (share % 1 >= cut ? 1 : 0))
}

const built = remember(build, 4)

/** All stations of the city; the same for the same seed. */
export function stations(place: Place, seed: number): readonly Station[] {
  return built(place, seed, 0)
}

function build(place: Place, seed: number): Station[] {
  const counts = stationsPerWard(place)
  return place.wards.flatMap((ward, index) => {
    const count = counts[index] ?? 0
    const spacing = Math.sqrt(ward.km2 / Math.max(1, count))
    return spread(ward, count).map((at, turn) => {
      const id = `bts-${ward.id}-${String(turn + 1).padStart(2, '0')}`
      return station(place, seed, { id, ward, at }, spacing)
    })
  })
}

function station(
  place: Place,
  seed: number,
  { id, ward, at }: Pick<Station, 'id' | 'ward' | 'at'>,
  spacing: number,
): Station {
  const has5G = kmBetween(place.centre, at) < place.reach5GKm && chance(seed, id, '5g') < 0.75
  return {
    id,
    ward,
    at,
    technologies: has5G ? ['4G', '5G'] : ['4G'],
    reachKm: {
      '4G': spacing * (0.85 + 0.25 * chance(seed, id, 'reach')),
      '5G': Math.min(0.42, spacing * (0.5 + 0.15 * chance(seed, id, 'reach5'))),
    },
  }
}

/**
 * The area one technology of one station covers: nearly a circle, as antennas and houses shape it. A city of
 * thousands of stations asks for fewer corners.
 */
export function coverageRing(seed: number, each: Station, technology: Technology, corners = 28): number[][] {
  const lobes = pick(2, 4, seed, each.id, technology, 'lobes')
  const turned = chance(seed, each.id, technology, 'turned') * 2 * Math.PI
  return ring(
    each.at,
    corners,
    (angle) => each.reachKm[technology] * (1 + 0.09 * Math.sin(lobes * angle + turned)),
  )
}

export type StationState = 'ok' | 'warn' | 'off'

/** A few stations are off or overloaded at any time, each for half an hour to a few hours. */
export function stationState(seed: number, id: string, at: number): StationState {
  if (isDown(seed, id, at, 8 * HOUR, 0.045)) return 'off'
  return isDown(seed, `${id}/load`, at, 90 * MINUTE, 0.09) ? 'warn' : 'ok'
}

function isDown(seed: number, id: string, at: number, windowMs: number, risk: number): boolean {
  return downSince(seed, id, at, windowMs, risk) !== undefined
}
