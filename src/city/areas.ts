import type { Area } from './schema'
import type { Id } from './text'

export type Areas = Readonly<Record<Id, Area>>

/** An area in place of an older one, with its part of the older one's land (0–1) where that is known. */
export interface Heir {
  area: Id
  share: number | undefined
}

/** Whether an area exists on a day, `2023-12-31`; both ends of its life are days of it. */
export function existsOn({ validFrom, validTo }: Area, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo)
}

/**
 * What stands in an area's place on a day: itself while it exists, else its successors and theirs. Empty when nobody
 * says; an id is the only key, because codes were given to other places in 2025 (domain.md §2.4).
 */
export function heirsOn(areas: Areas, id: Id, day: string, seen: readonly Id[] = []): Heir[] {
  const area = areas[id]
  if (!area || seen.includes(id)) return []
  if (existsOn(area, day)) return [{ area: id, share: 1 }]
  const heirs = (area.successors ?? []).flatMap(({ area: next, share }) =>
    heirsOn(areas, next, day, [...seen, id]).map((heir) => ({
      area: heir.area,
      share: share === undefined || heir.share === undefined ? undefined : share * heir.share,
    })),
  )
  return merged(heirs)
}

function merged(heirs: readonly Heir[]): Heir[] {
  const byArea = new Map<Id, Heir>()
  for (const heir of heirs) {
    const before = byArea.get(heir.area)
    const share =
      before?.share === undefined || heir.share === undefined ? undefined : before.share + heir.share
    byArea.set(heir.area, before ? { ...heir, share } : heir)
  }
  return [...byArea.values()]
}

/** Where an object of an area most probably lies on a day: the only heir, or the one with most of the land. */
export function mainHeirOn(areas: Areas, id: Id, day: string): Heir | undefined {
  const heirs = heirsOn(areas, id, day)
  const [first, ...others] = heirs.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  if (!first) return undefined
  return others.length === 0 || (first.share ?? 0) > 0.5 ? first : undefined
}

/** Two areas with one code that exist on the same day: a join by code would mix them. */
export function codeClashes(areas: Areas): [Id, Id][] {
  const coded = Object.entries(areas).filter(([, { code }]) => code !== undefined)
  return coded.flatMap(([id, area], index) =>
    coded.slice(index + 1).flatMap(([otherId, other]): [Id, Id][] => {
      const overlap =
        (area.validFrom ?? '') <= (other.validTo ?? '9999') &&
        (other.validFrom ?? '') <= (area.validTo ?? '9999')
      return area.code === other.code && overlap ? [[id, otherId]] : []
    }),
  )
}
