import * as v from 'valibot'
import type { City } from '../city/schema'
import type { MapBase } from './contract'

const Position = v.pipe(v.array(v.number()), v.minLength(2))
const Line = v.array(Position)
const Geometry = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: Position }),
  v.object({ type: v.literal('LineString'), coordinates: Line }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(Line) }),
  v.object({ type: v.literal('Polygon'), coordinates: v.array(Line) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(Line)) }),
])
const BaseFile = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      geometry: Geometry,
      properties: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
    }),
  ),
})

/** Fetches and checks what lies under the city's layers; undefined when there is none or it cannot be read now. */
export async function loadBase(city: City, fetch: typeof globalThis.fetch): Promise<MapBase | undefined> {
  const { base } = city.map
  if (!base) return undefined
  try {
    const response = await fetch(new URL(base.url, city.url), { signal: AbortSignal.timeout(20_000) })
    const file = v.safeParse(BaseFile, await response.json())
    if (!response.ok || !file.success) return undefined
    return { data: file.output, schematic: base.schematic, attribution: base.attribution }
  } catch {
    return undefined
  }
}
