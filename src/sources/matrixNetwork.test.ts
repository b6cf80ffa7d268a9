import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { afterOneGood, hang, JSON_INIT, refuse, status, typed, type Answer } from '../../tests/answers'
import { aSource, body, network, pass, SECOND, start, stopAll } from '../../tests/sourcesApp'
import { NOW } from './fixtures'

/** The rows of faults §6 about the network, as far as they can be told without a socket. */

const MINUTE = 60 * SECOND
beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  stopAll()
  vi.useRealTimers()
})

describe('silence', () => {
  it('row 1: of every source at the start is waiting first, and down within ten seconds', async () => {
    const { sources } = start(
      Array.from({ length: 12 }, (_, i) => aSource(`s-${i}`)),
      network(hang).fetch,
    )
    const states = () => [...new Set(sources.all.map(({ state }) => state.value.state))]
    await pass(2 * SECOND)
    expect(states()).toEqual(['waiting'])
    await pass(8 * SECOND)
    expect(states()).toEqual(['down'])
  })

  it('row 2: of one source makes it late at two periods, and no other', async () => {
    const { fetch } = network((n, path) => (path === 'a' && n > 1 ? hang() : body()))
    const { sources } = start([aSource('a'), aSource('b')], fetch)
    await pass(62 * SECOND)
    expect(['a', 'b'].map((id) => sources.use(id).state.value.state)).toEqual(['late', 'live'])
  })

  it('row 3: of six sources of one origin leaves the seventh live', async () => {
    const { fetch } = network((_, path) => (path === 'well' ? body() : hang()))
    const six = Array.from({ length: 6 }, (_, i) => aSource(`hang-${i}`))
    const { sources } = start([...six, aSource('well')], fetch)
    await pass(5 * MINUTE)
    expect(sources.use('well').state.value.state).toBe('live')
  })

  it.each<[string, Answer]>([
    ['row 4: before the headers', hang],
    ['row 5: within the body', () => new Response(new ReadableStream(), JSON_INIT)],
  ])('%s is given up after eight seconds, one request at a time', async (_, answer) => {
    let open = 0
    let most = 0
    const { fetch } = network((n) => (n === 1 ? body(86) : answer()))
    const lengths: number[] = []
    const counting: typeof fetch = (url, init) => {
      most = Math.max(most, ++open)
      const began = Date.now()
      init?.signal?.addEventListener('abort', () => {
        open--
        lengths.push(Date.now() - began)
      })
      return fetch(url, init)
    }
    const { sources } = start([aSource('a')], (url, init) => counting(url, init))
    await pass(4 * MINUTE)
    expect(sources.use('a').state.value.state).toBe('down')
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8 * SECOND)
    expect(sources.use('a').memory.value.batch?.readings[0]?.value).toBe(86)
    expect(most).toBeLessThanOrEqual(2)
  })

  it.each(['row 6: name', 'row 7: connection', 'row 8: certificate', 'row 9: leave (CORS)'])(
    '%s missing looks the same as every other silence, and no reason is claimed',
    async () => {
      const { memory, values, state } = afterOneGood(refuse)
      await pass(5 * MINUTE)
      expect([state(), values()]).toEqual(['down', [86]])
      expect(memory.value.failure).toMatchObject({ kind: 'network', detail: 'no answer', status: undefined })
    },
  )
})

describe('flapping', () => {
  it('row 11: of the network every three seconds changes no state more than once in ten', async () => {
    const { fetch } = network(() => (Math.floor(Date.now() / 3_000) % 2 ? refuse() : body()))
    const { sources } = start([aSource('a', { every: 2 * SECOND })], fetch)
    let changes = 0
    watch(
      () => sources.use('a').state.value.state,
      () => changes++,
      { flush: 'sync' },
    )
    await pass(300 * SECOND)
    expect(changes).toBeLessThanOrEqual(31)
  })

  it('row 21: between 200 and 500 stays live, with its age', async () => {
    const { fetch } = network((n) => (n % 2 ? body() : status(500)()))
    const { sources } = start([aSource('a')], fetch)
    const seen = new Set<string>()
    watch(
      () => sources.use('a').state.value.state,
      (state) => seen.add(state),
      { flush: 'sync' },
    )
    await pass(10 * MINUTE)
    expect([...seen]).toEqual(['live'])
    expect(sources.use('a').state.value.ageMs).toBeGreaterThan(0)
  })
})

describe('a refusal', () => {
  it.each([
    ['row 12, row 13: to show more than a log-in page', typed('<!doctype html>', 'text/html'), 'auth', 22],
    ['row 15: for want of a session, asked for again every five minutes', status(401), 'auth', 5],
    ['row 16: of the right to read, asked for again every ten minutes', status(403), 'auth', 4],
    ['row 17: because the source was removed (404)', status(404), 'stale', 4],
    ['row 17: because the source was removed (410)', status(410), 'stale', 4],
  ] as const)('%s', async (_, answer, told, most) => {
    const { asked, state, values } = afterOneGood(answer)
    await pass(4 * MINUTE)
    expect([state(), values()]).toEqual([told, [86]])
    await pass(6 * MINUTE)
    expect(asked.length).toBeLessThanOrEqual(most)
  })

  it('row 14: by one 401 is nobody’s business: the session was renewed', async () => {
    const { fetch } = network((n) => (n === 2 ? status(401)() : body()))
    const { sources } = start([aSource('a')], fetch)
    const seen = new Set<string>()
    watch(
      () => sources.use('a').state.value.state,
      (state) => seen.add(state),
      { flush: 'sync' },
    )
    await pass(5 * MINUTE)
    expect([...seen]).toEqual(['live'])
  })
})

describe('too many requests', () => {
  it.each([
    ['120', 120, 144],
    [new Date(NOW + 31 * SECOND + 120_000).toUTCString(), 118, 146],
    ['-1', 54, 66],
    ['1e9', 54, 66],
    ['999999999', 900, 900],
    ['0', 54, 66],
    [new Date(0).toUTCString(), 54, 66],
  ])('row 18: Retry-After %j is waited for %d to %d seconds', async (header, least, most) => {
    const { asked, state } = afterOneGood(status(429, { 'Retry-After': header }))
    await pass(18 * MINUTE)
    const [, first = 0, second = 0] = asked.map(({ at }) => at / SECOND)
    expect(second - first).toBeGreaterThanOrEqual(least)
    expect(second - first).toBeLessThanOrEqual(most + 1)
    expect(state()).not.toBe('live')
  })

  it('row 18: while waiting is late at two periods', async () => {
    const { state } = afterOneGood(status(429, { 'Retry-After': '120' }))
    await pass(65 * SECOND)
    expect(state()).toBe('late')
  })
})

describe('a broken server', () => {
  it('row 19: with two hundred times 500 is down at the fifth and then probed once a minute', async () => {
    const { asked, state, memory } = afterOneGood(status(500))
    await pass(3 * MINUTE)
    expect([state(), memory.value.failures >= 5]).toEqual(['down', true])
    const before = asked.length
    await pass(60 * MINUTE)
    expect(asked.length - before).toBeLessThanOrEqual(67)
    expect(asked.length - before).toBeGreaterThanOrEqual(54)
  })

  it('row 20: with a page behind its 502 is down, and the page is never shown', async () => {
    const { state, memory } = afterOneGood(typed('<html><h1>Bad Gateway</h1></html>', 'text/html', 502))
    await pass(5 * MINUTE)
    expect(state()).toBe('down')
    expect(memory.value.failure?.detail).not.toContain('<')
  })
})
