import * as v from 'valibot'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aSource } from '../../tests/sourcesApp'
import { systemClock } from './clock'
import { defineConnector } from './contract'
import { BOUNDS, contextWith, realHttp, NOW, ORIGIN, ZONE } from './fixtures'
import { begin } from './memory'
import { createPoll } from './poll'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => void vi.useRealTimers())

it.each([
  ['throws while it reads', () => Promise.resolve().then(() => Reflect.get(Object(undefined), 'x').y)],
  [
    'throws at once',
    () => {
      throw new TypeError('x is undefined')
    },
  ],
])('a connector that %s costs its own source, which says so, and nothing else', async (_, read) => {
  const connector = defineConnector({ kind: 'bad', schema: v.unknown(), example: {}, read })
  const poll = createPoll(aSource('a', { connector: 'bad' }), {
    city: {
      url: `${ORIGIN}/c.json`,
      zone: ZONE,
      area: 'kien-an',
      map: { bounds: BOUNDS, center: [106.63, 20.81], zoom: 12 },
      figures: new Map(),
    },
    connectors: new Map([['bad', connector]]),
    openHttp: () => contextWith(realHttp()).http,
    clock: systemClock,
    random: () => 0.5,
    signal: new AbortController().signal,
    nextCommit: () => Promise.resolve(),
  })
  const reading = poll(begin(systemClock()))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await reading).toMatchObject({ failures: 1, failure: { kind: 'shape' } })
})
