import { describe, expect, it } from 'vitest'
import { figureReadings } from '../src/sources/figures'
import type { Batch } from '../src/sources/records'
import { moduleRun } from './moduleRun'

const run = moduleRun(['online-info'])
const { city, ids } = run
const readAll = (moment: string) => run.readAll(Date.parse(`${moment}+07:00`))

function latest(id: string, batches: ReadonlyMap<string, Batch>): number | null | undefined {
  const figure = city.figures.get(id)
  return figure && figureReadings(figure, city.area, batches).latest?.value
}

const MOMENTS = [
  ['Monday at 10:00', '2026-11-23T10:00:00'],
  ['Saturday at 15:20', '2026-11-28T15:20:00'],
  ['Sunday at 03:00', '2026-11-22T03:00:00'],
  ['New Year at midnight', '2027-01-01T00:00:00'],
] as const

describe.each(MOMENTS)('online information on %s', (_, moment) => {
  const now = Date.parse(`${moment}+07:00`)
  const reading = readAll(moment)

  it.each(ids)('lets every record of %s in', async (id) => {
    const batch = (await reading).get(id)
    expect(batch?.dropped).toEqual([])
    expect(batch?.total).toBeGreaterThan(0)
  })

  it('gives plain text, and reaches back two days for the comparison of topics', async () => {
    for (const [id, { posts }] of await reading) {
      for (const { title, text = '', at } of posts) {
        expect(`${title} ${text}`, id).not.toMatch(/[<>&{}]|undefined/)
        expect(at, id).toBeLessThanOrEqual(now)
      }
    }
    const mentions = (await reading).get('oi-mentions')?.posts ?? []
    expect(mentions.some(({ at }) => at < now - 2 * 86_400_000)).toBe(true)
  })

  it('counts the same in the list and in the statistics', async () => {
    const batches = await reading
    const mentions = batches.get('oi-mentions')?.posts ?? []
    const waiting = mentions.filter(({ answerBy, answeredAt }) => answerBy !== undefined && !answeredAt)
    const midnight = Date.parse(`${moment.slice(0, 10)}T00:00:00+07:00`)
    const ofToday = mentions.filter(({ at }) => at >= midnight).length
    expect(latest('oi-mentions-today', batches)).toBe(ofToday)
    expect(latest('oi-unanswered', batches)).toBe(waiting.length)
    expect(latest('oi-late-answers', batches)).toBe(
      waiting.filter(({ answerBy = Infinity }) => answerBy < now).length,
    )
    const hours = city.figures.get('oi-mentions-hour')
    const byTone = hours && figureReadings(hours, city.area, batches).all
    const sum = (parts: boolean) =>
      byTone
        ?.filter(({ dims }) => Object.keys(dims).length === (parts ? 1 : 0))
        .reduce((all, { value }) => all + (value ?? 0), 0)
    expect([sum(false), sum(true)]).toEqual([ofToday, ofToday])
  })

  it('gives every figure a plausible value and answers the same again', async () => {
    const batches = await reading
    for (const [id, { plausible }] of city.figures) {
      const [low, high] = plausible ?? [0, -1]
      const value = latest(id, batches)
      expect(value, id).toBeGreaterThanOrEqual(low)
      expect(value, id).toBeLessThanOrEqual(high)
    }
    expect(await readAll(moment)).toEqual(batches)
  })
})

describe('the two feeds', () => {
  it('come from a paper that lists its newest article twice and from the city portal', async () => {
    const batches = await readAll('2026-11-23T10:00:00')
    const press = batches.get('oi-press')?.posts ?? []
    expect(new Set(press.map(({ id }) => id)).size).toBe(press.length)
    expect(press[0]?.publisher).toBe('Báo địa phương (mô phỏng)')
    expect(batches.get('oi-portal')?.posts[0]?.publisher).toBe('Cổng thông tin điện tử')
  })
})
