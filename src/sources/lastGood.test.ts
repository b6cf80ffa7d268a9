import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aSource, pass, start, stopAll, SECOND } from '../../tests/sourcesApp'
import { instant } from '../city/period'
import type { City } from '../city/schema'
import { openKeep } from '../keep/keep'
import { aBatch, aFeature, aReading, NOW, ZONE } from './fixtures'
import { stateOf } from './freshness'
import { KeptBatch } from './keptRecords'
import { createLastGood, readLastGood } from './lastGood'
import { begin, type Memory } from './memory'
import type { Alert, Batch, Case, Feature, Item, Post, Reading } from './records'

const source = aSource('a')
const city: Pick<City, 'simulated'> = {}
const open = () => openKeep('last good', 1)
/** A page that began `ms` after NOW, at its first moment. */
const at = (ms: number) => ({ wall: NOW + ms, mono: 50 })

const held = (more: Partial<Memory> = {}): Memory => ({
  ...begin({ wall: NOW, mono: 900_000 }),
  batch: aBatch({ readings: [aReading()], observedAt: NOW }),
  okAt: { wall: NOW, mono: 900_000 },
  successes: 7,
  ...more,
})

/** Keeps a memory in one run of the page and takes it up in the next. */
async function restarted(memory: Memory, now = at(0), { of = source, into = city } = {}): Promise<Memory> {
  const keep = open()
  createLastGood(city, 'kien-an', keep, new Map()).note(source, memory)
  await keep.flush()
  const next = open()
  return createLastGood(into, 'kien-an', next, await readLastGood(next, 'kien-an')()).begin(of, now)
}

const stateAfter = (memory: Memory, now: { wall: number; mono: number }) =>
  stateOf(memory, { every: 30 * SECOND, cadence: 'live', zone: ZONE }, now)

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: NOW,
  })
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  stopAll()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('after a restart', () => {
  it('a source has its last good data at once, with the age they have by the wall clock', async () => {
    const now = at(45 * SECOND)
    const memory = await restarted(held(), now)
    expect(memory.batch).toEqual(held().batch)
    // Nothing of this run has been heard: by this everybody else tells kept data from heard ones.
    expect(memory.successes).toBe(0)
    expect(stateAfter(memory, now)).toMatchObject({ ageMs: 45 * SECOND, since: NOW })
  })

  it('they are never called live, however young', async () => {
    const now = at(SECOND)
    expect(stateAfter(await restarted(held(), now), now).state).toBe('late')
  })

  it('they are called old when they are', async () => {
    const now = at(8 * 3600 * SECOND)
    expect(stateAfter(await restarted(held(), now), now).state).toBe('stale')
  })

  it('they grow older although the monotonic clock began anew', async () => {
    const memory = await restarted(held(), at(10 * SECOND))
    const later = { wall: NOW, mono: 50 + 60 * SECOND }
    expect(stateAfter(memory, later).ageMs).toBe(70 * SECOND)
  })

  it('there is nothing of a source that is defined otherwise now', async () => {
    const of = aSource('a', { options: { url: '/other', records: [] } })
    expect((await restarted(held(), at(0), { of })).batch).toBeUndefined()
  })

  it('nothing simulated stands for a real city', async () => {
    const into = { simulated: { seed: 1 } }
    expect((await restarted(held(), at(0), { into })).batch).toBeUndefined()
  })

  it('there is nothing from the future: the clock was set back and no age can be told', async () => {
    expect((await restarted(held(), at(-3600 * SECOND))).batch).toBeUndefined()
  })

  it('the first picture does not wait for storage that hangs', async () => {
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() })
    const reading = readLastGood(open(), 'kien-an')()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await reading).toEqual(new Map())
  })
})

describe('a running city', () => {
  const answer = (value: number) => () => Promise.resolve(Response.json([{ x: value, t: Date.now() }]))

  it('shows what was kept until the source answers, and then what it says', async () => {
    const keep = open()
    createLastGood(city, 'kien-an', keep, new Map()).note(
      source,
      held({ batch: aBatch({ readings: [aReading({ figure: 'f', value: 1 })], observedAt: NOW - SECOND }) }),
    )
    await keep.flush()
    const lastGood = createLastGood(city, 'kien-an', open(), await readLastGood(open(), 'kien-an')())
    const { sources } = start([source], answer(2), lastGood)
    const value = () => sources.use('a').memory.value.batch?.readings[0]?.value
    expect([value(), sources.use('a').state.value.state]).toEqual([1, 'late'])
    await pass(2 * SECOND)
    expect([value(), sources.use('a').state.value.state]).toEqual([2, 'live'])
  })

  it('keeps what a source answered', async () => {
    const keep = open()
    start([source], answer(3), createLastGood(city, 'kien-an', keep, new Map()))
    await pass(2 * SECOND)
    await keep.flush()
    const again = createLastGood(city, 'kien-an', open(), await readLastGood(open(), 'kien-an')())
    expect(again.begin(source, at(3 * SECOND)).batch?.readings[0]?.value).toBe(3)
  })
})

it('every field of every record comes back', () => {
  const period = instant(NOW)
  const name = { vi: 'Lãm Hà', en: 'Lam Ha' }
  const reading: Required<Reading> = {
    ...aReading(),
    low: 1,
    high: 2,
    of: { numerator: 1, denominator: 2 },
    rank: { place: 1, outOf: 5, moved: -1, scope: name },
    compare: [{ kind: 'nation', value: 3, label: name, asOf: period }],
    observedAt: NOW,
    doubt: { value: 4, why: 'rate', at: NOW, count: 1, quality: 'live' },
    document: 'd',
    note: name,
  }
  const feature: Required<Feature> = {
    ...aFeature(),
    accuracyM: 5,
    area: 'lam-ha',
    props: { a: 'x', b: 1, c: true, d: null },
    links: [{ label: 'a', url: 'https://example.org' }],
    observedAt: NOW,
  }
  const text = 'x'
  const times = { openedAt: 1, updatedAt: 2, respondedAt: 3, dueAt: 4, closedAt: 5 }
  const item: Required<Item> = {
    ...{ id: 'i', title: text, text, owner: text, group: text },
    ...{ status: 'ok', at: text, url: text },
  }
  const aCase: Required<Case> = {
    ...{ id: 'c', title: text, state: 'doing', category: text, severity: 'major', agency: text },
    ...{ area: text, channel: text, satisfaction: 4, progress: 50, budget: 6, ...times },
  }
  const post: Required<Post> = {
    ...{ id: 'p', title: text, text, url: text, at: 1, publisher: text, tone: 'neutral' },
    ...{ topics: [text], answerBy: 2, answeredAt: 3 },
  }
  const alert: Required<Alert> = {
    ...{ id: 'a', status: 'actual', severity: 'severe', title: text, text, instruction: text },
    ...{ sender: text, area: text, geometry: { type: 'Point', coordinates: [106.6, 20.8] } },
    ...{ sentAt: 1, startsAt: 2, expiresAt: 3, url: text },
  }
  const batch: Required<Batch> = {
    readings: [reading],
    features: [feature],
    items: [item],
    cases: [aCase],
    posts: [post],
    alerts: [alert],
    dropped: [{ path: '$', reason: text, sample: text }],
    total: 9,
    skipped: 2,
    observedAt: NOW,
    byRecord: true,
  }
  expect(parse(KeptBatch, JSON.parse(JSON.stringify(batch)))).toEqual(batch)
})
