import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOW } from './fixtures'
import { aSource, body, network, pass, SECOND, start, stopAll } from '../../tests/sourcesApp'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  stopAll()
  vi.useRealTimers()
})

/** What a fault looks like on the wire, and the state that a source with a good value is in when it lasts. */
const LASTING: [string, () => Response | Promise<Response>, string][] = [
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'down'],
  ['an answer that hangs', () => new Promise(() => {}), 'down'],
  ['500', () => new Response('', { status: 500 }), 'down'],
  [
    '502 with a page',
    () => new Response('<html>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    'down',
  ],
  ['429', () => new Response('', { status: 429, headers: { 'Retry-After': '60' } }), 'down'],
  ['404', () => new Response('', { status: 404 }), 'stale'],
  ['401', () => new Response('', { status: 401 }), 'auth'],
  ['403', () => new Response('', { status: 403 }), 'auth'],
  [
    'a log-in page',
    () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    'auth',
  ],
  [
    'JSON cut off',
    () => new Response('[{"x"', { headers: { 'Content-Type': 'application/json' } }),
    'invalid',
  ],
  ['{"error"} with 200', () => Response.json({ error: { code: 499 } }), 'invalid'],
  ['{} with 200', () => Response.json({}), 'invalid'],
  ['null with 200', () => Response.json(null), 'invalid'],
  ['a renamed field', () => Response.json([{ y: 1, t: Date.now() }]), 'invalid'],
  ['a huge body', () => Response.json('x'.repeat(5_000_001)), 'invalid'],
  ['a time a year ahead', () => Response.json([{ x: 1, t: Date.now() + 31_536_000_000 }]), 'invalid'],
  ['a time that stands still', () => Response.json([{ x: 86, t: NOW }]), 'frozen'],
  ['a time that runs backwards', () => Response.json([{ x: 1, t: NOW - 60_000 }]), 'frozen'],
]

describe('a fault that lasts', () => {
  it.each(LASTING)(
    '%s: the last good value stays, never looks live, and one good answer heals',
    async (_, broken, state) => {
      const good = () => Response.json([{ x: 86, t: Date.now() }])
      let healed = false
      const { fetch, asked } = network((n) => (n === 1 || healed ? good() : broken()))
      const { sources } = start([aSource('a')], fetch)
      const { memory, state: now } = sources.use('a')
      await pass(1100)
      expect(now.value.state).toBe('live')
      await pass(10 * 60 * SECOND)
      expect(now.value.state).toBe(state)
      expect(memory.value.batch?.readings.map(({ value }) => value)).toEqual([86])
      expect(asked.length).toBeLessThanOrEqual(23)
      healed = true
      await pass(11 * 60 * SECOND)
      expect(now.value.state).toBe('live')
      expect(sources.snapshot().a).toMatchObject({ failures: 0, fault: undefined, dropped: 0 })
    },
  )

  it('is a source with nothing to report, when it says so', async () => {
    const { fetch } = network((n) => (n === 1 ? body() : Response.json([])))
    const { sources } = start([aSource('a')], fetch)
    await pass(95 * SECOND)
    expect(sources.use('a').state.value.state).toBe('empty')
    expect(sources.use('a').memory.value.batch?.readings).toEqual([])
  })

  it('that hangs at the start is waiting first and down within ten seconds', async () => {
    const { fetch } = network(() => new Promise(() => {}))
    const { sources } = start([aSource('a')], fetch)
    await pass(5 * SECOND)
    expect(sources.use('a').state.value.state).toBe('waiting')
    await pass(5 * SECOND)
    expect(sources.use('a').state.value.state).toBe('down')
  })

  it('of one source leaves the others of its origin live', async () => {
    const { fetch } = network((_, path) => (path.startsWith('hang') ? new Promise(() => {}) : body()))
    const hanging = Array.from({ length: 6 }, (_, i) => aSource(`hang-${i}`))
    const { sources } = start([...hanging, aSource('well')], fetch)
    await pass(5 * 60 * SECOND)
    expect(sources.use('hang-3').state.value.state).toBe('down')
    expect(sources.use('well').state.value.state).toBe('live')
  })
})
