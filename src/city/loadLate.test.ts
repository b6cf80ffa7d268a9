import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cityOf, goodFile, kinds } from '../../tests/cityFile'
import { loadCity, unreadableFiles, untilOpen } from './load'
import type { ProblemCode } from './problems'

describe('a city whose files come late, by halves or not at all', () => {
  const base = 'https://wall.example/'
  const name = { vi: 'Y tế', en: 'Health' }
  const scene = { name, duration: 'PT20S', layers: ['masts'], panels: [{ panel: 'first' }] }
  const module = { module: 1, name, scenes: { wards: scene } }
  const city = JSON.stringify({ ...goodFile(), modules: { health: { file: 'modules/health.json' } } })
  const CITY = `${base}cities/a.json`
  const HEALTH = `${base}cities/modules/health.json`
  const there = () => Response.json(module)
  const failing = (status: number) => () => new Response('', { status })
  const portal = () => new Response('<form>Đăng nhập</form>')
  const silence = () => Promise.reject<Response>(new TypeError('Failed to fetch'))

  let asked: string[] = []
  /** A server whose module answers one way after the other; the last one stays. */
  const serve = (...answers: ((signal: AbortSignal) => Response | Promise<Response>)[]): typeof fetch => {
    return async (input, init) => {
      const url = String(input)
      asked.push(url)
      if (url !== HEALTH) return new Response(city)
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (!answer) throw new Error('no answer')
      return answer(init?.signal ?? AbortSignal.abort())
    }
  }
  const hang = (signal: AbortSignal) =>
    new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const times = (url: string) => asked.filter((each) => each === url).length
  /** Loads the city and tells after how many ms it was there. */
  async function load(network: typeof fetch) {
    const from = performance.now()
    const loading = loadCity('a', base, network, kinds).then(({ reading }) => ({
      city: cityOf(reading),
      ms: performance.now() - from,
    }))
    await vi.advanceTimersByTimeAsync(60_000)
    return loading
  }

  beforeEach(() => {
    asked = []
    vi.useFakeTimers()
    // The browser's own deadlines go by the same clock as everything else.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(new DOMException('timed out', 'TimeoutError')), ms)
      return controller.signal
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  it.each([
    ['a failing server', failing(502)],
    ['a busy server', failing(429)],
    ['a portal’s page', portal],
    ['no answer', silence],
  ])('is whole in spite of %s that passes within seconds', async (_, trouble) => {
    const { city, ms } = await load(serve(trouble, trouble, there))
    expect(city.scenes.map(({ id }) => id)).toEqual(['today', 'wards'])
    expect(city.problems).toEqual([])
    expect(city.missing).toEqual([])
    expect(times(HEALTH)).toBe(3)
    expect(ms).toBeLessThan(2_000)
  })

  it.each([
    ['fails', failing(503)],
    ['never answers', hang],
  ])('is shown without a module that %s, after ten seconds at most, and says so', async (_, trouble) => {
    const { city, ms } = await load(serve(trouble))
    expect(city.scenes.map(({ id }) => id)).toEqual(['today'])
    expect(city.missing).toEqual([HEALTH])
    expect(city.problems).toMatchObject([{ path: 'modules.health.file', value: HEALTH }])
    expect(times(HEALTH)).toBeGreaterThan(1)
    expect(ms).toBeLessThanOrEqual(10_000)
  })

  it('does not wait for a module whose file is not there, and does not forget it', async () => {
    const { city, ms } = await load(serve(failing(404)))
    expect(ms).toBe(0)
    expect(city.missing).toEqual([HEALTH])
  })

  it('misses a module that is being copied, and not one with a mistake in it', async () => {
    const half = () => new Response(JSON.stringify(module).slice(0, 40))
    expect((await load(serve(half))).city.missing).toEqual([HEALTH])
    const wrong = await load(serve(() => Response.json({ ...module, module: 2 })))
    expect(wrong.city.missing).toEqual([])
    expect(wrong.city.problems).toMatchObject([{ code: 'choice', file: 'modules/health.json' }])
  })

  it('names its files that cannot be read now, whatever a newer build may have written into the others', async () => {
    const newer = () => Response.json({ module: 2, future: true })
    expect(await unreadableFiles('a', base, serve(newer))).toEqual([])
    expect(await unreadableFiles('a', base, serve(failing(502)))).toEqual([HEALTH])
    expect(await unreadableFiles('a', base, async () => new Response('{"schema": 1,'))).toEqual([CITY])
    expect(await unreadableFiles('a', base, silence)).toEqual([CITY])
  })

  it.each([
    ['half copied', () => new Response(city.slice(0, 300)), 'syntax'],
    ['of another version', () => Response.json({ ...goodFile(), schema: 2 }), 'version'],
    ['not there', failing(404), 'http'],
  ])('starts by itself when its file is no longer %s, and says why until then', async (_, bad, code) => {
    const told: ProblemCode[] = []
    let server: typeof fetch = async () => bad()
    let isOpen = false
    void untilOpen(
      () => loadCity('a', base, (...request) => server(...request), kinds),
      (problems) => told.push(...problems.map((problem) => problem.code)),
    ).then(() => (isOpen = true))
    await vi.advanceTimersByTimeAsync(29_000)
    expect(told).toEqual([code])
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(told.length).toBeGreaterThanOrEqual(60)
    expect(isOpen).toBe(false)
    server = serve(there)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(isOpen).toBe(true)
  })
})
