import { describe, expect, it } from 'vitest'
import { rain } from '../src/simulator/rhythm'
import type { Alert, Batch } from '../src/sources/records'
import { settle } from '../src/sources/settle'
import { cityRun, readSource } from './cityRun'

const CITIES = ['kien-an', 'hai-phong', 'ha-long', 'dan-phuong'].map((id) => cityRun(id).city)
const HOUR = 3_600_000
const local = (text: string) => Date.parse(`${text}+07:00`)

async function warnings(city: (typeof CITIES)[number], at: number): Promise<Batch> {
  return settle(await readSource(city, 'city-alerts', at), { bounds: city.map.bounds, now: at })
}
const actual = ({ alerts }: Batch): Alert[] => alerts.filter(({ status }) => status === 'actual')

/** The first hour from which it rains so hard, after a day. */
function firstRain(seed: number, after: number, strength: number): number {
  let at = after
  while (rain(seed, at) < strength) at += HOUR
  return at
}

describe.each(CITIES)('the public warnings of $id', (city) => {
  const seed = city.simulated?.seed ?? 0
  const heavy = firstRain(seed, local('2026-11-01T00:00:00'), 0.7)
  let begin = heavy
  while (rain(seed, begin - HOUR) >= 0.3) begin -= HOUR
  let end = heavy
  while (rain(seed, end) >= 0.3) end += HOUR

  it('say nothing on most of a day, and the line works all the same', async () => {
    const hours = Array.from({ length: 24 }, (_, hour) => local('2026-11-05T00:10:00') + hour * HOUR)
    const batches = await Promise.all(hours.map((at) => warnings(city, at)))
    expect(batches.filter((batch) => actual(batch).length === 0).length).toBeGreaterThan(12)
    for (const { total, dropped } of batches) {
      expect(total).toBeGreaterThan(0)
      expect(dropped).toEqual([])
    }
  })

  it('announce a rain before it comes, grow with it under the same id, and end with it', async () => {
    const before = actual(await warnings(city, begin - 10 * 60_000))
    const during = actual(await warnings(city, Math.max(heavy, begin + HOUR) + 60_000))
    const after = actual(await warnings(city, end + 60_000))
    const id = before.at(-1)?.id
    expect(before.map(({ severity }) => severity)).toContain('moderate')
    expect(before.every(({ title }) => title.startsWith('Cảnh báo mưa'))).toBe(true)
    expect(during).toMatchObject([{ id, severity: 'severe', geometry: { type: 'MultiPolygon' } }])
    expect(after).toEqual([])
  })

  it('hold an exercise on Wednesday mornings that says that it is one', async () => {
    const { alerts } = await warnings(city, local('2026-11-25T09:30:00'))
    expect(alerts.filter(({ status }) => status === 'exercise')).toMatchObject([
      { title: expect.stringContaining('Diễn tập'), sender: 'Ban Chỉ huy Phòng thủ dân sự (mô phỏng)' },
    ])
    const other = await warnings(city, local('2026-11-26T09:30:00'))
    expect(other.alerts.filter(({ status }) => status === 'exercise')).toEqual([])
  })
})

describe.each(CITIES)('the alerts of the infrastructure of $id', (city) => {
  const read = (at: number) => readSource(city, 'it-alerts', at)

  it('come and go over a week; the one that always fires is never shown', async () => {
    const times = Array.from({ length: 84 }, (_, step) => local('2026-11-16T00:00:00') + 2 * HOUR * step)
    const batches = await Promise.all(times.map(read))
    const counts = batches.map(({ alerts }) => alerts.length)
    expect(Math.min(...counts)).toBe(0)
    expect(Math.max(...counts)).toBeGreaterThan(0)
    expect(batches.every(({ total }) => total > 0)).toBe(true)
    const titles = new Set(batches.flatMap(({ alerts }) => alerts.map(({ title }) => title.split(':')[0])))
    expect([...titles]).toEqual(['Mất kết nối'])
  })
})
