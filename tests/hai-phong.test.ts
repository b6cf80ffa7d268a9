// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { figureReadings } from '../src/sources/figures'
import { simulate } from '../src/simulator'
import { cityRun, historyOf, holdsAtAnyMoment } from './cityRun'

const run = cityRun('hai-phong')
const { city } = run
holdsAtAnyMoment(run)

/** Figures as the published report prints them: period, value, qualifier. */
const PRINTED = [
  ['online-dossiers', '2022-08', 27.9, 'exact'],
  ['agencies-paying', '2022-08', 12, 'exact'],
  ['civil-services', '2022-08', 3, 'exact'],
  ['land-units', '2022', 3, 'exact'],
  ['document-system', '2022-08', 100, 'exact'],
  ['signed-online', '2022-08', 82.6, 'exact'],
  ['official-mailbox', '2022-08', 100, 'exact'],
  ['tasks-total', '2022', 58, 'exact'],
  ['tasks-units', '2022', 21, 'exact'],
  ['tasks-budget', '2022', 470e9, 'exact'],
  ['plans-issued', '2022', 8, 'exact'],
  ['project-cost', '2022-08', 308e9, 'exact'],
  ['network-connected', '2022-08', 99.2, 'exact'],
  ['stations-new', '2022', 214, 'exact'],
  ['stations-total', '2022-08', 2224, 'exact'],
  ['coverage-4g', '2022-08', 100, 'exact'],
  ['mobile-broadband', '2022-08', 40, 'gt'],
  ['fixed-broadband', '2022-08', 60, 'approx'],
  ['cameras-connected', '2022-08', 21, 'exact'],
  ['workshop-participants', '2022-H1', null, 'exact'],
] as const

const MONDAY = Date.parse('2026-11-23T10:00:00+07:00')

const batches = await run.readAll(MONDAY)
const leapDay = await run.readAll(Date.parse('2028-02-29T10:00:00+07:00'))

describe('the figures of the published report', () => {
  const history = (id: string) => historyOf(run, batches, id)

  it.each(PRINTED)('say %s in %s as printed', (figure, period, value, qualifier) => {
    expect(history(figure).filter(({ asOf }) => asOf.text.startsWith(period))).toMatchObject([
      { value, qualifier, document: 'bai-2022-08' },
    ])
  })

  it('are all the dated values there are: nothing is invented for the past', () => {
    const dated = [...city.figures.keys()].flatMap((id) =>
      history(id)
        .filter(({ asOf }) => asOf.start < Date.parse('2026-01-01'))
        .map(() => id),
    )
    expect(dated.toSorted()).toEqual(PRINTED.map(([figure]) => figure).toSorted())
  })

  it('stand beside the nation, the target and the places among 63 provinces', () => {
    expect(city.figures.get('online-dossiers')?.target).toEqual({ op: '>=', value: 60, due: '2022-12-31' })
    expect(history('online-dossiers')[0]?.compare).toMatchObject([{ kind: 'nation', value: 17 }])
    expect(history('mobile-broadband')[0]?.rank).toMatchObject({ place: 24, outOf: 63, moved: 20 })
    expect(history('fixed-broadband')[0]).toMatchObject({
      rank: { place: 38, outOf: 63 },
      compare: [{ kind: 'nation', value: 73.5 }],
    })
    expect(history('fixed-broadband')[0]?.note?.vi).toBe('tăng khoảng 7,7% so với 6/2021')
    expect(history('stations-total')[0]?.note?.vi).toBe('tăng 11% so với cuối năm 2021')
    expect(history('network-connected')[0]?.of).toEqual({ numerator: 251, denominator: 253 })
    expect(history('cameras-connected')[0]?.of).toEqual({ numerator: 21, denominator: 21 })
    expect(history('workshop-participants')[0]?.note?.vi).toBe('hàng nghìn người')
    expect(city.figures.get('staff-trained')?.target?.value).toBe(30_000)
  })

  it('rank the eight agencies above 80 % as printed', () => {
    const figure = city.figures.get('online-dossiers')
    const parts = figure ? figureReadings(figure, city.area, batches).parts : []
    expect(parts.map(({ dims, value, asOf }) => [dims.agency, value, asOf.text.slice(0, 7)])).toEqual([
      ['Sở Nội vụ', 100, '2022-08'],
      ['Sở KH&CN', 99.7, '2022-08'],
      ['Sở Công Thương', 99.2, '2022-08'],
      ['Sở Văn hóa và Thể thao', 98.8, '2022-08'],
      ['Sở Tài chính', 96.4, '2022-08'],
      ['UBND q. Hải An', 92.2, '2022-08'],
      ['Sở Du lịch', 81.8, '2022-08'],
      ['UBND h. Kiến Thụy', 80.6, '2022-08'],
    ])
  })

  it('show the two units without the data network on the map, and the three with land data', () => {
    expect(batches.get('network')?.features.map(({ status, props }) => [status, props.moPhong])).toEqual([
      ['off', true],
      ['off', true],
    ])
    expect(batches.get('land-data')?.features.map(({ area }) => area)).toEqual([
      'hong-bang',
      'do-son',
      'an-duong',
    ])
  })

  it('tell the project’s stages, what the rest of 2022 was to bring, and nine workshops of its first half', () => {
    const statuses = (id: string) => batches.get(id)?.items.map(({ status }) => status)
    expect(statuses('project')).toEqual(['ok', 'ok', 'warn'])
    expect(statuses('milestones')).toEqual(Array.from({ length: 6 }, () => 'unknown'))
    const workshops = batches.get('events')?.items.filter(({ group }) => group === 'Hội thảo')
    expect(workshops?.map(({ at }) => at)).toEqual(Array.from({ length: 9 }, () => '2022-H1'))
  })

  it('cover every statement of the report by a figure, a source or a module', () => {
    const file = [...city.sources.values(), ...city.figures.values()]
    // The two modules are left out of this run; cities.test.ts reads the file with them.
    const told = new Set([...file.flatMap(({ ref }) => ref ?? []), 'S3-15', 'S3-27'])
    const wanted = Array.from({ length: 30 }, (_, index) => `S3-${index + 1}`)
    expect(wanted.filter((ref) => !told.has(ref))).toEqual([])
  })
})

describe('the tasks', () => {
  it('are 58 of 21 units and add up to 470 tỷ đồng, the project of 308 among them', () => {
    for (const day of [batches, leapDay]) {
      const cases = day.get('tasks')?.cases ?? []
      const budget = (some: typeof cases) => some.reduce((sum, each) => sum + (each.budget ?? 0), 0)
      expect(cases).toHaveLength(58)
      expect(new Set(cases.map(({ agency }) => agency)).size).toBe(21)
      expect(budget(cases)).toBe(470e9)
      expect(budget(cases.filter(({ budget = 0 }) => budget > 50e9))).toBe(308e9)
    }
  })

  it('are judged alike by the tracker and by our clock', () => {
    const overdue = batches.get('tasks')?.cases.filter(({ state }) => state === 'overdue') ?? []
    expect(overdue).toHaveLength(historyOf(run, batches, 'tasks-overdue')[0]?.value ?? -1)
    for (const { dueAt = 0 } of overdue) expect(dueAt).toBeLessThan(MONDAY)
  })
})

describe('the simulated network', () => {
  it('has 2.224 stations and coverage of less than 3 MB', async () => {
    const gateway = 'https://hai-phong.example/gw/hai-phong/'
    const pages = await Promise.all(
      [0, 1000, 2000].map(async (offset) => {
        const address = `${gateway}ogc/collections/vung-phu/items?limit=1000&offset=${offset}`
        const answer = await simulate(
          new Request(address),
          { place: 'hai-phong', seed: 2022, gateway },
          MONDAY,
        )
        return (await answer?.text()) ?? ''
      }),
    )
    expect(pages.join('').match(/"congNghe":"4G"/g)).toHaveLength(2224)
    expect(pages.join('').length).toBeLessThan(3_000_000)
  })
})

describe('the cameras of the one-stop services', () => {
  it('are 21, with a state each and never a picture', () => {
    const cameras = batches.get('one-stop-cameras')
    expect(cameras?.features).toHaveLength(21)
    for (const { props, links } of cameras?.features ?? []) {
      expect(props.riengTu).toBe('chỉ trạng thái')
      expect(links).toEqual([])
    }
  })
})
