import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { NOW } from './fixtures'
import { aSource, body, network, pass, SECOND, start, stopAll } from '../../tests/sourcesApp'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  stopAll()
  vi.useRealTimers()
})

const aSourceOf = (id: string) => aSource(id)

describe('polling', () => {
  it('goes on at the interval, whoever looks and however often', async () => {
    const { fetch, asked } = network(() => body())
    const { shown } = start([aSource('a')], fetch)
    await pass(2 * SECOND)
    expect(asked).toHaveLength(1)
    for (let i = 1; i <= 20; i++) {
      shown.value = Array.from({ length: i % 4 }, () => 'a')
      await pass(1.2 * SECOND)
    }
    expect(asked).toHaveLength(1)
    await pass(10 * 60 * SECOND)
    expect(asked.length).toBeGreaterThanOrEqual(20)
    expect(asked.length).toBeLessThanOrEqual(22)
  })

  it('starts sixty sources spread over a second', async () => {
    const { fetch, asked } = network(() => body())
    start(
      Array.from({ length: 60 }, (_, i) => aSource(`s-${i}`)),
      fetch,
    )
    await pass(SECOND)
    expect(asked).toHaveLength(60)
    expect(new Set(asked.map(({ at }) => Math.floor(at / 100))).size).toBeGreaterThan(7)
  })

  it('never has two reads of one source on their way', async () => {
    let open = 0
    let most = 0
    const { fetch } = network(async () => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setTimeout(resolve, 4.9 * SECOND))
      open--
      return body()
    })
    const { shown } = start([aSource('a', { every: 5 * SECOND })], fetch)
    for (let i = 0; i < 60; i++) {
      shown.value = i % 2 ? ['a', 'a'] : []
      await pass(SECOND)
    }
    expect(most).toBe(1)
  })

  it('does not care for focus, visibility or what the browser thinks of the network', async () => {
    const { fetch, asked } = network(() => body())
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    start([aSource('a')], fetch)
    await pass(95 * SECOND)
    expect(asked.length).toBe(4)
    window.dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(SECOND)
    expect(asked.length).toBe(4)
    vi.restoreAllMocks()
  })

  it('row 10: asks all again within seconds when the network is back, and not at once', async () => {
    let isThere = true
    const { fetch, asked } = network(() =>
      isThere ? body() : Promise.reject(new TypeError('Failed to fetch')),
    )
    const ids = Array.from({ length: 12 }, (_, index) => `s-${index}`)
    const { sources } = start(ids.map(aSourceOf), fetch)
    await pass(60 * SECOND)
    isThere = false
    await pass(10 * 60 * SECOND)
    const states = () => new Set(ids.map((id) => sources.use(id).memory.value.failure?.kind))
    expect([...states()]).toEqual(['network'])
    isThere = true
    asked.length = 0
    window.dispatchEvent(new Event('online'))
    await pass(9 * SECOND)
    expect([...states()]).toEqual([undefined])
    const times = asked.map(({ at }) => at)
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(5 * SECOND)
    expect(asked).toHaveLength(12)
  })

  it('row 10: needs no word from the browser: the first that is heard calls the others', async () => {
    let isThere = false
    const { fetch } = network(() => (isThere ? body() : Promise.reject(new TypeError('Failed to fetch'))))
    const ids = ['a', 'b', 'c', 'd']
    const periods = [60, 90, 150, 240].map((seconds) => seconds * SECOND)
    const { sources } = start(
      ids.map((id, index) => aSource(id, { every: periods[index] ?? NaN })),
      fetch,
    )
    await pass(10 * 60 * SECOND)
    isThere = true
    const heard = () => ids.filter((id) => !sources.use(id).memory.value.failure).length
    for (let second = 0; second < 240 && heard() === 0; second++) await pass(SECOND)
    expect(heard()).toBeGreaterThan(0)
    await pass(9 * SECOND)
    expect(heard()).toBe(4)
  })

  it('row 10: leaves one source that is down to its probes, however well the others are', async () => {
    const { fetch, asked } = network((_, path) =>
      path === 'down' ? Promise.reject(new TypeError('Failed to fetch')) : body(),
    )
    start([aSource('down'), aSource('a'), aSource('b')], fetch)
    await pass(5 * 60 * SECOND)
    asked.length = 0
    window.dispatchEvent(new Event('online'))
    await pass(10 * 60 * SECOND)
    expect(asked.filter(({ path }) => path === 'down').length).toBeLessThanOrEqual(11)
  })

  it('row 11: a network that flaps brings no storm of questions', async () => {
    let isThere = true
    const { fetch, asked } = network(() =>
      isThere ? body() : Promise.reject(new TypeError('Failed to fetch')),
    )
    start([aSource('a', { every: 5 * SECOND }), aSource('b', { every: 5 * SECOND })], fetch)
    for (let flap = 0; flap < 100; flap++) {
      isThere = !isThere
      if (isThere) window.dispatchEvent(new Event('online'))
      await pass(3 * SECOND)
    }
    // Five minutes at five seconds are sixty reads each; retries may double that.
    expect(asked.length).toBeLessThanOrEqual(2 * 120 + 16)
  })

  it('wakes from a night’s sleep with everything late first, then one spread read each', async () => {
    const { fetch, asked } = network(() => body())
    const { sources } = start([aSource('a'), aSource('b')], fetch)
    await pass(2 * SECOND)
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    await pass(SECOND)
    expect(sources.use('a').state.value.state).toBe('stale')
    await pass(6 * SECOND)
    expect(asked).toHaveLength(4)
    expect(sources.use('a').state.value.state).toBe('live')
  })

  it('survives a wall clock that is set back four hours', async () => {
    const { fetch, asked } = network((n) => Response.json([{ x: n }]))
    const { sources } = start([aSource('a')], fetch)
    await pass(2 * SECOND)
    vi.setSystemTime(Date.now() - 4 * 3_600_000)
    await pass(90 * SECOND)
    expect(asked).toHaveLength(4)
    expect(sources.use('a').state.value).toMatchObject({ state: 'live' })
    expect(sources.snapshot().a?.ageMs).toBeGreaterThanOrEqual(0)
  })

  it('ends with the app', async () => {
    const { fetch, asked } = network(() => body())
    const { wrapper } = start([aSource('a')], fetch)
    await pass(2 * SECOND)
    wrapper.unmount()
    await pass(5 * 60 * SECOND)
    expect(asked).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a consumer', () => {
  it('sees the state move from waiting to live, and the frame says so', async () => {
    const { fetch } = network(() => body(86))
    const { shown, wrapper, sources } = start([aSource('a')], fetch)
    shown.value = ['a']
    await pass(0)
    expect(wrapper.text()).toBe('waiting')
    await pass(1100)
    expect(wrapper.text()).toBe('live')
    expect(sources.use('a').memory.value.batch?.readings[0]?.value).toBe(86)
  })

  it('is not told anything while nothing changes', async () => {
    const { fetch } = network(() => Response.json([{ x: 1, t: NOW - 1 }]))
    const { sources } = start([aSource('a', { cadence: 'once' })], fetch)
    await pass(1100)
    const { state, memory } = sources.use('a')
    let states = 0
    let batches = 0
    watch(state, () => states++, { flush: 'sync' })
    watch(
      () => memory.value.batch,
      () => batches++,
      { flush: 'sync' },
    )
    await pass(20 * SECOND)
    expect(states).toBeLessThanOrEqual(5)
    await pass(300 * SECOND)
    expect(batches).toBe(0)
  })

  it('is told of several sources at once when they answer within a frame', async () => {
    let asked = 0
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const { fetch } = network(async () => {
      asked++
      await promise
      return body()
    })
    const { sources } = start(
      ['a', 'b', 'c'].map((id) => aSource(id)),
      fetch,
    )
    await pass(1100)
    expect(asked).toBe(3)
    let commits = 0
    const all = ['a', 'b', 'c'].map((id) => sources.use(id).memory)
    watch(all, () => commits++)
    resolve(undefined)
    await pass(50)
    expect(all.map(({ value }) => value.successes)).toEqual([1, 1, 1])
    expect(commits).toBe(1)
  })

  it('of a source that the city does not have is told the names it has', () => {
    const { sources } = start([aSource('a'), aSource('b')], network(() => body()).fetch)
    expect(() => sources.use('x')).toThrow('No source "x". The city has: a, b')
  })

  it.each([
    ['whose kind is unknown', { connector: 'soap' }],
    ['with wrong options', { options: { evry: 1 } }],
  ])('of a source %s finds it invalid and the others well', async (_, wrong) => {
    const { fetch } = network(() => body())
    const { sources } = start([aSource('a', wrong), aSource('b')], fetch)
    await pass(1100)
    expect(['a', 'b'].map((id) => sources.use(id).state.value.state)).toEqual(['invalid', 'live'])
    expect(sources.snapshot().a?.fault).toMatch(/^refused: /)
  })
})
