import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { City } from '../src/city/schema'
import { kinds } from '../src/kinds'
import { sourcesOf } from '../src/panels/gather'
import { figureReadings } from '../src/sources/figures'
import type { Batch, Case } from '../src/sources/records'
import { moduleRun } from './moduleRun'

const MODULES = { traffic: 'tr-', security: 'se-', 'citizen-reports': 'cr-', 'call-centre': 'cc-' }
const NAMES = Object.keys(MODULES)
const fileOf = (path: string) => readFileSync(`public/cities/${path}.json`, 'utf8')
const RUNS = new Map(['kien-an', 'ha-long'].map((id) => [id, moduleRun(NAMES, id)]))
const known = new Map<string, Promise<Map<string, Batch>>>()

function readAll(city: City, moment: string): Promise<Map<string, Batch>> {
  const run = RUNS.get(city.id)
  if (!run) throw new Error(city.id)
  return run.readAll(Date.parse(`${moment}+07:00`))
}

function once(city: City, moment: string): Promise<Map<string, Batch>> {
  const key = `${city.id} ${moment}`
  const reading = known.get(key) ?? readAll(city, moment)
  known.set(key, reading)
  return reading
}

const CITIES = [...RUNS.values()].map(({ city }) => city)
const KIEN_AN = moduleRun(NAMES).city

async function valueAt(figure: string, moment: string, city = KIEN_AN): Promise<number> {
  const found = city.figures.get(figure)
  if (!found) throw new Error(`no figure ${figure}`)
  return figureReadings(found, city.area, await once(city, moment)).latest?.value ?? Number.NaN
}

const casesAt = async (source: string, moment: string, city = KIEN_AN): Promise<readonly Case[]> =>
  (await once(city, moment)).get(source)?.cases ?? []

const RUSH = '2026-11-23T17:30:00'
const MORNING = '2026-11-23T08:00:00'
const NIGHT = '2026-11-22T03:00:00'
const MOMENTS = [MORNING, RUSH, NIGHT, '2027-01-01T00:00:00', '2026-11-27T11:47:20']
const EVERYWHERE = CITIES.flatMap((city) => MOMENTS.map((moment) => [city.id, moment, city] as const))

describe.each(EVERYWHERE)('traffic, security, reports and calls of %s at %s', (_, moment, city) => {
  const now = Date.parse(`${moment}+07:00`)

  it('let every record in', async () => {
    for (const [id, { dropped, total }] of await once(city, moment)) {
      expect(dropped, id).toEqual([])
      expect(total, id).toBeGreaterThan(0)
    }
  })

  it('give plausible values whose n of m agree, in areas that exist', async () => {
    const readings = [...(await once(city, moment)).values()].flatMap((batch) => batch.readings)
    for (const { figure, value, area, quality } of readings) {
      const [low, high] = city.figures.get(figure)?.plausible ?? [0, -1]
      expect(city.areas, figure).toHaveProperty(area)
      expect(quality, figure).not.toBe('suspect')
      if (value === null) continue
      expect(value, figure).toBeGreaterThanOrEqual(low)
      expect(value, figure).toBeLessThanOrEqual(high)
    }
  })

  it('place every object within the city, only roughly', async () => {
    for (const { area, id, accuracy, quality } of [...(await once(city, moment)).values()].flatMap(
      (b) => b.features,
    )) {
      if (area !== undefined) expect(city.areas, id).toHaveProperty(area)
      expect(accuracy, id).not.toBe('surveyed')
      expect(quality, id).toBe('live')
    }
  })

  it('tell the times of a case in their order, and none that is still to come', async () => {
    const all = [...(await once(city, moment)).values()].flatMap(({ cases }) => cases)
    expect(all.length).toBeGreaterThan(0)
    for (const { id, openedAt = 0, respondedAt, closedAt, dueAt = 0, area } of all) {
      expect(openedAt, id).toBeLessThanOrEqual(now)
      expect(dueAt, id).toBeGreaterThan(openedAt)
      if (respondedAt !== undefined) expect(respondedAt, id).toBeGreaterThan(openedAt)
      if (respondedAt !== undefined) expect(respondedAt, id).toBeLessThanOrEqual(closedAt ?? now)
      if (closedAt !== undefined) expect(closedAt, id).toBeLessThanOrEqual(now)
      if (area !== undefined) expect(city.areas, id).toHaveProperty(area)
    }
  })

  it('count as many open reports in the list as in the statistics, late ones included', async () => {
    const open = (await casesAt('cr-reports', moment, city)).filter(({ state }) =>
      ['new', 'doing', 'overdue'].includes(state),
    )
    const late = open.filter(({ state }) => state === 'overdue').length
    expect(open.length).toBe(await valueAt('cr-open', moment, city))
    expect((100 * late) / open.length).toBeCloseTo(await valueAt('cr-overdue-share', moment, city), 0)
  })

  it('state their own time and answer the same again', async () => {
    for (const [id, { observedAt }] of await once(city, moment)) {
      const age = now - (observedAt ?? 0)
      expect(age, id).toBeGreaterThanOrEqual(0)
      expect(age, id).toBeLessThanOrEqual(300_000)
    }
    expect(await readAll(city, moment)).toEqual(await once(city, moment))
  })
})

describe('the modules of traffic, security, reports and calls', () => {
  it.each(Object.entries(MODULES))('keep the names of %s apart by a prefix of their own', (id, prefix) => {
    const file = v.parse(v.looseObject({}), JSON.parse(fileOf(`modules/${id}`)))
    for (const part of ['organisations', 'sources', 'figures', 'layers', 'panels', 'scenes']) {
      const names = Object.keys(v.parse(v.record(v.string(), v.unknown()), file[part]))
      expect(names.filter((each) => !each.startsWith(prefix))).toEqual([])
    }
  })

  it('bring one scene each, of at most seven panels, and show every figure and source they bring', () => {
    const city = KIEN_AN
    expect(city.modules.map(({ ioc, scenes }) => [ioc, scenes])).toEqual([
      [2, ['tr-traffic']],
      [3, ['se-security']],
      [4, ['cr-reports']],
      [6, ['cc-calls']],
    ])
    const needs = city.scenes.flatMap(({ panels }) =>
      panels.flatMap(({ panel }) => {
        const found = city.panels.get(panel)
        return found ? (kinds.panels.get(found.kind)?.prepare(found.options).needs ?? []) : []
      }),
    )
    const drawn = new Set(needs.flatMap(({ figures }) => figures))
    expect([...city.figures.keys()].filter((id) => !drawn.has(id))).toEqual([])
    const layers = city.scenes.flatMap((scene) =>
      scene.layers.flatMap((id) => city.layers.get(id)?.source ?? []),
    )
    const seen = new Set([...needs.flatMap((need) => sourcesOf(need, city)), ...layers])
    expect([...city.sources.keys()].filter((id) => id !== 'wards').filter((id) => !seen.has(id))).toEqual([])
    for (const { panels } of city.scenes) expect(panels.length).toBeLessThanOrEqual(7)
  })
})

describe('the simulated streets', () => {
  it.each(CITIES.map((city) => [city.id, city] as const))(
    'of %s are slower in the rush hour than at night',
    async (_, city) => {
      expect(await valueAt('tr-speed', RUSH, city)).toBeLessThan(
        0.8 * (await valueAt('tr-speed', NIGHT, city)),
      )
      expect(await valueAt('tr-jammed', NIGHT, city)).toBe(0)
    },
  )

  it('jam most in the evening of a working day, and every jam says since when', async () => {
    const jams = ((await once(KIEN_AN, RUSH)).get('tr-segments')?.features ?? []).filter(
      ({ status }) => status === 'alarm',
    )
    expect(jams.length).toBeGreaterThan(0)
    for (const { props } of jams) expect(props.tuLuc).toMatch(/^23\/11\/2026 1[67]:/)
  })

  it('have no buses at night, and then no time between two of them', async () => {
    expect(await valueAt('tr-buses-running', NIGHT)).toBe(0)
    expect(await valueAt('tr-headway', NIGHT)).toBeNaN()
    expect(await valueAt('tr-buses-running', MORNING)).toBeGreaterThan(5)
  })
})

describe('the simulated desks', () => {
  it('keep positions of police cases coarser than 100 m and tell no address', async () => {
    for (const { accuracyM, name: title } of (await once(KIEN_AN, RUSH)).get('se-cases')?.features ?? []) {
      expect(accuracyM).toBeGreaterThanOrEqual(300)
      expect(title).not.toMatch(/\d/)
    }
  })

  it('satisfy about nine of ten people, and handle nearly all reports within a quarter', async () => {
    expect(await valueAt('cr-satisfied', MORNING)).toBeGreaterThan(86)
    expect(await valueAt('cr-satisfied', MORNING)).toBeLessThan(97)
    expect(await valueAt('cr-handled', MORNING)).toBeGreaterThan(97)
  })

  it('answer most questions by machine, and all of them at night', async () => {
    const answered = async (moment: string, by: string) =>
      ((await once(KIEN_AN, moment)).get('cc-statistics')?.readings ?? [])
        .filter(({ figure, dims }) => figure === 'cc-answered' && dims.by === by)
        .reduce((sum, { value }) => sum + (value ?? 0), 0)
    expect(await answered(RUSH, 'may')).toBeGreaterThan(1.5 * (await answered(RUSH, 'nguoi')))
    expect(await answered(RUSH, 'nguoi')).toBeGreaterThan(0)
    expect(await answered(NIGHT, 'nguoi')).toBe(0)
  })

  it('let people wait longest on a working morning', async () => {
    const [morning, night] = [
      await valueAt('cc-wait', '2026-11-23T09:00:00'),
      await valueAt('cc-wait', NIGHT),
    ]
    expect(morning).toBeGreaterThan(15)
    expect(night).toBe(0)
  })

  it('take reports by the app of the city: Hạ Long Smart where it is that, 1022 elsewhere', async () => {
    const channels = async (city: City) =>
      new Set((await casesAt('cr-reports', MORNING, city)).map(({ channel }) => channel))
    const [kienAn, haLong] = await Promise.all(CITIES.map(channels))
    expect(kienAn).toEqual(new Set(['1022', 'Hòm thư góp ý']))
    expect(haLong).toEqual(new Set(['Hạ Long Smart', 'Hòm thư góp ý']))
  })
})
