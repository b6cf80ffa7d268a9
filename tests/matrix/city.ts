/** The small city that the matrix breaks: a dozen sources of every connector, a panel or layer on each, two scenes. */

/** The poll interval of its live sources, ms; two seconds of it are the deadline of a read. */
export const PERIOD = 3_000

const WEST = 106.6
const SOUTH = 20.8
const WARDS = Array.from({ length: 12 }, (_, index) => `w${index + 1}`)
const text = (words: string) => ({ vi: words, en: words })

const AT = { path: '$.at', pattern: 'epoch-ms' }

function rest(id: string, records: object[], more: object = {}) {
  const common = { connector: 'rest', name: text(`Nguồn ${id}`), every: 'PT3S', timeout: 'PT2S' }
  return { ...common, via: id, observedAt: AT, records, ...more }
}

const reading = (figure: string, more: object = {}) => ({
  each: '$',
  reading: { figure, value: { path: '$.value' }, ...more },
})

const SOURCES = {
  river: rest('river', [reading('level')]),
  speed: rest('speed', [reading('speed')], { success: { path: '$.ok', equals: true } }),
  queue: rest('queue', [
    reading('queue'),
    {
      each: '$.rows[*]',
      reading: { figure: 'queue', value: { path: '$.n' }, dims: { desk: { path: '$.desk' } } },
    },
  ]),
  wards: rest('wards', [
    { each: '$.rows[*]', reading: { figure: 'reports', value: { path: '$.n' }, area: { path: '$.ward' } } },
  ]),
  hours: rest('hours', [
    reading('load'),
    {
      each: '$.rows[*]',
      reading: { figure: 'load', value: { path: '$.n' }, asOf: { path: '$.hour', pattern: 'epoch-ms' } },
    },
  ]),
  months: rest(
    'months',
    [
      {
        each: '$.rows[*]',
        reading: {
          figure: 'filed',
          value: { path: '$.n' },
          asOf: { path: '$.month', pattern: 'yyyy-MM', period: 'month' },
        },
      },
    ],
    { cadence: { period: 'month', due: 'P40D' }, observedAt: undefined },
  ),
  cameras: rest('cameras', [
    {
      each: '$.rows[*]',
      feature: {
        id: { path: '$.id' },
        name: { path: '$.name' },
        lon: { path: '$.lon' },
        lat: { path: '$.lat' },
        status: 'ok',
        accuracy: 'surveyed',
      },
    },
    reading('cameras'),
  ]),
  places: {
    connector: 'features',
    name: text('Nguồn places'),
    every: 'PT3S',
    timeout: 'PT2S',
    via: 'places',
  },
  systems: rest(
    'systems',
    [
      {
        each: '$[*]',
        item: { id: { path: '$.id' }, title: { path: '$.title' }, status: { path: '$.status' } },
      },
    ],
    { observedAt: undefined },
  ),
  cases: rest('cases', [
    {
      each: '$.rows[*]',
      case: {
        id: { path: '$.id' },
        title: { path: '$.title' },
        state: { path: '$.state' },
        dueAt: { path: '$.due', pattern: 'epoch-ms' },
      },
    },
  ]),
  press: { connector: 'feed', name: text('Nguồn press'), every: 'PT3S', timeout: 'PT2S', via: 'press' },
  kept: {
    connector: 'static',
    name: text('Nguồn kept'),
    every: 'PT3S',
    timeout: 'PT2S',
    via: 'kept',
    cadence: 'once',
  },
}

const figure = (name: string, source: string, more: object = {}) => ({
  name: text(name),
  pillar: 'ioc',
  unit: 'count',
  better: 'low',
  sources: [source],
  ...more,
})

const FIGURES = {
  level: figure('Mực nước', 'river', { digits: 2 }),
  speed: figure('Tốc độ', 'speed', { unit: 'Mbps', better: 'high', digits: 1 }),
  queue: figure('Người chờ', 'queue'),
  reports: figure('Phản ánh', 'wards', { aggregate: 'sum' }),
  load: figure('Tải', 'hours'),
  filed: figure('Hồ sơ', 'months'),
  cameras: figure('Camera', 'cameras', { better: 'high' }),
  homes: figure('Hộ dân', 'kept', { better: 'high' }),
}

const PANELS = {
  river: { kind: 'figure', title: text('Mực nước'), figure: 'level' },
  speed: { kind: 'figure', title: text('Tốc độ'), figure: 'speed' },
  queue: { kind: 'ranking', title: text('Người chờ'), figure: 'queue', by: 'desk' },
  wards: { kind: 'ranking', title: text('Phản ánh'), figure: 'reports', by: 'area', most: 12 },
  hours: { kind: 'course', title: text('Tải hôm nay'), figure: 'load' },
  months: { kind: 'series', title: text('Hồ sơ theo tháng'), figure: 'filed' },
  cameras: { kind: 'figures', title: text('Camera'), figures: ['cameras'] },
  systems: { kind: 'items', title: text('Hệ thống'), source: 'systems', look: 'tiles' },
  cases: { kind: 'cases', title: text('Vụ việc'), source: 'cases' },
  press: { kind: 'posts', title: text('Tin tức'), source: 'press' },
  kept: { kind: 'figures', title: text('Hộ dân'), figures: ['homes'] },
}

const scene = (name: string, layers: string[]) => ({
  name: text(name),
  duration: 'PT1M',
  layers,
  panels: Object.keys(PANELS).map((panel) => ({ panel })),
})

export interface CityFile {
  [key: string]: unknown
  sources: Record<string, object>
  figures: Record<string, object>
  panels: Record<string, object>
  scenes: Record<string, object>
}

/** The city file; a row changes what it needs before the page is opened. */
export function cityFile(): CityFile {
  const area = { name: text('Thành phố thử'), level: 'district' }
  const wards = WARDS.map((id, index) => [
    id,
    { name: text(`Phường ${index + 1}`), level: 'commune', parent: 'm' },
  ])
  return structuredClone({
    schema: 1,
    id: 'matrix',
    name: text('Thành phố thử'),
    gateway: 'gw/',
    screen: { heightM: 0.68, distanceM: 1 },
    area: 'm',
    areas: { m: area, ...Object.fromEntries(wards) },
    map: { bounds: [WEST, SOUTH, WEST + 0.1, SOUTH + 0.1], center: [WEST + 0.05, SOUTH + 0.05], zoom: 12 },
    sources: SOURCES,
    figures: FIGURES,
    layers: {
      cameras: { kind: 'point', name: text('Camera'), source: 'cameras', icon: 'camera', labels: 'none' },
      places: { kind: 'cluster', name: text('Trạm'), source: 'places', icon: 'mast' },
    },
    panels: PANELS,
    scenes: { first: scene('Cảnh một', ['cameras', 'places']), second: scene('Cảnh hai', []) },
  })
}

const HOUR = 3_600_000
const place = (index: number) => [
  WEST + 0.005 + (index % 10) / 110,
  SOUTH + 0.005 + Math.floor(index / 10) / 110,
]

/** A hundred points, as a GeoJSON service gives them. */
export function placesAt(count = 100) {
  const features = Array.from({ length: count }, (_, index) => ({
    type: 'Feature',
    id: `p${index}`,
    geometry: { type: 'Point', coordinates: place(index) },
    properties: { name: `Trạm ${index}` },
  }))
  return { type: 'FeatureCollection', features }
}

const two = (value: number) => String(value).padStart(2, '0')
const rssDate = (at: number) => new Date(at).toUTCString()

function monthsBefore(at: number) {
  const now = new Date(at)
  return [3, 2, 1].map((back, index) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    return { month: `${month.getUTCFullYear()}-${two(month.getUTCMonth() + 1)}`, n: 100 + index }
  })
}

export function rss(at: number, title = 'Tin thử'): string {
  const items = [1, 2, 3].map(
    (n) =>
      `<item><guid>t${n}</guid><title>${title} ${n}</title><pubDate>${rssDate(at - n * HOUR)}</pubDate></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo thử</title>${items.join('')}</channel></rss>`
}

/** What each source answers at a moment, by its path: values move a little with every poll, as real ones do. */
export const ANSWERS: Readonly<Record<string, (at: number) => unknown>> = {
  river: (at) => ({ at, value: 3 + (at % 7_000) / 10_000 }),
  speed: (at) => ({ at, ok: true, value: 40 + (at % 9_000) / 1_000 }),
  queue: (at) => ({
    at,
    value: 20 + (at % 5),
    rows: [1, 2, 3, 4].map((n) => ({ desk: `Quầy ${n}`, n: n + (at % 5) })),
  }),
  wards: (at) => ({ at, rows: WARDS.map((ward, index) => ({ ward, n: 10 + index })) }),
  hours: (at) => ({
    at,
    value: 50,
    rows: [5, 4, 3, 2, 1].map((back) => ({ hour: at - back * HOUR, n: 40 + back })),
  }),
  months: (at) => ({ rows: monthsBefore(at) }),
  cameras: (at) => ({
    at,
    value: 20,
    rows: Array.from({ length: 20 }, (_, index) => {
      const [lon, lat] = place(index * 5)
      return { id: `c${index}`, name: `Camera ${index}`, lon, lat }
    }),
  }),
  places: () => placesAt(),
  systems: () => [1, 2, 3].map((n) => ({ id: `s${n}`, title: `Hệ thống ${n}`, status: 'ok' })),
  cases: (at) => ({
    at,
    rows: [1, 2, 3].map((n) => ({ id: `v${n}`, title: `Vụ việc ${n}`, state: 'doing', due: at + n * HOUR })),
  }),
  press: (at) => rss(at),
  kept: () => ({ readings: [{ figure: 'homes', value: 1234, asOf: '2025-12' }] }),
}
