import type { Row } from './report'
import { wait, withWall, type Build, type Wall } from './wall'

/** Scenes whose figures move by the minute: charts with objects on the map, charts, map and ranking. */
const SCENES = ['overview', 'one-stop', 'infrastructure']
const UPDATES = 180
/** In this many ms of the city an answer changes; read every second, each brings something new. */
const PACE = 15

/** What an update costs: sources that move are read every second while the city lives fifteen times as fast. */
export function updateCost(build: Build): Promise<Row[]> {
  return withWall(build, { pace: PACE, quick: 'moving' }, async (wall) => {
    await wall.go()
    await wall.atRest()
    const rows: Row[] = []
    for (const scene of SCENES) rows.push(...(await costOf(wall, scene)))
    return rows
  })
}

async function costOf(wall: Wall, scene: string): Promise<Row[]> {
  await wall.hold(scene)
  // The flight of the map to the scene is not an update.
  await wait(4_000)
  const take = async () => ({
    ...(await wall.metrics()),
    ...(await wall.work()),
    ...(await wall.marks()),
    updates: await wall.updates(),
  })
  const before = await take()
  let after = before
  while (after.updates - before.updates < UPDATES) {
    await wait(1_000)
    after = await take()
  }
  const updates = after.updates - before.updates
  const row = (name: string, value: number, per: number, unit: string, atMost?: number): Row => ({
    part: `updates, ${scene}`,
    name,
    value: (value * per) / updates,
    unit,
    ...(atMost === undefined ? {} : { atMost }),
  })
  return [
    row('main thread, processor time', after.cpuMs - before.cpuMs, 1, 'ms per update', 2.4),
    row('main thread, with waiting', after.taskMs - before.taskMs, 1, 'ms per update'),
    row('layouts', after.layouts - before.layouts, UPDATES, `per ${UPDATES}`),
    row('style recalculations', after.recalcs - before.recalcs, UPDATES, `per ${UPDATES}`),
    row('long tasks', after.longTasks - before.longTasks, UPDATES, `per ${UPDATES}`),
    row('chart draws', after.chartDraws - before.chartDraws, UPDATES, `per ${UPDATES}`),
    row('map frames', after.mapRenders - before.mapRenders, UPDATES, `per ${UPDATES}`),
  ]
}
