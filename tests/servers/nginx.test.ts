import { chromium } from '@playwright/test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCityServer, type CityServer } from '../../tools/city-server'
import { SECURITY_HEADERS } from '../../tools/headers'
import { answering, freePort, missing, stage } from './processes'

const reason = missing('/usr/sbin/nginx') ?? (existsSync('dist/index.html') ? undefined : 'needs a build')

describe.skipIf(reason)(`the documented nginx${reason ? `: ${reason}` : ''}`, () => {
  const server = stage()
  let city: CityServer
  let base: string

  beforeAll(async () => {
    city = await startCityServer({ port: 0 })
    const port = await freePort()
    base = `http://127.0.0.1:${port}`
    const documented = readFileSync('deploy/nginx.conf', 'utf8')
    server.nginx(
      documented
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replaceAll('/srv/toan-canh', resolve('dist'))
        .replace('/var/cache/nginx/toan-canh', `${server.folder}/cache`)
        .replace('http://127.0.0.1:4180', city.url),
    )
    await answering(base)
  })
  afterAll(async () => {
    await server.close()
    await city.close()
  })

  it('sends every file with the headers that the app is tested under', async () => {
    const answers = { '/': 200, '/cities/kien-an.json': 200, '/none': 404 }
    for (const [path, expected] of Object.entries(answers)) {
      const { headers, status } = await fetch(base + path)
      expect([path, status]).toEqual([path, expected])
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value)
    }
  })

  it('lets browsers keep built files for ever and asks anew for the rest', async () => {
    const [asset = ''] = readdirSync('dist/assets').filter((name) => name.endsWith('.js'))
    const cacheOf = async (path: string) => (await fetch(base + path)).headers.get('cache-control')
    expect(await cacheOf(`/assets/${asset}`)).toContain('immutable')
    expect(await cacheOf('/')).toBe('no-cache')
    expect(await cacheOf('/cities/kien-an.json')).toBe('no-cache')
  })

  it('serves every script of the build as a script, workers included', async () => {
    for (const name of readdirSync('dist/assets').filter((file) => /\.m?js$/.test(file))) {
      const type = (await fetch(`${base}/assets/${name}`)).headers.get('content-type')
      expect([name, type]).toEqual([name, 'application/javascript'])
    }
  })

  it('says that a missing file is missing instead of sending the app', async () => {
    expect((await fetch(`${base}/cities/none.json`)).status).toBe(404)
  })

  it('asks a city system once for many screens, also when the question is a form', async () => {
    const screens = Array.from({ length: 20 })
    const questions: [path: string, init: RequestInit][] = [
      ['motcua/thongke', {}],
      ['dvcqg/rest.jsp', { method: 'POST', body: new URLSearchParams({ params: '{"type":"ref"}' }) }],
    ]
    for (const [path, init] of questions) {
      const ask = async () => (await fetch(`${base}/gw/kien-an/${path}`, init)).text()
      expect(new Set(await Promise.all(screens.map(ask))).size).toBe(1)
      const counts: unknown = await (await fetch(`${city.url}/gw/__requests`)).json()
      expect(counts).toMatchObject({ [path]: 1 })
    }
  })

  it('answers many screens at once also when a city system is broken', async () => {
    const ask = async () => (await fetch(`${base}/gw/kien-an/none`)).status
    expect(new Set(await Promise.all(Array.from({ length: 20 }, ask)))).toEqual(new Set([404]))
  }, 8_000)

  it('runs the app with every source live behind its gateway, without a breach of the policy', async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
      ],
    })
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`policy: ${violatedDirective} ${blockedURI}`)
      })
    })
    // As a real city's file: nothing is played in the page, all comes through the gateway.
    await page.route('**/cities/kien-an.json', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), simulated: undefined } })
    })
    await page.goto(`${base}/#/wall?city=kien-an`)
    await page.locator('[data-health][data-live="31"]').waitFor({ timeout: 60_000 })
    await page.locator('canvas.maplibregl-canvas').waitFor()
    const { sources } = await page.evaluate(() => window.__toancanh?.() ?? { sources: {} })
    // On most days there is no warning to read.
    const states = Object.values(sources).map(({ state }) => state)
    expect(states.filter((state) => state !== 'live' && state !== 'empty')).toEqual([])
    expect(complaints).toEqual([])
    const asked: unknown = await (await fetch(`${city.url}/gw/__requests`)).json()
    expect(asked).toMatchObject({
      'vms/cameras': expect.any(Number),
      'ogc/collections/vung-phu/items': expect.any(Number),
    })
    await browser.close()
  }, 120_000)

  it('keeps the fault desk of the simulated city out of reach', async () => {
    expect((await fetch(`${base}/gw/__faults`)).status).toBe(404)
  })
})
