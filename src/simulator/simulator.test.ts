// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { parseXml } from '../sources/xml'
import { simulate, simulatedFetch } from '.'
import { PLACES } from './places'
import { COMMON } from './services'

const gateway = 'https://city.example/gw/kien-an/'
const city = { place: 'kien-an', seed: 2023, gateway }
const SERVICES = [...(PLACES.get('kien-an')?.services ?? []), ...COMMON]
const at = (text: string) => Date.parse(`${text}+07:00`)
const MONDAY = at('2026-11-23T10:07:20')

async function textOf(path: string, now: number, seed = 2023, init?: RequestInit): Promise<string> {
  const response = await simulate(new Request(gateway + path, init), { ...city, seed }, now)
  return response ? response.text() : ''
}

/** The first number that follows a key in an answer; numbers in Vietnamese strings included. */
async function numberAt(path: string, key: string, now: number, seed = 2023): Promise<number> {
  const found = new RegExp(`"${key}":"?(-?[\\d.,]+)`).exec(await textOf(path, now, seed))
  const text = found?.[1]?.replace(/,$/, '') ?? 'NaN'
  return Number(path === 'motcua/quay' ? text : text.replaceAll('.', '').replace(',', '.'))
}

const HOURS = Array.from({ length: 24 }, (_, hour) => at('2026-11-23T00:00:00') + hour * 3_600_000)

describe('the simulated city', () => {
  it.each(SERVICES.map(([path]) => path))(
    'answers %s the same for the same seed and moment',
    async (path) => {
      const init = {
        method: 'POST',
        body: new URLSearchParams({ params: '{"service":"report_tinh_766_service"}' }),
      }
      const ask = () => textOf(path, MONDAY, 2023, path.startsWith('dvcqg') ? init : undefined)
      const first = await ask()
      expect(() => void (first.startsWith('<') ? parseXml(first) : JSON.parse(first))).not.toThrow()
      expect(await ask()).toBe(first)
    },
  )

  it('is another day in the same city for another seed', async () => {
    expect(await textOf('motcua/thongke', MONDAY, 7)).not.toBe(await textOf('motcua/thongke', MONDAY, 2023))
    expect(await textOf('vanban/kyso', MONDAY, 7)).toBe(await textOf('vanban/kyso', MONDAY, 2023))
  })

  it('tells its own time in the Date header', async () => {
    const response = await simulate(new Request(`${gateway}vms/cameras`), city, MONDAY)
    expect(response?.headers.get('date')).toBe('Mon, 23 Nov 2026 03:07:20 GMT')
  })

  it('leaves addresses outside the gateway alone and knows no system of another name', async () => {
    expect(await simulate(new Request('https://city.example/cities/a.json'), city, MONDAY)).toBeUndefined()
    const unknown = await simulate(new Request(`${gateway}motcua/thongkes`), city, MONDAY)
    expect(unknown?.status).toBe(404)
  })

  it('counts dossiers up all day, fewest at lunch, and starts again at midnight', async () => {
    const counts = await Promise.all(HOURS.map((hour) => numberAt('motcua/thongke', 'tiepNhan', hour)))
    const steps = counts.slice(1).map((count, hour) => count - (counts[hour] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0)
    expect(counts[0]).toBe(0)
    expect(steps[12]).toBeLessThan((steps[9] ?? 0) / 2)
    expect(counts.at(-1)).toBeGreaterThan(100)
  })

  it.each([
    ['at lunch', '2026-11-23T12:30:00'],
    ['in the evening', '2026-11-23T20:00:00'],
    ['on Saturday afternoon', '2026-11-28T15:00:00'],
    ['on Sunday', '2026-11-22T09:30:00'],
    ['on New Year’s day', '2027-01-01T09:30:00'],
  ])('keeps nobody waiting at the counters %s', async (_, moment) => {
    expect(await numberAt('motcua/quay', 'tongCho', at(moment))).toBe(0)
    expect(await textOf('motcua/quay', at(moment))).not.toContain('"MO"')
  })

  it('has people waiting in the middle of a working morning', async () => {
    const waiting = await numberAt('motcua/quay', 'tongCho', at('2026-11-23T09:15:00'))
    expect(waiting).toBeGreaterThan(10)
    expect(waiting).toBeLessThan(70)
  })

  it('measures lower mobile speeds in the evening than at night, on average over the days of a month', async () => {
    const mean = async (hour: string) => {
      const days = Array.from({ length: 28 }, (_, day) =>
        at(`2026-11-${String(day + 1).padStart(2, '0')}T${hour}`),
      )
      const speeds = await Promise.all(days.map((day) => numberAt('ispeed/phuong', 'taiXuong', day)))
      return speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length
    }
    expect(await mean('20:30:00')).toBeLessThan((await mean('03:30:00')) - 3)
  })

  it('loses a few stations and cameras now and then, and gets them back', async () => {
    for (const [path, key] of [
      ['vienthong/tram', 'inService'],
      ['vms/cameras', 'online'],
    ] as const) {
      const counts = await Promise.all(HOURS.map((hour) => numberAt(path, key, hour)))
      const all = path === 'vms/cameras' ? 40 : 148
      expect(new Set(counts).size, path).toBeGreaterThan(1)
      expect(Math.min(...counts), path).toBeGreaterThan(0.75 * all)
    }
  })

  it('reports as many open reports on the map as in its statistics', async () => {
    for (const hour of HOURS) {
      const open = await numberAt('1022/thongke', 'dangMo', hour)
      expect(await numberAt('1022/phananh', 'total', hour)).toBe(open)
      const late = (await textOf('1022/phananh', hour)).split('"Quá hạn"').length - 1
      expect(late).toBe(await numberAt('1022/thongke', 'quaHan', hour))
    }
  })
})

describe('a page without a network', () => {
  const real = vi.fn<typeof fetch>(async () => new Response('from the network'))
  const fetch = simulatedFetch(city, real, () => MONDAY)

  it('is answered under the gateway, and by the network elsewhere', async () => {
    const simulated = await fetch(`${gateway}motcua/thongke`)
    expect(await simulated.text()).toBe(await textOf('motcua/thongke', MONDAY))
    expect(real).not.toHaveBeenCalled()
    expect(await (await fetch('https://city.example/cities/a.json')).text()).toBe('from the network')
  })

  it('reads the portal by form POST, as the portal wants it', async () => {
    const ask = (service: string) =>
      fetch(`${gateway}dvcqg/rest.jsp`, {
        method: 'POST',
        body: new URLSearchParams({ params: JSON.stringify({ type: 'ref', service, p_nam: '2026' }) }),
      }).then((response) => response.text())
    const rows = await ask('report_tinh_766_service')
    expect(rows.match(/"MA_COQUAN"/g)).toHaveLength(14)
    expect(rows).toMatch(/"TONG_SCORE":"\d+\.\d\d"/)
    expect(await ask('report_of_nothing')).toBe('[]')
    expect((await fetch(`${gateway}dvcqg/rest.jsp`)).status).toBe(405)
  })

  it('throws when the request has been given up', async () => {
    await expect(fetch(`${gateway}motcua/quay`, { signal: AbortSignal.abort() })).rejects.toThrow()
  })
})
