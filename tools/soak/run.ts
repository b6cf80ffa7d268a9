import type { CDPSession } from '@playwright/test'
import { plantLeak } from '../bench/inPage'
import { wait, type Wall } from '../bench/wall'
import { seeded } from './chance'
import { strike, targetsOf, type Strike } from './chaos'
import { growthOf, sampleOf, type Sample, type SoakGrowth, type Watched } from './growth'
import { memoryByProcess } from './processes'

const CHAOS_EVERY_MS = 30_000
const SCENE_MS = 700
/** Until what showed a fault is let go. */
const SETTLE_MS = 1_500
const PLANT_SAMPLES = 6
const PLANT_GAP_UPDATES = 90

export interface Plan {
  seed: number
  /** Seconds between two reads of a source. */
  everyS: number
  /** Updates before anything is counted. */
  warmUp: number
  samples: number
  /** Between two samples, at least. */
  gapMs: number
  gapUpdates: number
}

export interface Outcome {
  updates: number
  hours: number
  draws: { charts: number; map: number }
  app: SoakGrowth
  control: SoakGrowth
  planted: SoakGrowth
  strikes: readonly Strike[]
  everyS: number
  /** MB by kind of process, after the warm-up and at the end. */
  memory: { first: ReadonlyMap<string, number>; last: ReadonlyMap<string, number> }
}

/** Warms up, then churns with faults and turning scenes between samples, then plants a leak. */
export async function run(wall: Wall, control: Watched, browser: CDPSession, plan: Plan): Promise<Outcome> {
  await wall.hold('overview')
  while ((await wall.updates()) < plan.warmUp) await wait(1_000)
  const targets = await targetsOf(wall.page)
  const pick = seeded(plan.seed)
  const began = { at: performance.now(), updates: await wall.updates(), work: await wall.work() }
  const first = await memoryByProcess(browser)
  const strikes: Strike[] = []
  const [app, bare]: [Sample[], Sample[]] = [[], []]
  for (let sample = 0; sample < plan.samples; sample++) {
    const from = { at: performance.now(), updates: await wall.updates() }
    const left = async () =>
      performance.now() - from.at < plan.gapMs || (await wall.updates()) - from.updates < plan.gapUpdates
    do {
      const struck = performance.now()
      strikes.push(await strike(wall.page, targets, pick, plan.everyS))
      await turnScenes(wall)
      while (performance.now() - struck < CHAOS_EVERY_MS && (await left())) await wait(500)
    } while (await left())
    await wait(SETTLE_MS)
    const taken = await sampleOf(wall)
    app.push(taken)
    bare.push(await sampleOf(control))
    tell(`sample ${sample + 1} of ${plan.samples}`, taken)
  }
  const updates = (await wall.updates()) - began.updates
  const { chartDraws, mapRenders } = await wall.work()
  const last = await memoryByProcess(browser)
  const hours = (performance.now() - began.at) / 3_600_000
  return {
    updates,
    hours,
    draws: { charts: chartDraws - began.work.chartDraws, map: mapRenders - began.work.mapRenders },
    app: growthOf(app),
    control: growthOf(bare),
    planted: await planted(wall),
    strikes,
    everyS: plan.everyS,
    memory: { first, last },
  }
}

function tell(name: string, { updates, nodes, listeners, heapBytes }: Sample): void {
  const held = `${nodes} nodes, ${listeners} listeners, ${Math.round(heapBytes / 1000)} kB`
  process.stdout.write(`${name}: after ${updates} updates ${held}\n`)
}

/** Through all scenes and back: panels come and go, and their charts with them. */
async function turnScenes(wall: Wall): Promise<void> {
  const shown = wall.page.locator('[data-scene]')
  const start = await shown.getAttribute('data-scene')
  do {
    await wall.page.keyboard.press('ArrowRight')
    await wait(SCENE_MS)
  } while ((await shown.getAttribute('data-scene')) !== start)
}

async function planted(wall: Wall): Promise<SoakGrowth> {
  await wall.page.evaluate(plantLeak)
  const samples: Sample[] = []
  for (let sample = 0; sample < PLANT_SAMPLES; sample++) {
    const from = await wall.updates()
    while ((await wall.updates()) - from < PLANT_GAP_UPDATES) await wait(500)
    samples.push(await sampleOf(wall))
  }
  return growthOf(samples)
}
