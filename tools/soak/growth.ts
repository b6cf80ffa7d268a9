import { held, type Growth } from '../bench/memory'
import { slope } from '../bench/slope'
import type { Wall } from '../bench/wall'

/** What the soak asks of a page, the app's or the control's. */
export type Watched = Pick<Wall, 'metrics' | 'collectGarbage' | 'updates'>

/** What a page held after so many updates. */
export type Sample = Growth & { updates: number }

export async function sampleOf(page: Watched): Promise<Sample> {
  return { ...(await held(page)), updates: await page.updates() }
}

/** Per update, by Theil–Sen over the second half: what fills up once has filled up in the first. */
export function growthOf(samples: readonly Sample[]): Growth {
  const late = samples.slice(Math.floor(samples.length / 2))
  const of = (value: (sample: Sample) => number) =>
    slope(late.map((sample) => ({ x: sample.updates, y: value(sample) })))
  return {
    nodes: of(({ nodes }) => nodes),
    listeners: of(({ listeners }) => listeners),
    heapBytes: of(({ heapBytes }) => heapBytes),
  }
}
