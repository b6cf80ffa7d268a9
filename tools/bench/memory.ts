import { plantLeak } from './inPage'
import type { Row } from './report'
import { slope } from './slope'
import { wait, withWall, type Build, type Wall } from './wall'

const WARM_UP_UPDATES = 1_500
const SAMPLES = 6
const GAP_MS = 3_000
const READINGS = 5
const PAUSE_MS = 150
/** Until every source has noticed that its time stands still, and what showed it moving is let go. */
const SETTLE_MS = 8_000
/** The city's figures change every fifteen seconds of its own clock: now with every read. */
const PACE = 15
/** Panels that come and go with the data move a slope of nodes by this much; the plant adds 1. */
const NOISE = 0.02

/** Per update: what a wall keeps for ever. */
export interface Growth {
  nodes: number
  listeners: number
  heapBytes: number
}

/**
 * Memory per update, with every source read every second: while the city lives, then while its clock stands still,
 * then with a leak planted. The detector is only believed when it finds the plant.
 */
export function memoryGrowth(build: Build): Promise<Row[]> {
  return withWall(build, { pace: PACE, quick: 'all' }, async (wall) => {
    await wall.go()
    await wall.atRest()
    await wall.hold('overview')
    while ((await wall.updates()) < WARM_UP_UPDATES) await wait(1_000)
    const living = await growth(wall)
    await wall.order('frozen')
    await wait(SETTLE_MS)
    const still = await growth(wall)
    await wall.page.evaluate(plantLeak)
    const planted = await growth(wall)
    return [
      ...rows('memory, living city', living, NOISE),
      ...rows('memory, constant data', still, NOISE, 200),
      ...rows('memory, leak planted', planted),
      {
        part: 'memory, leak planted',
        name: 'leak overlooked: this run is void',
        value: Number(!seen(still, planted)),
        unit: '',
        atMost: 0,
        firm: true,
      },
    ]
  })
}

function rows(part: string, { nodes, listeners, heapBytes }: Growth, count?: number, heap?: number): Row[] {
  const counted = count === undefined ? {} : { atMost: count, firm: true }
  const held = heap === undefined ? {} : { atMost: heap }
  return [
    { part, name: 'DOM nodes', value: nodes, unit: 'per update', ...counted },
    { part, name: 'listeners', value: listeners, unit: 'per update', ...counted },
    { part, name: 'JS heap', value: heapBytes, unit: 'B per update', ...held },
  ]
}

/** One node, one listener and 400 B were planted for each update: half of that must show above the clean run. */
export function seen(clean: Growth, planted: Growth): boolean {
  return (
    planted.nodes - clean.nodes > 0.5 &&
    planted.listeners - clean.listeners > 0.5 &&
    planted.heapBytes - clean.heapBytes > 200
  )
}

/** The least of a few readings: an answer that is being read weighs more than a leak of a thousand updates. */
export async function held(wall: Pick<Wall, 'collectGarbage' | 'metrics'>): Promise<Growth> {
  const readings: Growth[] = []
  for (let reading = 0; reading < READINGS; reading++) {
    await wait(PAUSE_MS)
    await wall.collectGarbage()
    readings.push(await wall.metrics())
  }
  const least = (value: (reading: Growth) => number) => Math.min(...readings.map(value))
  return {
    nodes: least(({ nodes }) => nodes),
    listeners: least(({ listeners }) => listeners),
    heapBytes: least(({ heapBytes }) => heapBytes),
  }
}

async function growth(wall: Wall): Promise<Growth> {
  const taken: (Growth & { updates: number })[] = []
  for (let sample = 0; sample < SAMPLES; sample++) {
    await wait(GAP_MS)
    taken.push({ ...(await held(wall)), updates: await wall.updates() })
  }
  const of = (value: (sample: Growth) => number) =>
    slope(taken.map((sample) => ({ x: sample.updates, y: value(sample) })))
  return {
    nodes: of(({ nodes }) => nodes),
    listeners: of(({ listeners }) => listeners),
    heapBytes: of(({ heapBytes }) => heapBytes),
  }
}
