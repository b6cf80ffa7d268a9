// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { simulate } from '..'
import { PLACES } from '../places'
import { hoursOf, soFar } from '../rhythm'
import { ONLINE } from './oneStop'

const gateway = 'https://city.example/gw/kien-an/'
const MONDAY = Date.parse('2026-11-23T10:07:00+07:00')
const HOUR = 3_600_000

interface Answer {
  success: boolean
  result: { records: Record<string, string | number | null>[]; total: number }
}

async function ask(query: string, place = 'kien-an', at = MONDAY) {
  const response = await simulate(
    new Request(`${gateway}kho/lichsu?${query}`),
    { place, seed: 2023, gateway },
    at,
  )
  return response ?? Response.error()
}
async function rows(resource: string, place?: string) {
  const answer: Answer = await (await ask(`resource=${resource}&limit=1000`, place)).json()
  return answer.result.records
}
const number = (value: unknown) => Number(String(value).replaceAll('.', '').replace(',', '.'))

describe('the data warehouse', () => {
  it.each(['tai-giao-thong', 'phan-anh', 'ho-so', 'cuoc-goi', 'luong-mua', 'luot-kham'])(
    'gives %s for every full hour since four weeks ago, in less than 100 kB',
    async (resource) => {
      const text = await (await ask(`resource=${resource}&limit=1000`, 'hai-phong')).text()
      expect(text.length).toBeLessThan(100_000)
      const records = await rows(resource)
      expect(records).toHaveLength(28 * 24 + 1)
      expect(records.at(0)?.gio).toBe('2026-10-26T09:00:00')
      expect(records.at(-1)?.gio).toBe('2026-11-23T09:00:00')
    },
  )

  it('gives a hundred rows to who asks for no number, as CKAN does, and knows no table of another name', async () => {
    const answer: Answer = await (await ask('resource=ho-so')).json()
    expect(answer.result.records).toHaveLength(100)
    expect(answer.result.total).toBe(673)
    const unknown = await ask('resource=ho-so-x')
    expect(unknown.status).toBe(404)
    expect(await unknown.json()).toMatchObject({ success: false })
  })

  it('counts as many dossiers in the hours of a day as the one-stop does', () => {
    const place = PLACES.get('kien-an')
    if (!place) throw new Error('no place')
    const midnight = Date.parse('2026-11-20T00:00:00+07:00')
    const hours = hoursOf(ONLINE, place, 2023, midnight)
    for (const [hour] of hours.entries()) {
      const until = soFar(ONLINE, place, 2023, midnight + (hour + 1) * HOUR - 1)
      const sum = hours.slice(0, hour + 1).reduce((all, value) => all + value, 0)
      // A millisecond before the hour is full the last dossier may not yet have come in.
      expect([0, 1]).toContain(sum - until)
    }
  })

  it('lists the same reports by hour, by day and by ward', async () => {
    const sum = (list: Record<string, unknown>[], day: string, key: string) =>
      list
        .filter(({ gio, ngay }) => String(gio ?? ngay).startsWith(day))
        .reduce((all, row) => all + number(row[key]), 0)
    const day = '2026-11-20'
    const byDay = sum(await rows('ngay'), day, 'so_phan_anh')
    expect(byDay).toBeGreaterThan(10)
    expect(sum(await rows('phan-anh'), day, 'gia_tri')).toBe(byDay)
    expect(Math.abs(sum(await rows('ngay-dia-ban'), day, 'so_phan_anh') - byDay)).toBeLessThanOrEqual(1)
    expect(sum(await rows('ngay-dia-ban'), day, 'so_ho_so')).toBe(sum(await rows('ho-so'), day, 'gia_tri'))
  })

  it('has more reports on days of much rain', async () => {
    const days = await rows('ngay')
    const reports = (wet: boolean) => {
      const some = days.filter((day) => number(day.luong_mua_mm) > 8 === wet)
      return some.reduce((all, day) => all + number(day.so_phan_anh), 0) / some.length
    }
    expect(reports(true)).toBeGreaterThan(reports(false))
  })

  it('fills the roads in the rush hours and empties them at night', async () => {
    const roads = await rows('tai-giao-thong')
    const at = (hour: string) => number(roads.find(({ gio }) => gio === `2026-11-20T${hour}:00:00`)?.gia_tri)
    expect(at('17')).toBeGreaterThan(at('10') + 10)
    expect(at('03')).toBeLessThan(25)
  })

  it('keeps the table by ward as short as the others in a city of many wards', async () => {
    expect((await rows('ngay-dia-ban', 'hai-phong')).length).toBeLessThanOrEqual(672)
    expect(await rows('ngay-dia-ban')).toHaveLength(140)
  })
})
