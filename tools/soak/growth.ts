import { held, type Growth } from '../bench/memory'
import { slope } from '../bench/slope'
import type { Wall } from '../bench/wall'
import { leastData } from './heap'

/** What the soak asks of a page, the app's or the control's. */
export type Watched = Pick<Wall, 'metrics' | 'collectGarbage' | 'updates' | 'devtools'>

/** Per update; `heapBytes` is what its own data take, `usedBytes` the whole heap with the code compiled so far. */
export type SoakGrowth = Growth & { usedBytes: number }

/** What a page held after so many updates. */
export type Sample = SoakGrowth & { updates: number }

export async function sampleOf(page: Watched): Promise<Sample> {
  const { heapBytes: usedBytes, ...counts } = await held(page)
  const updates = await page.updates()
  return { ...counts, usedBytes, updates, heapBytes: await leastData(page.devtools) }
}

/**
 * Per update. Counts by Theil–Sen over the second half: what fills up once has filled up in the first. Data by how far
 * the least of the second half lies above the least of the first: turning scenes and the map's tiles come and go.
 */
export function growthOf(samples: readonly Sample[]): SoakGrowth {
  const late = samples.slice(Math.floor(samples.length / 2))
  const of = (value: (sample: Sample) => number) =>
    slope(late.map((sample) => ({ x: sample.updates, y: value(sample) })))
  return {
    nodes: of(({ nodes }) => nodes),
    listeners: of(({ listeners }) => listeners),
    heapBytes: rise(samples),
    usedBytes: of(({ usedBytes }) => usedBytes),
  }
}

function rise(samples: readonly Sample[]): number {
  const middle = Math.ceil(samples.length / 2)
  const least = (some: readonly Sample[]) => some.toSorted((a, b) => a.heapBytes - b.heapBytes)[0]
  const [first, second] = [least(samples.slice(0, middle)), least(samples.slice(middle))]
  if (!first || !second) return NaN
  return (second.heapBytes - first.heapBytes) / (second.updates - first.updates)
}
