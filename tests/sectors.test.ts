import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { kinds } from '../src/kinds'
import { figureReadings } from '../src/sources/figures'
import type { Batch } from '../src/sources/records'
import { moduleRun } from './moduleRun'

const MODULES = { health: 'he-', education: 'ed-', tourism: 'to-', platforms: 'pf-' }
const run = moduleRun(Object.keys(MODULES))
const { city, ids } = run
const readAll = (moment: string) => run.readAll(Date.parse(`${moment}+07:00`))

function figure(id: string, batches: ReadonlyMap<string, Batch>) {
  const found = city.figures.get(id)
  if (!found) throw new Error(`no figure ${id}`)
  return figureReadings(found, city.area, batches)
}

const valueAt = async (id: string, moment: string) => figure(id, await readAll(moment)).latest?.value

const MOMENTS = [
  ['Monday at 08:00', '2026-11-23T08:00:00'],
  ['Saturday at 15:00', '2026-11-28T15:00:00'],
  ['Sunday at 03:00', '2026-11-22T03:00:00'],
  ['New Year at midnight', '2027-01-01T00:00:00'],
] as const

describe.each(MOMENTS)('health, education, tourism and platforms on %s', (_, moment) => {
  const reading = readAll(moment)

  it.each(ids)('let every record of %s in', async (id) => {
    const batch = (await reading).get(id)
    expect(batch?.dropped).toEqual([])
    expect(batch?.total).toBeGreaterThan(0)
  })

  it('give plausible values whose n of m agree, in areas that exist', async () => {
    const readings = [...(await reading).values()].flatMap((batch) => batch.readings)
    for (const { figure: id, value, area, quality } of readings) {
      const [low, high] = city.figures.get(id)?.plausible ?? [0, -1]
      expect(city.areas, id).toHaveProperty(area)
      expect(quality, id).not.toBe('suspect')
      if (value === null) continue
      expect(value, id).toBeGreaterThanOrEqual(low)
      expect(value, id).toBeLessThanOrEqual(high)
    }
  })

  it('place every object in an area of the city, marked as schematic or only roughly known', async () => {
    for (const { area, id, accuracy, quality } of [...(await reading).values()].flatMap((b) => b.features)) {
      expect(city.areas, id).toHaveProperty(area ?? '')
      expect(['schematic', 'ward']).toContain(accuracy)
      expect(quality, id).toBe('live')
    }
  })

  it('state their own time and answer the same again', async () => {
    for (const [id, { observedAt }] of await reading) {
      const age = Date.parse(`${moment}+07:00`) - (observedAt ?? 0)
      expect(age, id).toBeGreaterThanOrEqual(0)
      expect(age, id).toBeLessThanOrEqual(300_000)
    }
    expect(await readAll(moment)).toEqual(await reading)
  })
})

describe('the modules of the sectors', () => {
  it.each(Object.entries(MODULES))('keep the names of %s apart by a prefix of their own', (id, prefix) => {
    const file = v.parse(
      v.looseObject({}),
      JSON.parse(readFileSync(`public/cities/modules/${id}.json`, 'utf8')),
    )
    for (const part of ['organisations', 'sources', 'figures', 'layers', 'panels', 'scenes']) {
      const names = Object.keys(v.parse(v.record(v.string(), v.unknown()), file[part]))
      expect(names.filter((each) => !each.startsWith(prefix))).toEqual([])
    }
  })

  it('bring one scene each, of at most seven panels, and show every figure and source they bring', () => {
    expect(city.modules.map(({ ioc, scenes }) => [ioc, scenes])).toEqual([
      [7, ['he-health']],
      [8, ['ed-education']],
      [9, ['to-tourism']],
      [undefined, ['pf-platforms']],
    ])
    const shown = city.scenes.flatMap(({ panels }) => panels.map(({ panel }) => city.panels.get(panel)))
    const needs = shown.flatMap((panel) =>
      panel ? (kinds.panels.get(panel.kind)?.prepare(panel.options).needs ?? []) : [],
    )
    const figures = needs.flatMap((each) => each.figures)
    expect([...city.figures.keys()].filter((id) => !figures.includes(id))).toEqual([])
    for (const { panels, id } of city.scenes) expect(panels.length, id).toBeLessThanOrEqual(7)
  })

  it('name an owner for every figure', () => {
    expect([...city.figures.values()].filter(({ owner }) => owner === undefined)).toEqual([])
  })
})

describe('the roll call', () => {
  it('tells the share of pupils present in every ward on a school morning', async () => {
    const { latest, parts } = figure('ed-attendance', await readAll('2026-11-23T08:00:00'))
    expect(latest?.value).toBeGreaterThan(88)
    expect(parts).toHaveLength(10)
    expect(latest?.compare).toMatchObject([{ kind: 'usual' }])
  })

  it.each(['2026-11-23T06:30:00', '2026-11-28T09:00:00', '2027-01-01T09:00:00', '2026-07-06T09:00:00'])(
    'is missing, and not zero, outside school hours: %s',
    async (moment) => {
      const { latest, parts } = figure('ed-attendance', await readAll(moment))
      expect(latest).toMatchObject({ value: null, quality: 'missing', note: { vi: 'ngoài giờ học' } })
      expect(parts).toEqual([])
    },
  )
})

describe('visitors, rooms and patients', () => {
  it('come to the sites more at weekends and on holidays, and start from nothing at midnight', async () => {
    const [wednesday, sunday, holiday] = await Promise.all([
      valueAt('to-visitors', '2026-11-25T16:00:00'),
      valueAt('to-visitors', '2026-11-29T16:00:00'),
      valueAt('to-visitors', '2027-01-01T16:00:00'),
    ])
    expect(sunday).toBeGreaterThan(2 * (wednesday ?? Infinity))
    expect(holiday).toBeGreaterThan(2 * (wednesday ?? Infinity))
    expect(await valueAt('to-visitors', '2026-11-29T00:00:00')).toBe(0)
  })

  it('take more rooms on Saturday night than on Tuesday night', async () => {
    const tuesday = await valueAt('to-rooms', '2026-11-24T22:00:00')
    expect(await valueAt('to-rooms', '2026-11-28T22:00:00')).toBeGreaterThan((tuesday ?? Infinity) + 10)
  })

  it('add up: sites to the city’s visitors, hours to the visits so far, wards to all dengue cases', async () => {
    const batches = await readAll('2026-11-25T14:00:00')
    const sum = (values: readonly { value: number | null }[]) =>
      values.reduce((all, { value }) => all + (value ?? 0), 0)
    const visitors = figure('to-visitors', batches)
    expect(sum(visitors.parts)).toBe(visitors.latest?.value)
    expect(sum(figure('he-papers', batches).all)).toBe(figure('he-visits', batches).latest?.value)
    const dengue = figure('he-dengue', batches)
    expect(sum(dengue.parts)).toBe(dengue.latest?.value)
  })

  it('see a doctor more on Monday morning than on Sunday morning', async () => {
    const sunday = await valueAt('he-visits', '2026-11-22T10:30:00')
    expect(await valueAt('he-visits', '2026-11-23T10:30:00')).toBeGreaterThan(2 * (sunday ?? Infinity))
  })
})

describe('the platforms of the sectors', () => {
  it('are the eleven that S1-13 names, in five sectors; the share connected is what the list shows', async () => {
    for (const [, moment] of MOMENTS) {
      const batches = await readAll(moment)
      const items = batches.get('pf-status')?.items ?? []
      expect(items).toHaveLength(11)
      expect(new Set(items.map(({ group }) => group)).size).toBe(5)
      const up = items.filter(({ status }) => status !== 'off').length
      expect(figure('pf-online', batches).latest?.of).toEqual({ numerator: up, denominator: 11 })
      expect(batches.get('ed-platforms')?.items).toEqual(items.filter(({ group }) => group === 'Giáo dục'))
    }
  })

  it('fail now and then and come back', async () => {
    const hours = Array.from(
      { length: 12 },
      (_, hour) => `2026-11-${24 + Math.floor(hour / 6)}T${String((hour % 6) * 4).padStart(2, '0')}:00:00`,
    )
    const shares = await Promise.all(hours.map((hour) => valueAt('pf-online', hour)))
    expect(new Set(shares).size).toBeGreaterThan(1)
    expect(shares).toContain(100)
  })
})
