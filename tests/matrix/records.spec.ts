import { ANSWERS, PERIOD, placesAt } from './city'
import { expect, instead, spoil, test, type Stage } from './stage'

type Row = Record<string, unknown>

/** The hundred places, the first ones replaced. */
function placesWith(...spoilt: unknown[]) {
  const { features, ...rest } = placesAt()
  return { ...rest, features: [...spoilt, ...features.slice(spoilt.length)] }
}

const point = (id: string, coordinates: unknown) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates },
  properties: { name: id },
})

/** Wards as the source answers them, each row changed. */
const wards = (change: (row: Row, index: number) => Row) =>
  instead(() => {
    const at = Date.now()
    return {
      at,
      rows: Array.from({ length: 12 }, (_, index) => change({ ward: `w${index + 1}`, n: 10 + index }, index)),
    }
  })

async function stateOf(stage: Stage, id: string, state: string) {
  await expect.poll(async () => (await stage.source(id)).state, { timeout: 20_000 }).toBe(state)
}

test('row 28: of 100.000 objects 20.000 are drawn, it is said so, and the screen goes on', async ({
  stage,
}) => {
  stage.city.state.city.sources.cameras = {
    ...stage.city.state.city.sources.cameras,
    // As often as anybody would ask for so much.
    every: 'PT30S',
    timeout: 'PT20S',
    records: [
      { each: '$.rows[*]', feature: { id: { path: '$[0]' }, lon: { path: '$[1]' }, lat: { path: '$[2]' } } },
    ],
  }
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => [`c${index}`, 106.6 + (index % 1000) / 10_000, 20.85])
  stage.city.order(
    'cameras',
    instead(() => ({ at: Date.now(), rows: many(100_000) })),
  )
  await stage.visit()
  await stage.othersLive('cameras')
  await expect(stage.page.locator('body')).toContainText(/20\.000 \/ 100\.00\d/)
  await expect(stage.panel('cameras')).toHaveAttribute('data-state', /live|partial/)
  stage.ends({ recovery: false, why: 'the city of this row has another form of cameras' })
})

const CHANGES = {
  renamed: ({ n, ...row }: Row) => ({ ...row, soLuong: n }),
  missing: ({ n: _, ...row }: Row) => row,
  'of another type': (row: Row) => ({ ...row, n: { value: row.n } }),
}
test('row 30: a field that changes in one record of twelve costs that record, in all of them the source', async ({
  stage,
}) => {
  await stage.open()
  for (const change of Object.values(CHANGES)) {
    stage.city.order(
      'wards',
      wards((row, index) => (index === 0 ? change(row) : row)),
    )
    await stage.become({ wards: 'partial' })
    await expect(stage.panel('wards')).toHaveAttribute('data-dropped', '1')
    stage.city.order('wards', wards(change))
    await stage.become({ wards: 'invalid' })
    await expect(stage.panel('wards')).toContainText('Phường 12')
    expect((await stage.source('wards')).fault).toMatch(/12 of 12 records/)
  }
})

test('row 32: "n/a", "1,234", true and 1e999 are gaps that are counted, never values', async ({ stage }) => {
  await stage.open()
  for (const json of ['"n/a"', '"1,234"', 'true', '1e999']) {
    stage.city.order('wards', (res, answer) => {
      const rows = Array.from({ length: 12 }, (_, i) => `{"ward":"w${i + 1}","n":${i === 0 ? json : 10 + i}}`)
      res.writeHead(200, answer.headers).end(`{"at":${Date.now()},"rows":[${rows.join(',')}]}`)
    })
    await stage.become({ wards: 'partial' })
    await expect(stage.panel('wards')).toHaveAttribute('data-dropped', '1')
    await expect(stage.panel('wards')).toContainText('21')
    await expect(stage.panel('wards')).not.toContainText('1.234')
    stage.city.clear()
    await stage.othersLive()
  }
})

test('row 32: NaN, which is no JSON, is INVALID, and minus zero is zero', async ({ stage }) => {
  await stage.open()
  stage.city.order(
    'speed',
    instead(() => `{"at":${Date.now()},"value":NaN}`),
  )
  stage.city.order(
    'river',
    instead(() => `{"at":${Date.now()},"value":-0}`),
  )
  await stage.become({ speed: 'invalid' })
  await expect(stage.value('speed')).toHaveAttribute('data-value', /\d/)
  await expect(stage.value('level')).toHaveText(/^0(,00)?$/)
})

test('row 33: of two records with one id one is drawn and one is counted', async ({ stage }) => {
  await stage.open()
  stage.city.order(
    'places',
    instead(() => placesWith(point('p1', [106.61, 20.81]))),
  )
  await stateOf(stage, 'places', 'partial')
  expect((await stage.source('places')).dropped).toBe(1)
  await expect(stage.legend).toContainText(/Trạm\s*99/)
})

test('row 34: of a hundred objects with four impossible places 96 are drawn and four are counted', async ({
  stage,
}) => {
  await stage.open()
  const bad = [
    point('a', null),
    point('b', [null, null]),
    point('c', [20.81, 106.61]),
    point('d', ['106.61', '20.81']),
  ]
  stage.city.order(
    'places',
    instead(() => placesWith(...bad)),
  )
  await stateOf(stage, 'places', 'partial')
  expect((await stage.source('places')).dropped).toBe(4)
  await expect(stage.legend).toContainText(/Trạm\s*96/)
})

test('row 35: an error object in place of a collection, or with status 200, leaves what is shown', async ({
  stage,
}) => {
  await stage.open()
  stage.city.order(
    'places',
    instead(() => ({ error: { code: 400, message: 'Invalid URL' } })),
  )
  stage.city.order('speed', spoil('success-false'))
  await stateOf(stage, 'places', 'invalid')
  await stage.become({ speed: 'invalid' })
  await expect(stage.value('speed')).toHaveAttribute('data-value', /\d/)
  await expect(stage.legend).toContainText(/Trạm\s*100/)
})

test('row 36: eight wards of twelve are called so, and the four that are missing are named', async ({
  stage,
}) => {
  const names = Array.from({ length: 12 }, (_, index) => `w${index + 1}`)
  const { figures } = stage.city.state.city
  figures.reports = { ...figures.reports, expects: { by: 'area', names } }
  await stage.open()
  stage.city.order(
    'wards',
    instead(() => ({ at: Date.now(), rows: names.slice(0, 8).map((ward) => ({ ward, n: 5 })) })),
  )
  await stage.become({ wards: 'partial' })
  await expect(stage.panel('wards')).toContainText(/8\/12 · thiếu: .*Phường 9/)
})

test('row 38: a source whose own time stands still is FROZEN after three periods, with the time of its last change', async ({
  stage,
}) => {
  await stage.open()
  const fixed = ANSWERS.river?.(Date.now())
  stage.city.order(
    'river',
    instead(() => fixed),
  )
  await stage.become({ river: 'frozen' }, 8 * PERIOD)
  const { since } = await stage.source('river')
  expect(Date.now() - since).toBeGreaterThan(2 * PERIOD)
  await expect(stage.page.locator('[data-health]')).toContainText(/\d\d:\d\d/)
})
