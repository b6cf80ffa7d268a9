// @vitest-environment node
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { simulate } from '../src/simulator'
import { cityRun, historyOf, holdsAtAnyMoment } from './cityRun'

const run = cityRun('dan-phuong')
const { city } = run

holdsAtAnyMoment(run)

/** Figures as the report of 25/04/2024 prints them: period, value, qualifier. */
const PRINTED = [
  ['commune-teams', '2024-04', 16, 'exact'],
  ['community-teams', '2024-04', 129, 'exact'],
  ['team-members', '2024-04', 1015, 'exact'],
  ['smart-hamlets', '2024-04', 100, 'exact'],
  ['par-index', '2023', 93.86, 'exact'],
  ['hn-villages', '2024', 3064, 'exact'],
  ['hn-districts', '2024', 18, 'exact'],
  ['hn-members', '2024', 23726, 'approx'],
  ['hn-fibre', '2024', 100, 'exact'],
  ['hn-wan', '2024', 100, 'exact'],
] as const

describe('the figures of the published report', async () => {
  const batches = await run.readAll(Date.parse('2026-11-23T10:00:00+07:00'))
  const history = (id: string) => historyOf(run, batches, id)

  it.each(PRINTED)('say %s of %s as printed', (figure, period, value, qualifier) => {
    expect(history(figure).map(({ asOf }) => asOf.kind)).not.toContain('instant')
    const readings = history(figure).filter(({ asOf }) => asOf.kind === 'month' || asOf.kind === 'year')
    expect(readings).toMatchObject([{ value, qualifier, document: 'article' }])
    expect(readings[0]?.asOf.start).toBe(
      Date.parse(`${period.length === 4 ? `${period}-01` : period}-01T00:00:00+07:00`),
    )
  })

  it('are all the dated values there are: nothing is invented for the past', () => {
    const dated = [...city.figures.keys()].filter((id) =>
      history(id).some(({ asOf }) => asOf.start < Date.parse('2026-01-01')),
    )
    expect(dated.toSorted()).toEqual(PRINTED.map(([figure]) => figure).toSorted())
  })

  it('place the district 21st of 30, two places up, with 2022 as it follows from the printed rise', () => {
    const [reading] = history('par-index')
    expect(reading?.rank).toMatchObject({ place: 21, outOf: 30, moved: 2 })
    expect(reading?.compare).toMatchObject([{ kind: 'previous', value: 91.73, asOf: { text: '2022' } }])
    expect(((reading?.value ?? 0) - (reading?.compare[0]?.value ?? 0)).toFixed(2)).toBe('2.13')
  })

  it('keep n of m, and speak of Hà Nội where they are Hà Nội’s', () => {
    expect(history('hn-wan')[0]?.of).toEqual({ numerator: 579, denominator: 579 })
    expect(history('hn-districts')[0]?.of).toEqual({ numerator: 18, denominator: 30 })
    const hanoi = PRINTED.map(([figure]) => figure).filter((figure) => figure.startsWith('hn-'))
    expect(hanoi.map((figure) => history(figure)[0]?.area)).toEqual(hanoi.map(() => 'ha-noi'))
  })

  it.each([
    ['community-teams', 129],
    ['team-members', 1015],
  ])('of %s add up over the sixteen units', (figure, sum) => {
    const parts = (batches.get('teams-register')?.readings ?? []).filter(
      (reading) => reading.figure === figure && reading.area !== city.area,
    )
    expect(parts).toHaveLength(16)
    expect(parts.reduce((total, { value }) => total + (value ?? 0), 0)).toBe(sum)
    expect(parts.every(({ note }) => note?.vi.includes('mô phỏng'))).toBe(true)
  })

  it('have one point on the map for each team, in its unit, with as many members as the register', () => {
    const points = batches.get('teams')?.features ?? []
    const register = batches.get('teams-register')?.readings ?? []
    expect(points).toHaveLength(129)
    const members = points.reduce((total, { props }) => total + Number(props.soThanhVien), 0)
    expect(members).toBe(1015)
    for (const { figure, area, value } of register) {
      if (figure === 'community-teams' && area !== city.area)
        expect(
          points.filter((point) => point.area === area),
          area,
        ).toHaveLength(value ?? -1)
    }
    expect(points.every(({ props, accuracy }) => props.moPhong === true && accuracy === 'schematic')).toBe(
      true,
    )
  })

  it('name the documents with their dates, and Hà Nội’s three key tasks', () => {
    const items = batches.get('programmes')?.items ?? []
    expect(items.map(({ title, at }) => [title, at])).toEqual([
      ['NQ 28-NQ/HU', '20/12/2021'],
      ['KH 310/KH-UBND', '20/12/2023'],
      ['Xây dựng mô hình CĐS cấp xã', '2024'],
      [
        'Ba nhiệm vụ: dữ liệu, quy trình; nền tảng; ứng dụng, dịch vụ, thanh toán không tiền mặt, liên thông DVCTT',
        '2024',
      ],
    ])
    const tasks = batches.get('key-tasks')?.cases ?? []
    expect([...new Set(tasks.map(({ category }) => category))]).toEqual([
      'Cơ sở dữ liệu, quy trình',
      'Nền tảng số',
      'Ứng dụng, dịch vụ số',
    ])
  })

  it('cover every statement of the report by some figure, source or panel', () => {
    const entries = [...city.sources.values(), ...city.figures.values()]
    const told = new Set(entries.flatMap(({ ref }) => ref ?? []))
    const wanted = Array.from({ length: 14 }, (_, index) => `S4-${index + 1}`)
    expect(wanted.filter((ref) => !told.has(ref))).toEqual([])
  })
})

const GATEWAY = 'https://dan-phuong.example/gw/'

describe('the tasks of plan KH 310', () => {
  const Board = v.object({
    result: v.array(
      v.object({
        nhomNhiemVu: v.string(),
        trangThai: v.picklist(['CHUA_BAT_DAU', 'DANG_THUC_HIEN', 'HOAN_THANH']),
        hanXuLy: v.string(),
        ngayHoanThanh: v.nullable(v.string()),
      }),
    ),
  })
  /** 23/11/2026 17:00:00 in Vietnam. */
  const at = (text: string) => {
    const [date = '', time = ''] = text.split(' ')
    return Date.parse(`${date.split('/').reverse().join('-')}T${time}+07:00`)
  }
  const boardAt = async (now: number) => {
    const request = new Request(`${GATEWAY}nhiemvu/kh310`)
    const response = await simulate(request, { place: 'dan-phuong', seed: 2024, gateway: GATEWAY }, now)
    return v.parse(Board, await response?.json()).result
  }

  it('stand on the board as three key tasks, over the weeks in every state and never most of them late', async () => {
    const start = Date.parse('2026-09-01T10:00:00+07:00')
    for (let week = 0; week < 12; week++) {
      const now = start + week * 604_800_000
      const tasks = await boardAt(now)
      expect(new Set(tasks.map(({ nhomNhiemVu }) => nhomNhiemVu)).size).toBe(3)
      const overdue = tasks.filter((task) => task.trangThai !== 'HOAN_THANH' && at(task.hanXuLy) < now)
      expect(overdue.length, `week ${week}`).toBeLessThan(8)
      expect(new Set(tasks.map(({ trangThai }) => trangThai)).size, `week ${week}`).toBeGreaterThan(1)
      for (const { ngayHoanThanh } of tasks)
        if (ngayHoanThanh !== null) expect(at(ngayHoanThanh)).toBeLessThanOrEqual(now)
    }
  })

  it('are piloted in every unit on the three pillars', async () => {
    const batches = await run.readAll(Date.parse('2026-11-23T10:00:00+07:00'))
    const pilot = batches.get('commune-pilot')?.cases ?? []
    const pairs = new Set(pilot.map(({ area, category }) => `${area} ${category}`))
    expect(pairs.size).toBe(16 * 3)
  })
})

describe('the areas of Đan Phượng', () => {
  it('end on 30 June 2025 and name the communes after them; the code of Phùng goes on as Đan Phượng’s', () => {
    const { areas } = city
    const units = Object.values(areas).filter(({ parent }) => parent === 'dan-phuong')
    expect(units).toHaveLength(16)
    expect(units.every(({ validTo }) => validTo === '2025-06-30')).toBe(true)
    const after = ['dan-phuong-2025', 'o-dien-2025', 'lien-minh-2025']
    expect(areas['dan-phuong']?.successors?.map(({ area }) => area)).toEqual(after)
    expect(after.map((id) => [areas[id]?.code, areas[id]?.validFrom])).toEqual([
      ['09784', '2025-07-01'],
      ['09817', '2025-07-01'],
      ['09787', '2025-07-01'],
    ])
    expect(areas.phung).toMatchObject({ code: '09784', successors: [{ area: 'dan-phuong-2025', share: 1 }] })
  })
})

describe('Hà Nội’s open-data portal', () => {
  const ask = async (path: string) => {
    const request = new Request(`${GATEWAY}dulieumo/api/3/action/${path}`)
    const response = await simulate(request, { place: 'dan-phuong', seed: 1, gateway: GATEWAY }, 0)
    return { status: response?.status, body: await response?.json() }
  }

  it('pages like CKAN and tells how many there are', async () => {
    const { body } = await ask('datastore_search?resource_id=ha-tang-so-cap-xa&limit=1&offset=1')
    expect(body).toMatchObject({
      success: true,
      result: { total: 2, limit: 1, records: [{ chi_tieu: 'wan' }] },
    })
  })

  it('says like CKAN that it has no such resource', async () => {
    expect(await ask('datastore_search?resource_id=x')).toMatchObject({
      status: 404,
      body: { success: false, error: { __type: 'Not Found Error' } },
    })
  })
})
