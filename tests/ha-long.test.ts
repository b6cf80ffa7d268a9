// @vitest-environment node
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { simulate } from '../src/simulator'
import { cityRun, historyOf, holdsAtAnyMoment } from './cityRun'

const Drawn = v.object({
  features: v.array(
    v.object({
      properties: v.object({
        id: v.optional(v.string()),
        km2: v.optional(v.number()),
        kind: v.optional(v.string()),
        name: v.optional(v.string()),
      }),
      geometry: v.object({ coordinates: v.array(v.unknown()) }),
    }),
  ),
})
const run = cityRun('ha-long')
const { city } = run
holdsAtAnyMoment(run)

/** Figures as the published report prints them: period, value, qualifier. */
const PRINTED = [
  ['electronic-workflows', '2022-04', 100, 'exact'],
  ['staff-signatures', '2022-04', 100, 'exact'],
  ['land-tax-online', '2022-04-25', 150, 'gt'],
  ['services-level-3-4', '2022-04-25', 96.4, 'exact'],
  ['services-level-4', '2022-04-25', 81, 'exact'],
  ['services-level-4-eligible', '2022-04-25', 100, 'exact'],
  ['community-teams', '2022', null, 'exact'],
  ['platforms-quality', '2022', null, 'exact'],
  ['dossiers-per-month', '2022', 5000, 'exact'],
] as const

describe('the figures of the published report', async () => {
  const batches = await run.readAll(Date.parse('2026-11-23T10:00:00+07:00'))
  const history = (id: string) => historyOf(run, batches, id)

  it.each(PRINTED)('say %s in %s as printed', (figure, period, value, qualifier) => {
    const readings = history(figure).filter(({ asOf }) => asOf.text.startsWith(period))
    expect(readings).toMatchObject([{ value, qualifier }])
  })

  it('are all the dated values there are: nothing is invented for the past', () => {
    const printed = new Set(PRINTED.map(([figure, period]) => `${figure} ${period}`))
    const dated = [...city.figures.keys()].flatMap((id) =>
      history(id)
        .filter(({ asOf }) => asOf.kind !== 'instant' && asOf.start < Date.parse('2026-01-01'))
        .map(({ asOf }) => `${id} ${asOf.text}`),
    )
    expect(new Set(dated)).toEqual(printed)
  })

  it('rest each on the article', () => {
    for (const [figure] of PRINTED) expect(history(figure)[0]?.document, figure).toBe('bao-quang-ninh')
  })

  it('keep the range, n of m, the target and the words where no number is printed', () => {
    expect(history('dossiers-per-month')[0]).toMatchObject({ low: 5000, high: 10_000 })
    expect(history('services-level-3-4')[0]?.of).toEqual({ numerator: 271, denominator: 281 })
    expect(history('services-level-4')[0]?.of).toEqual({ numerator: 227, denominator: 281 })
    expect(city.figures.get('core-officers')?.target).toMatchObject({ op: '>=', value: 100 })
    expect(history('staff-signatures')[0]?.note?.vi).toBe('“tất cả”')
    expect(history('platforms-quality')[0]?.note?.vi).toBe('cơ bản đạt yêu cầu')
  })

  it('name the resolution with its date, the lead unit and the app for reports', () => {
    const titles = (source: string) => batches.get(source)?.items.map(({ title, at }) => [title, at])
    expect(titles('programmes')).toEqual([['NQ 09-NQ/TU', '05/02/2022']])
    expect(titles('organisations')?.map(([title]) => title)).toEqual([
      'Phòng Văn hóa – Thông tin',
      'Trung tâm Hành chính công',
      'Hạ Long Smart',
    ])
    expect(titles('sectors')?.map(([title]) => title)).toEqual(['Y tế', 'Giáo dục', 'Du lịch', 'Công nghiệp'])
  })
})

describe('today’s dossiers', () => {
  it('stay within what the centre settles in a month', async () => {
    const gateway = 'https://ha-long.example/gw/ha-long/'
    const evening = Date.parse('2026-11-01T23:59:00+07:00')
    let month = 0
    for (let day = 0; day < 30; day++) {
      const request = new Request(`${gateway}motcua/thongke`)
      const at = evening + day * 86_400_000
      const answer = await simulate(request, { place: 'ha-long', seed: 2022, gateway }, at)
      month += Number(/"tiepNhan":"(\d+)"/.exec((await answer?.text()) ?? '')?.[1] ?? Number.NaN)
    }
    expect(month).toBeGreaterThan(5000)
    expect(month).toBeLessThan(10_000)
  })
})

describe('the nine components of the operations centre', () => {
  it('are listed with the abnormal first, each with what it tells now', async () => {
    const order = ['alarm', 'off', 'warn', 'ok']
    for (const hour of ['03', '10', '17']) {
      const items = (await run.readAll(Date.parse(`2026-11-23T${hour}:00:00+07:00`))).get('components')?.items
      expect(items).toHaveLength(9)
      const ranks = items?.map(({ status }) => order.indexOf(status ?? '')) ?? []
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      for (const { title, text } of items ?? []) expect(text, title).toMatch(/\S/)
    }
  })
})

describe('the areas', () => {
  it('are the thirty-two units as one city until 30 June 2025, and eleven since, which nobody shares out', () => {
    const { successors = [], validTo } = city.areas['ha-long'] ?? {}
    expect(validTo).toBe('2025-06-30')
    expect(successors).toHaveLength(11)
    for (const { area, share } of successors) {
      expect(share).toBeUndefined()
      expect(city.areas[area]?.validFrom).toBe('2025-07-01')
    }
  })

  it('keep two codes apart that were given to other places', () => {
    const named = (code: string) =>
      Object.values(city.areas)
        .filter((area) => area.code === code)
        .map(({ name, validFrom, validTo }) => [name.vi, validFrom, validTo])
    expect(named('06688')).toEqual([
      ['Phường Hạ Long', '2025-07-01', undefined],
      ['Phường Hồng Hải', undefined, '2025-06-30'],
    ])
    expect(named('06685')).toEqual([
      ['Phường Hồng Gai', '2025-07-01', undefined],
      ['Phường Trần Hưng Đạo', undefined, '2025-06-30'],
    ])
  })
})

describe('the schematic map of Hạ Long', () => {
  it('gives the two wards with an official size theirs, and leaves every island out of the water', () => {
    const drawn = (name: string) =>
      v.parse(Drawn, JSON.parse(readFileSync(`public/cities/ha-long/${name}.geojson`, 'utf8'))).features
    const sizes = new Map(drawn('wards').map(({ properties }) => [properties.id, properties.km2]))
    expect([sizes.get('hong-gai'), sizes.get('ha-long-2025')]).toEqual([5, 6.1])
    const base = drawn('base')
    const land = base.filter(({ properties }) => properties.kind === 'land')
    const bay = base.find(({ properties }) => properties.name === 'Vịnh Hạ Long')
    // The city itself is three pieces of land that the sea surrounds on one side only.
    expect(bay?.geometry.coordinates).toHaveLength(1 + land.length - 3)
  })
})
