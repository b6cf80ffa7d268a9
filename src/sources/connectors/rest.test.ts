import { http as msw, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { server } from '../../../tests/msw'
import { SourceFault } from '../contract'
import { answering, BOUNDS, contextWith, NOW, ORIGIN, realHttp } from '../fixtures'
import type { Batch } from '../records'
import { settle } from '../settle'
import rest from './rest'

const read = (options: unknown, json: unknown) => rest.prepare(options)(contextWith(answering(json)))

async function kindOf(reading: Promise<unknown>) {
  const result = await reading.catch((error: unknown) => error)
  return result instanceof SourceFault ? result.kind : 'read'
}

const record = { path: '$.x' }
const oneFigure = (more: object = {}, reading: object = {}) => ({
  via: 'a',
  records: [{ each: '$[*]', reading: { figure: 'f', value: record, ...reading } }],
  ...more,
})
const values = ({ readings }: Batch) => readings.map(({ value }) => value)

describe('a REST source', () => {
  it('reads figures with everything that belongs to them', async () => {
    const options = {
      via: 'a',
      locale: 'vi-VN',
      success: { path: '$.success', equals: true },
      observedAt: { path: '$.capNhat', pattern: 'dd/MM/yyyy HH:mm:ss' },
      records: [
        {
          each: '$.data[*]',
          where: { path: '$.loai', equals: 'tổng' },
          reading: {
            figure: { path: '$.ma', enum: { HS01: 'ho-so' } },
            value: { path: '$.tyLe' },
            qualifier: { const: 'gt' },
            of: { numerator: { path: '$.n' }, denominator: { path: '$.m' } },
            rank: {
              place: { path: '$.hang' },
              outOf: 63,
              moved: { path: '$.tang' },
              scope: { vi: 'cả nước', en: 'nationwide' },
            },
            compare: [
              { kind: 'previous', value: { path: '$.truoc' }, asOf: '2022' },
              { kind: 'nation', value: { path: '$.khongCo' } },
            ],
            asOf: { path: '$.ky', pattern: 'MM/yyyy', period: 'month' },
            dims: { agency: { path: '$.donVi' } },
          },
        },
      ],
    }
    const row = {
      loai: 'tổng',
      ma: 'HS01',
      tyLe: '86,5',
      n: 173,
      m: 200,
      hang: '24',
      tang: 20,
      truoc: '61',
      ky: '04/2023',
      donVi: '\u00d0oàn',
    }
    const answer = { success: true, capNhat: '30/04/2023 18:25:00', data: [row, { loai: 'khác' }] }
    const batch = await read(options, answer)
    expect(batch).toMatchObject({ total: 1, dropped: [], observedAt: NOW })
    expect(batch.readings).toEqual([
      {
        figure: 'ho-so',
        area: 'kien-an',
        dims: { agency: 'Đoàn' },
        value: 86.5,
        qualifier: 'gt',
        of: { numerator: 173, denominator: 200 },
        rank: { place: 24, outOf: 63, moved: 20, scope: { vi: 'cả nước', en: 'nationwide' } },
        compare: [
          { kind: 'previous', value: 61, asOf: expect.objectContaining({ kind: 'year', text: '2022' }) },
        ],
        asOf: expect.objectContaining({ kind: 'month', text: '2023-04' }),
        observedAt: NOW,
        quality: 'live',
      },
    ])
  })

  it('drops what is not a number, counts it with a sample, and keeps null as missing', async () => {
    const wrong = ['n/a', '1,234', true, 1e999, '', [], {}].map((x) => ({ x }))
    const batch = await read(oneFigure(), [{ x: 5 }, { x: -0 }, { x: null }, ...wrong, { y: 1 }])
    expect(values(batch)).toEqual([5, 0, null])
    expect(batch.readings.map(({ quality }) => quality)).toEqual(['live', 'live', 'missing'])
    expect(batch).toMatchObject({ total: 11 })
    expect(batch.dropped).toHaveLength(8)
    expect(batch.dropped[0]).toEqual({
      path: '$[*] 3 $.x',
      reason: 'a number in a string needs a locale',
      sample: '"n/a"',
    })
  })

  it('samples only the first twenty of many drops, redacted', async () => {
    const { dropped } = await read(
      oneFigure(),
      Array.from({ length: 50 }, () => ({ x: 'gọi 0912345678' })),
    )
    expect(dropped).toHaveLength(50)
    expect(dropped.filter(({ sample }) => sample !== '')).toHaveLength(20)
    expect(JSON.stringify(dropped)).not.toContain('0912345678')
  })

  it('drops a part whose name is missing, since it would pass for the whole', async () => {
    const options = oneFigure({}, { dims: { agency: { path: '$.donVi' } }, area: { path: '$.xa' } })
    const rows = [
      { x: 1, donVi: 'A', xa: 'b' },
      { x: 2, xa: 'b' },
      { x: 3, donVi: 'A' },
    ]
    expect(values(await read(options, rows))).toEqual([1])
  })

  it('speaks of the moment of its own time when it names no period', async () => {
    const options = oneFigure({}, { observedAt: { path: '$.t', pattern: 'epoch-s' } })
    const { readings } = await read(options, [{ x: 1, t: NOW / 1000 - 60 }, { x: 2 }])
    expect(readings.map(({ asOf }) => asOf.start)).toEqual([NOW - 60_000, NOW])
  })

  it('refuses an answer whose time cannot be read', async () => {
    const options = { ...oneFigure({}), observedAt: { path: '$[0].t' } }
    expect(await kindOf(read(options, [{ x: 1, t: 'hôm qua' }]))).toBe('shape')
    expect(await kindOf(read(options, [{ x: 1 }]))).toBe('shape')
  })

  it('reads objects and rows from the same answer', async () => {
    const options = {
      url: 'a',
      records: [
        {
          each: '$.tram[*]',
          feature: {
            id: { path: '$.ma' },
            name: { path: '$.ten' },
            lon: { path: '$.kinhDo' },
            lat: { path: '$.viDo' },
            status: { path: '$.tt', enum: { tốt: 'ok' } },
            accuracy: 'surveyed',
            links: [{ label: 'Xem', url: { path: '$.web' } }],
          },
        },
        { each: '$.vb[*]', item: { id: { path: '$.so' }, title: { path: '$.ten' }, at: { path: '$.ngay' } } },
      ],
    }
    const answer = {
      tram: [
        { ma: 1, ten: 'Trạm 1', kinhDo: 106.6, viDo: 20.8, tt: 'tốt', web: 'https://a.vn' },
        { ma: 2, ten: 'Trạm 2', kinhDo: '106.6', viDo: 20.8, tt: 'tốt' },
        { ma: 3, ten: 'Trạm 3', kinhDo: 106.6, viDo: 20.8, tt: 'mới thấy' },
        { ma: 4, ten: 'Trạm 4', kinhDo: null, viDo: 20.8 },
      ],
      vb: [{ so: '12/QĐ', ten: 'Quyết định', ngay: '30/04/2023' }, { so: '13/QĐ' }],
    }
    const batch = await read(options, answer)
    expect(batch.features.map(({ id, status }) => [id, status])).toEqual([
      ['1', 'ok'],
      ['3', 'unknown'],
    ])
    expect(batch.features[0]).toMatchObject({
      accuracy: 'surveyed',
      links: [{ label: 'Xem', url: 'https://a.vn' }],
    })
    expect(batch.items).toEqual([{ id: '12/QĐ', title: 'Quyết định', at: '30/04/2023' }])
    expect([batch.total, batch.dropped.length]).toEqual([6, 3])
  })

  it('asks by form with nested JSON and the year filled in', async () => {
    let asked = new URLSearchParams()
    server.use(
      msw.post(`${ORIGIN}/dvcqg`, async ({ request }) => {
        asked = new URLSearchParams(await request.text())
        return HttpResponse.json([{ TONG_SCORE: '85,2', ROW_STT: 2 }])
      }),
    )
    const options = {
      via: 'dvcqg',
      method: 'POST',
      body: { form: { params: { service: 'report_tinh_766_service', p_nam: '{{year}}' } } },
      locale: 'vi-VN',
      records: [
        { each: '$[*]', reading: { figure: 'diem-766', value: { path: '$.TONG_SCORE' } } },
        { each: '$[*]', reading: { figure: 'hang-766', rank: { place: { path: '$.ROW_STT' } } } },
      ],
    }
    const batch = await rest.prepare(options)(contextWith(realHttp()))
    expect(JSON.parse(asked.get('params') ?? '')).toEqual({
      service: 'report_tinh_766_service',
      p_nam: '2023',
    })
    expect(values(batch)).toEqual([85.2, 2])
  })
})

/** Mutations of a good answer: nothing may throw anything but a fault, and no value may be made up. */
describe('a list whose records have lost the field that chooses among them', () => {
  const reading = { figure: 'f', value: record }
  const rows = [
    { ma: 'A', x: 1 },
    { ma: 'B', x: 2 },
  ]
  const renamed = rows.map(({ ma, x }) => ({ maMoi: ma, x }))
  const asks = (entry: object) => ({ via: 'a', records: [{ reading, ...entry }] })

  it.each([
    ['a condition', { each: '$.d[*]', where: { path: '$.ma', equals: 'A' } }],
    ['a path', { each: "$.d[?@.ma == 'A']" }],
  ])('has another format, and is not an empty one: %s', async (_, entry) => {
    expect(await kindOf(read(asks(entry), { d: renamed }))).toBe('shape')
    expect(values(await read(asks(entry), { d: rows }))).toEqual([1])
  })

  it.each([
    ['nothing of that kind', [{ ma: 'B', x: 2 }]],
    ['nothing at all', []],
  ])('may still say that there is %s', async (_, d) => {
    expect(await read(asks({ each: "$.d[?@.ma == 'A']" }), { d })).toMatchObject({ total: 0 })
  })
})

describe('two hundred broken answers', () => {
  const good = {
    success: true,
    capNhat: '30/04/2023 18:25:00',
    data: Array.from({ length: 12 }, (_, i) => ({ tyLe: `${i},5`, ky: '04/2023' })),
  }
  const junk = [null, undefined, '', 'NaN', -1, 1e999, true, [], {}, '<b>x</b>', { tyLe: 1 }]

  function mutate(seed: number): unknown {
    let state = seed * 2654435761
    const next = (below: number) => {
      state = (state * 1664525 + 1013904223) >>> 0
      return state % below
    }
    const spoil = (value: unknown): unknown => {
      if (next(6) === 0) return junk[next(junk.length)]
      if (Array.isArray(value)) return value.map(spoil)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [next(9) === 0 ? `${key}_` : key, spoil(inner)]),
      )
    }
    return spoil(good)
  }

  it('never give a value that is not a finite number, and never pass with more than a fifth lost', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const result = await read(rest.example, mutate(seed))
        .then((batch) => settle(batch, { bounds: BOUNDS, now: NOW }))
        .catch((error: unknown) => error)
      if (result instanceof SourceFault) continue
      if (result instanceof Error) throw result
      expect(result).toMatchObject({ dropped: expect.any(Array) })
      expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/)
    }
  })
})
