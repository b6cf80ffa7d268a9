import { HOUR, MINUTE } from './clock'
import { CENTRE, offsetKm, ring, spread, WARDS, type Ward } from './places'
import { chance, pick } from './random'
import { remember } from './remember'
import { downSince } from './rhythm'

/**
 * The city had 2.224 stations in 15 district-level units (8/2022); no source counts those of Kiến An. An even
 * share is 2.224 ÷ 15 ≈ 148, and that is how many the simulated district has. Their places are invented.
 */
export const STATIONS_TOTAL = Math.round(2224 / 15)

export type Technology = '4G' | '5G'

export interface Station {
  id: string
  ward: Ward
  at: readonly [number, number]
  technologies: readonly Technology[]
  /** How far each technology reaches, in km. */
  reachKm: Readonly<Record<Technology, number>>
}

function kmFromCentre(at: readonly [number, number]): number {
  return Math.hypot(...offsetKm(CENTRE, at))
}

/** Stations per ward: by area, denser towards the centre, largest remainders first. */
function stationsPerWard(): number[] {
  const weights = WARDS.map(
    (ward) => ward.km2 * (0.45 + 1.4 * Math.exp(-((kmFromCentre(ward.center) / 2) ** 2))),
  )
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (STATIONS_TOTAL * weight) / whole)
  const missing = STATIONS_TOTAL - exact.reduce((sum, share) => sum + Math.floor(share), 0)
  const byRemainder = exact.map((share) => share % 1).toSorted((a, b) => b - a)
  const cut = byRemainder[missing - 1] ?? 1
  return exact.map((share) => Math.floor(share) + (share % 1 >= cut ? 1 : 0))
}

const built = remember(build, 1)

/** All stations of the district; the same for the same seed. */
export function stations(seed: number): readonly Station[] {
  return built(seed, 0)
}

function build(seed: number): Station[] {
  const counts = stationsPerWard()
  return WARDS.flatMap((ward, index) => {
    const count = counts[index] ?? 0
    const spacing = Math.sqrt(ward.km2 / Math.max(1, count))
    return spread(ward, count).map((at, turn) => {
      const id = `bts-${ward.id}-${String(turn + 1).padStart(2, '0')}`
      return station(seed, id, ward, at, spacing)
    })
  })
}

function station(
  seed: number,
  id: string,
  ward: Ward,
  at: readonly [number, number],
  spacing: number,
): Station {
  const has5G = kmFromCentre(at) < 2.2 && chance(seed, id, '5g') < 0.75
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

/** The area one technology of one station covers: nearly a circle, as antennas and houses shape it. */
export function coverageRing(seed: number, each: Station, technology: Technology): number[][] {
  const lobes = pick(2, 4, seed, each.id, technology, 'lobes')
  const turned = chance(seed, each.id, technology, 'turned') * 2 * Math.PI
  return ring(
    each.at,
    28,
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
