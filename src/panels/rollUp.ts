import { existsOn, heirsOn, type Areas } from '../city/areas'
import type { Figure } from '../city/figure'
import type { Comparison, Reading } from '../sources/records'

/**
 * The parts of a figure with the borders of a day. A reading stays with the area it spoke of; only additive counts
 * are shared out among the successors, by land, and are then estimates. Shares and ranks never are (domain.md §2.4.3).
 */
export function partsOn(
  parts: readonly Reading[],
  figure: Pick<Figure, 'aggregate' | 'digits'>,
  areas: Areas,
  day: string,
): readonly Reading[] {
  if (figure.aggregate !== 'sum') return parts
  const kept = parts.filter((part) => !shareable(part, areas, day))
  if (kept.length === parts.length) return parts
  const spokenOf = new Set(kept.map(keyOf))
  const estimates = new Map<string, Reading>()
  for (const part of parts) {
    if (!shareable(part, areas, day)) continue
    for (const { area, share = 0 } of heirsOn(areas, part.area, day)) {
      const portion = portionOf(part, area, share)
      const before = estimates.get(keyOf(portion))
      estimates.set(keyOf(portion), before ? added(before, portion) : portion)
    }
  }
  const own = [...estimates].filter(([key]) => !spokenOf.has(key)).map(([, reading]) => reading)
  return [...kept, ...own.map((reading) => rounded(reading, figure.digits ?? 0))]
}

const keyOf = ({ area, dims, asOf }: Reading) => JSON.stringify([area, dims, asOf.text])

/** Of an area that is no more, whose heirs are known with their shares, and an exact number. */
function shareable({ area, value, low, qualifier }: Reading, areas: Areas, day: string): boolean {
  const old = areas[area]
  if (!old || existsOn(old, day) || value === null || low !== undefined || qualifier !== 'exact') return false
  const heirs = heirsOn(areas, area, day)
  return heirs.length > 0 && heirs.every(({ share }) => share !== undefined)
}

function portionOf(reading: Reading, area: string, share: number): Reading {
  const { value, compare, of: _, rank: __, ...rest } = reading
  const compared = compare.map((each) => ({ ...each, value: each.value * share }))
  return {
    ...rest,
    area,
    value: (value ?? 0) * share,
    compare: compared,
    qualifier: 'approx',
    quality: 'estimated',
  }
}

/** A comparison stays only when both have it: half a comparison is none. */
function added(a: Reading, b: Reading): Reading {
  const compare = a.compare.flatMap((each): Comparison[] => {
    const other = b.compare.find(({ kind }) => kind === each.kind)
    return other ? [{ ...each, value: each.value + other.value }] : []
  })
  return { ...a, value: (a.value ?? 0) + (b.value ?? 0), compare }
}

function rounded(reading: Reading, digits: number): Reading {
  const round = (value: number) => Number(value.toFixed(digits))
  return {
    ...reading,
    value: round(reading.value ?? 0),
    compare: reading.compare.map((each) => ({ ...each, value: round(each.value) })),
  }
}
