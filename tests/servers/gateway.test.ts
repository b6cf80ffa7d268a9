import { request } from 'node:http'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { simulate } from '../../src/simulator'
import { startCityServer, type CityServer } from '../../tools/city-server'

const NOW = Date.parse('2026-11-23T10:07:20+07:00')
let server: CityServer
let now = NOW

beforeAll(async () => {
  server = await startCityServer({ port: 0, now: () => now })
})
afterEach(async () => {
  now = NOW
  await fetch(`${server.url}/gw/__faults`, { method: 'DELETE' })
})
afterAll(() => server.close())

const ask = (path = 'motcua/thongke', init: RequestInit = {}) =>
  fetch(`${server.url}/gw/kien-an/${path}`, { signal: AbortSignal.timeout(5000), ...init })

function order(fault: string, more: object = {}): Promise<Response> {
  return fetch(`${server.url}/gw/__faults`, { method: 'POST', body: JSON.stringify({ fault, ...more }) })
}

describe('the city over HTTP', () => {
  it('answers the same bytes as the city in the page', async () => {
    const gateway = `${server.url}/gw/kien-an/`
    for (const path of ['motcua/thongke', 'vms/cameras', 'ogc/collections/tram-bts/items?limit=5']) {
      const inPage = await simulate(
        new Request(gateway + path),
        { place: 'kien-an', seed: 2023, gateway },
        NOW,
      )
      expect(await (await ask(path)).text()).toBe(await inPage?.text())
    }
  })

  it('has the seed of the shipped city file', () => {
    expect(JSON.parse(readFileSync('public/cities/kien-an.json', 'utf8'))).toMatchObject({
      simulated: { seed: 2023 },
    })
  })

  it('marks every response, lets every origin in and tells the city’s time', async () => {
    for (const path of ['motcua/thongke', 'nothing', '../../elsewhere'])
      expect((await ask(path)).headers.get('x-toan-canh-simulator'), path).toBe('http')
    const { headers } = await ask()
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 03:07:20 GMT')
    expect((await ask('motcua/thongke', { method: 'OPTIONS' })).status).toBe(204)
  })

  it('reads a form by POST', async () => {
    const body = new URLSearchParams({ params: JSON.stringify({ service: 'report_xuhuongdiem_service' }) })
    expect(await (await ask('dvcqg/rest.jsp', { method: 'POST', body })).json()).toHaveLength(2)
  })

  it('counts requests per path', async () => {
    const counts = async () => (await fetch(`${server.url}/gw/__requests`)).json()
    const before = (await counts())['ispeed/phuong'] ?? 0
    await ask('ispeed/phuong')
    await ask('ispeed/phuong')
    expect((await counts())['ispeed/phuong']).toBe(before + 2)
  })
})

describe('a fault ordered from the city', () => {
  it('strikes its path only, as many times as ordered', async () => {
    await order('status', { path: 'motcua/quay', status: 429, headers: { 'retry-after': '7' }, times: 1 })
    expect((await ask('motcua/thongke')).status).toBe(200)
    const struck = await ask('motcua/quay')
    expect([struck.status, struck.headers.get('retry-after')]).toEqual([429, '7'])
    expect((await ask('motcua/quay')).status).toBe(200)
  })

  it('is refused with a reason when there is no such fault', async () => {
    expect((await order('earthquake')).status).toBe(400)
  })

  it.each([
    ['html', (text: string) => text.startsWith('<!doctype html>')],
    ['login-redirect', (text: string) => text.includes('Đăng nhập')],
    ['empty-204', (text: string) => text === ''],
    ['empty-list', (text: string) => text === '[]'],
    ['null', (text: string) => text === 'null'],
    ['object', (text: string) => text === '{}'],
    ['not-json', (text: string) => !parses(text)],
    ['nan', (text: string) => text.includes(':NaN') && !parses(text)],
    ['huge', (text: string) => text.length > 5_000_000],
    ['deep', (text: string) => text.startsWith('[[[[')],
    ['latin1', (text: string) => text.includes('\ufffd')],
    ['success-false', (text: string) => text.includes('"success":false')],
  ])('%s arrives as a complete answer', async (fault, isSo) => {
    await order(fault)
    expect(isSo(await (await ask('ispeed/phuong')).text())).toBe(true)
  })

  it('bom puts a byte order mark in front', async () => {
    await order('bom')
    const bytes = new Uint8Array(await (await ask()).arrayBuffer())
    expect([...bytes.slice(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x7b])
  })

  it.each(['reset', 'truncate-length', 'truncate-chunk'])('%s breaks the answer off', async (fault) => {
    await order(fault)
    await expect(ask().then((response) => response.text())).rejects.toThrow()
  })

  it('truncate-close looks complete and is not', async () => {
    await order('truncate-close')
    expect(parses(await rawBody(`${server.url}/gw/kien-an/motcua/thongke`))).toBe(false)
  })

  it.each(['hang', 'slow-headers'])('%s keeps even the headers back', async (fault) => {
    await order(fault)
    await expect(ask('motcua/quay', { signal: AbortSignal.timeout(300) })).rejects.toThrow()
  })

  it('slow-body sends the headers and keeps the body back', async () => {
    await order('slow-body')
    const response = await ask('motcua/quay', { signal: AbortSignal.timeout(600) })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
  })

  it.each([
    ['old', '22/11/2026 10:07:45'],
    ['frozen', '23/11/2026 10:07:15'],
    ['future', '23/11/2026 12:07:45'],
  ])('%s spoils the clock', async (fault, told) => {
    await order(fault)
    now = NOW + 30_000
    expect(await (await ask()).text()).toContain(`"thoiDiem":"${told}"`)
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The body as it came over the socket; fetch would hold the connection to a length. */
function rawBody(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => resolve(Buffer.concat(chunks).toString()))
    })
    outgoing.on('error', reject).end()
  })
}
