import { existsOn } from '../city/areas'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import type { Language } from '../ui/format'

/** The short name of an area, with the day it ended where it is no more: "Lãm Hà (đến 31/12/2024)". */
export function areaName(
  city: Pick<City, 'areas'>,
  id: Id,
  language: Language,
  day: string,
  until: (date: string) => string,
): string {
  const area = city.areas[id]
  if (!area) return id
  const name = (area.short ?? area.name)[language]
  const { validTo } = area
  if (validTo === undefined || existsOn(area, day)) return name
  return `${name} (${until(validTo.split('-').reverse().join('/'))})`
}
