import * as v from 'valibot'
import { Id, Text } from './text'

/** The cities that were shipped together: `cities.json` beside the app. */
export const CityList = v.array(v.object({ id: Id, name: Text }))
export type CityList = v.InferOutput<typeof CityList>

/** The list beside the app; empty when there is none or it is no list: a city of one's own needs none. */
export async function loadCityList(appBase: string, fetch: typeof globalThis.fetch): Promise<CityList> {
  try {
    const response = await fetch(new URL('cities.json', appBase), { cache: 'no-cache' })
    const read = v.safeParse(CityList, await response.json())
    return read.success ? read.output : []
  } catch {
    return []
  }
}
