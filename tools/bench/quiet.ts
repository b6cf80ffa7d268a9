import { parseDuration } from '../../src/city/duration'
import type { Row } from './report'
import { shippedIntervals, wait, withWall, type Build } from './wall'

const REQUESTS_MS = 125_000
/** Every source begins within a second; the burst of that is not the rhythm afterwards. */
const START_MS = 10_000
/** The interval varies by a tenth either way, so that sources drift apart. */
const JITTER = 1.1
const CONSTANT_MS = 60_000
/** Until every source has noticed that its time stands still. */
const SETTLE_MS = 8_000

/** Both at once: they count, so neither minds the other's work. */
export async function quietWall(build: Build): Promise<Row[]> {
  const [requests, constant] = await Promise.all([shippedRequests(build), constantData(build)])
  return [...requests, ...constant]
}

/** Reads and requests at the intervals of the shipped city file, with the rotation running. */
function shippedRequests(build: Build): Promise<Row[]> {
  return withWall(build, {}, async (wall) => {
    const moments: number[] = []
    wall.page.on('request', (request) => {
      if (request.url().includes('/gw/')) moments.push(Date.now())
    })
    await wall.go()
    const started = Date.now()
    await wait(REQUESTS_MS)
    const seconds = (Date.now() - started) / 1000
    const paths = await wall.requests()
    const attempts = await wall.attempts()
    const every = await shippedIntervals(wall.page)
    const sources = Object.entries(attempts).map(([id, reads]) => {
      const period = (parseDuration(every.get(id) ?? '') ?? NaN) / 1000
      return { id, reads, expected: 1 + seconds / period }
    })
    const [worst] = sources.toSorted((a, b) => b.reads / b.expected - a.reads / a.expected)
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    const later = moments.filter((moment) => moment - started > START_MS)
    const perSecond = Map.groupBy(later, (moment) => Math.floor(moment / 1000))
    const part = 'requests'
    const reads = sum(sources.map((source) => source.reads))
    return [
      {
        part,
        name: 'reads to expected, all sources',
        value: reads / sum(sources.map(({ expected }) => expected)),
        unit: '',
        atMost: JITTER,
        firm: true,
      },
      {
        part,
        name: `reads to expected, worst source (${worst?.id})`,
        value: worst ? worst.reads / worst.expected : NaN,
        unit: '',
        atMost: JITTER,
        firm: true,
      },
      {
        part,
        name: 'requests of the gateway',
        value: sum(Object.values(paths)),
        unit: `in ${Math.round(seconds)} s`,
      },
      {
        part,
        name: 'mean after the start',
        value: later.length / (seconds - START_MS / 1000),
        unit: 'per second',
      },
      {
        part,
        name: 'most after the start',
        value: Math.max(0, ...[...perSecond.values()].map(({ length }) => length)),
        unit: 'in one second',
      },
      ...Object.entries(paths).map(([path, count]): Row => ({
        part,
        name: path,
        value: count,
        unit: 'requests',
      })),
    ]
  })
}

/** The city's clock stands still while every source is read every second: whatever is drawn is drawn for nothing. */
function constantData(build: Build): Promise<Row[]> {
  return withWall(build, { quick: 'all' }, async (wall) => {
    await wall.go()
    await wall.atRest()
    await wall.hold('overview')
    await wall.order('frozen')
    await wait(SETTLE_MS)
    const before = { ...(await wall.work()), ...(await wall.metrics()), updates: await wall.updates() }
    await wait(CONSTANT_MS)
    const after = { ...(await wall.work()), ...(await wall.metrics()), updates: await wall.updates() }
    const animations = await wall.page.evaluate(() => document.getAnimations().length)
    const updates = after.updates - before.updates
    const part = 'constant data, 60 s'
    const nothing = { part, unit: '', atMost: 0, firm: true }
    return [
      { part, name: 'good reads', value: updates, unit: '' },
      { ...nothing, name: 'chart draws', value: after.chartDraws - before.chartDraws },
      { ...nothing, name: 'map frames', value: after.mapRenders - before.mapRenders },
      { ...nothing, name: 'animations running', value: animations },
      {
        part,
        name: 'main thread, processor time',
        value: (after.cpuMs - before.cpuMs) / updates,
        unit: 'ms per read',
      },
      // Zero draws say nothing when drawing is not counted at all.
      {
        ...nothing,
        name: 'draws not counted: this run is void',
        value: Number(before.chartDraws === 0 || before.mapRenders === 0),
      },
    ]
  })
}
