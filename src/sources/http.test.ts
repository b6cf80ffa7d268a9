import { http as msw, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { server } from '../../tests/msw'
import { systemClock } from './clock'
import { SourceFault, type FaultKind } from './contract'
import { ORIGIN, realHttp } from './fixtures'
import { createHttp, retryAfter, type Fetch } from './http'

const URL_ = `${ORIGIN}/data`

function answers(body: string | Uint8Array<ArrayBuffer> | null, init: ResponseInit = {}) {
  const headers = { 'Content-Type': 'application/json', ...init.headers }
  server.use(msw.all(URL_, () => new HttpResponse(body, { ...init, headers })))
}

async function faultOf(read: Promise<unknown>): Promise<SourceFault> {
  const result = await read.catch((error: unknown) => error)
  if (result instanceof SourceFault) return result
  throw new Error(`expected a fault, got ${JSON.stringify(result)}`)
}

const HTML = { headers: { 'Content-Type': 'text/html' } }
const PAGE = '<!doctype html><html><form action="/login"></form></html>'
const bytes = (...numbers: number[]) => new Uint8Array(numbers)

describe('an answer over HTTP', () => {
  it('gives the JSON, what it weighed and what it took', async () => {
    answers('{"a":1}', { headers: { Date: 'Sun, 30 Apr 2023 11:25:00 GMT' } })
    const answer = await realHttp().json({ url: URL_ })
    expect(answer).toMatchObject({ json: { a: 1 }, bytes: 7, date: Date.UTC(2023, 3, 30, 11, 25) })
    expect(answer.latencyMs).toBeGreaterThanOrEqual(0)
  })

  it.each([
    ['a 204', null, { status: 204 }],
    ['an empty body', '', {}],
    ['only spaces', ' \n', {}],
  ])('has nothing to say with %s', async (_, body, init) => {
    answers(body, init)
    expect((await realHttp().json({ url: URL_ })).json).toBeUndefined()
  })

  it.each(['application/json', 'application/geo+json', 'application/problem+json; charset=utf-8'])(
    'may come as %s',
    async (type) => {
      answers('[]', { headers: { 'Content-Type': type } })
      expect((await realHttp().json({ url: URL_ })).json).toEqual([])
    },
  )

  it('may begin with a byte order mark', async () => {
    answers('\ufeff{"ten":"Đa Độ"}')
    expect((await realHttp().json({ url: URL_ })).json).toEqual({ ten: 'Đa Độ' })
  })

  it('cannot reach a prototype', async () => {
    answers('{"__proto__":{"admin":true},"constructor":1,"prototype":2,"deep":{"__proto__":3},"ok":4}')
    const { json } = await realHttp().json({ url: URL_ })
    expect(JSON.stringify(json)).toBe('{"deep":{},"ok":4}')
    expect({}).not.toHaveProperty('admin')
  })

  it('is asked for with the method, headers and body of the request', async () => {
    const seen: string[] = []
    server.use(
      msw.post(URL_, async ({ request }) => {
        seen.push(request.headers.get('content-type') ?? '', await request.text())
        return HttpResponse.json([])
      }),
    )
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    await realHttp().json({ url: URL_, method: 'POST', headers, body: 'type=ref' })
    expect(seen).toEqual(['application/x-www-form-urlencoded', 'type=ref'])
  })
})

const FAULTS: [string, FaultKind, string | Uint8Array<ArrayBuffer> | null, ResponseInit][] = [
  ['401', 'auth', '', { status: 401 }],
  ['403', 'forbidden', '', { status: 403 }],
  ['404', 'gone', '', { status: 404 }],
  ['410', 'gone', '', { status: 410 }],
  ['429', 'throttled', '', { status: 429 }],
  ['400', 'http', '{"code":"bad"}', { status: 400 }],
  ['500', 'server', '', { status: 500 }],
  ['502 with a page', 'server', PAGE, { status: 502, ...HTML }],
  ['a log-in page with 200', 'auth', PAGE, HTML],
  ['an empty page with 200', 'auth', '', HTML],
  ['a page that calls itself JSON', 'auth', PAGE, {}],
  ['some other markup', 'auth', '<div>Access denied</div>', {}],
  [
    'an OWS exception with 200',
    'shape',
    '<ows:ExceptionReport/>',
    { headers: { 'Content-Type': 'application/xml' } },
  ],
  ['XML that calls itself JSON', 'shape', '<?xml version="1.0"?><a/>', {}],
  ['a CSV', 'shape', 'id,v\n1,10', { headers: { 'Content-Type': 'text/csv' } }],
  ['JSON without its type', 'shape', '[]', { headers: { 'Content-Type': 'text/plain' } }],
  ['JSON cut off', 'parse', '{"data":[{"a":1},{"a"', {}],
  ['NaN in JSON', 'parse', '{"a":NaN}', {}],
  ['Latin-1', 'parse', bytes(0x22, 0xe9, 0x22), {}],
  ['UTF-16', 'parse', bytes(0xff, 0xfe, 0x5b, 0x00, 0x5d, 0x00), {}],
  ['more bytes than allowed', 'limit', `["${'x'.repeat(3000)}"]`, {}],
  ['more bytes announced than allowed', 'limit', '[]', { headers: { 'Content-Length': '3000' } }],
]

describe('a fault over HTTP', () => {
  it.each(FAULTS)('is told for %s: %s', async (_, kind, body, init) => {
    answers(body, init)
    const fault = await faultOf(realHttp({ maxBytes: 2000 }).json({ url: URL_ }))
    expect(fault.kind).toBe(kind)
    expect(fault.message).not.toContain('<')
    expect(fault.message.length).toBeLessThan(140)
    if (init.status) expect(fault).toMatchObject({ status: init.status })
  })

  it('is told for a redirect that ends at a log-in page', async () => {
    server.use(
      msw.get(URL_, () => HttpResponse.redirect(`${ORIGIN}/login`)),
      msw.get(`${ORIGIN}/login`, () => HttpResponse.html(PAGE)),
    )
    expect((await faultOf(realHttp().json({ url: URL_ }))).kind).toBe('auth')
  })

  it('claims no reason when there is no answer', async () => {
    server.use(msw.get(URL_, () => HttpResponse.error()))
    const fault = await faultOf(realHttp().json({ url: URL_ }))
    expect(fault).toMatchObject({ kind: 'network', message: 'no answer', status: undefined })
  })

  it('survives JSON that is nested ten thousand deep', async () => {
    answers('['.repeat(10_000) + ']'.repeat(10_000))
    const result = await realHttp()
      .json({ url: URL_ })
      .catch((error: unknown) => error)
    expect(result instanceof SourceFault ? result.kind : 'read').toMatch(/parse|read/)
  })

  it('shows a sample without secrets or personal data', async () => {
    answers('{"error":"a.nguyen@haiphong.gov.vn 0912345678 031099001234 token=abc123"}', { status: 500 })
    const { message } = await faultOf(realHttp().json({ url: URL_ }))
    expect(message).toContain('500')
    expect(message).not.toMatch(/nguyen|0912345678|031099001234|abc123/)
  })
})

describe('Retry-After', () => {
  const now = Date.UTC(2023, 3, 30, 11, 25)
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sun, 30 Apr 2023 11:27:00 GMT', 120_000],
    ['99999999', 900_000],
    ['Sun, 30 Apr 2033 11:27:00 GMT', 900_000],
    ['-1', undefined],
    ['Sun, 30 Apr 2023 11:20:00 GMT', undefined],
    ['soon', undefined],
    [null, undefined],
  ])('%s means %s ms', (header, ms) => expect(retryAfter(header, now)).toBe(ms))

  it.each([429, 503])('is passed on from a %d', async (status) => {
    answers('', { status, headers: { 'Retry-After': '120' } })
    expect(await faultOf(realHttp().json({ url: URL_ }))).toMatchObject({ retryAfterMs: 120_000 })
  })
})

describe('time', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const open = (fetch: Fetch, signal = new AbortController().signal) => {
    const opened = createHttp({ fetch, clock: systemClock })
    return () => opened({ signal, timeoutMs: 8_000 })
  }
  const never: Fetch = () => new Promise(() => {})
  const settled = (promise: Promise<unknown>) => {
    const seen: unknown[] = []
    promise.then(
      (value) => seen.push(value),
      (error: unknown) => seen.push(error),
    )
    return seen
  }
  const body = (start: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
    new Response(new ReadableStream({ start }), { headers: { 'Content-Type': 'application/json' } })

  it.each<[string, Fetch]>([
    ['headers that never come', never],
    ['a body that never ends', () => Promise.resolve(body((c) => c.enqueue(bytes(0x5b))))],
  ])('runs out at the deadline for %s', async (_, fetch) => {
    const seen = settled(open(fetch)().json({ url: URL_ }))
    await vi.advanceTimersByTimeAsync(7_999)
    expect(seen).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(seen).toEqual([expect.objectContaining({ kind: 'timeout' })])
  })

  it('is shared by all pages of one read', async () => {
    const slow: Fetch = () => new Promise((resolve) => setTimeout(() => resolve(Response.json([])), 5_000))
    const http = open(slow)()
    const first = settled(http.json({ url: URL_ }))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(first).toEqual([expect.objectContaining({ json: [], latencyMs: 5_000 })])
    const second = settled(http.json({ url: URL_ }))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(second).toEqual([expect.objectContaining({ kind: 'timeout' })])
  })

  it('ends with the app', async () => {
    const app = new AbortController()
    const seen = settled(open(never, app.signal)().json({ url: URL_ }))
    app.abort()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).toEqual([expect.objectContaining({ kind: 'network', message: 'stopped' })])
  })

  it('in the queue does not count, and other origins do not queue', async () => {
    const started: string[] = []
    const read = open((url) => {
      started.push(String(url))
      return String(url).endsWith('hang') ? new Promise(() => {}) : Promise.resolve(Response.json([]))
    })
    const hung = [1, 2, 3, 4].map(() => settled(read().json({ url: `${ORIGIN}/hang` })))
    const healthy = settled(read().json({ url: `${ORIGIN}/healthy` }))
    const elsewhere = settled(read().json({ url: 'http://other.test/healthy' }))
    await vi.advanceTimersByTimeAsync(7_999)
    expect(started).toHaveLength(5)
    expect([healthy, elsewhere[0]]).toEqual([[], expect.objectContaining({ json: [] })])
    await vi.advanceTimersByTimeAsync(2)
    expect(hung.flat()).toHaveLength(4)
    expect(healthy).toEqual([expect.objectContaining({ json: [] })])
  })

  it('spent waiting ends when the waiter is stopped, and its place goes to the next', async () => {
    const started: string[] = []
    const opened = createHttp({
      clock: systemClock,
      fetch: (url) => {
        started.push(String(url).slice(-1))
        return new Promise(() => {})
      },
    })
    const read = (path: string, signal: AbortSignal) =>
      settled(opened({ signal, timeoutMs: 8_000 }).json({ url: `${ORIGIN}/${path}` }))
    const stay = new AbortController()
    const go = new AbortController()
    for (const path of ['1', '2', '3', '4']) read(path, stay.signal)
    const left = read('5', go.signal)
    read('6', stay.signal)
    await vi.advanceTimersByTimeAsync(10)
    go.abort()
    await vi.advanceTimersByTimeAsync(8_000)
    expect(left).toEqual([expect.objectContaining({ message: 'stopped' })])
    expect(started).toEqual(['1', '2', '3', '4', '6'])
  })
})
