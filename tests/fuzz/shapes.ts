import type { Body } from './bytes'

/** An answer that no shipped city gives, and the options of the source that reads it. */
export interface Shape {
  connector: string
  name: string
  options: unknown
  body: Omit<Body, 'bytes'> & { text: string }
}

const json = (value: unknown) => ({ type: 'application/json', text: JSON.stringify(value) })
const xml = (text: string) => ({ type: 'application/xml; charset=utf-8', text })
const path = (name: string) => ({ path: `$.${name}` })

const rows = Array.from({ length: 8 }, (_, i) => ({
  loai: 'tổng',
  ma: 'HS01',
  tyLe: `${80 + i},5`,
  tu: 5000,
  den: 10_000,
  n: 173,
  m: 200,
  hang: '24',
  tang: 20,
  truoc: '61',
  ky: '11/2026',
  luc: '2026-11-23T09:58:00+07:00',
  donVi: `Sở ${i}`,
}))

const points = Array.from({ length: 6 }, (_, i) => ({
  type: 'Feature',
  id: `tram-${i}`,
  geometry: {
    type: i === 5 ? 'LineString' : 'Point',
    coordinates:
      i === 5
        ? [
            [106.6, 20.8],
            [106.62, 20.82],
          ]
        : [106.6 + i / 100, 20.8],
  },
  properties: {
    name: `Trạm ${i}`,
    trangThai: 'hoạt động',
    luc: 1_795_402_500_000,
    saiSo: 350,
    taiLieu: 'https://bando.example/1',
    sl: 3,
  },
}))

const readings = Array.from({ length: 6 }, (_, i) => ({
  figure: 'bts',
  value: 2224 + i,
  low: 2000,
  high: 2500,
  asOf: `2026-0${i + 1}`,
  of: { numerator: 6, denominator: 14 },
  rank: { place: 24, outOf: 63, moved: -2, scope: { vi: 'cả nước', en: 'nationwide' } },
  compare: [{ kind: 'previous', value: 2100, asOf: '2025' }],
  note: { vi: 'ước tính', en: 'estimated' },
}))

const entry = (i: number) =>
  `<item rdf:about="https://bao.example/${i}"><title>Tin số ${i} &amp; bình luận</title><link>https://bao.example/${i}</link><description>&lt;p&gt;Sáng nay&lt;/p&gt;</description><dc:date>2026-11-23T0${i}:00:00+07:00</dc:date></item>`

const warning = (i: number) =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A${i}</identifier><sender>kttv@vn</sender><sent>2026-11-23T09:0${i}:00+07:00</sent><status>${i === 5 ? 'Exercise' : 'Actual'}</status><msgType>${i === 4 ? 'Update' : 'Alert'}</msgType><scope>Public</scope>${i === 4 ? '<references>kttv@vn,A3,2026-11-23T09:03:00+07:00</references>' : ''}<info><language>vi-VN</language><category>Met</category><event>Mưa lớn ${i}</event><urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty><onset>2026-11-23T09:30:00+07:00</onset><expires>2026-11-23T23:00:00+07:00</expires><senderName>Đài KTTV</senderName><headline>Mưa lớn tối nay ${i}</headline><description>Lượng mưa 80–120 mm.</description><instruction>Không đi qua nơi ngập.</instruction><web>https://kttv.example/${i}</web><area><areaDesc>Kiến An</areaDesc><polygon>20.80,106.60 20.80,106.65 20.85,106.65 20.80,106.60</polygon><circle>20.81,106.63 4.5</circle></area></info></alert>`

const firing = (i: number) => ({
  labels: { alertname: `DiaDay${i}`, severity: 'critical', instance: `may-${i}:9100` },
  annotations: { summary: `Đĩa của máy ${i} sắp đầy`, description: 'Còn 3 %' },
  state: 'firing',
  activeAt: `2026-11-23T09:0${i}:00.000Z`.replace('T09', 'T01'),
  value: '9.7e+01',
})

/** What connectors are written to read and the shipped cities do not use, taken from the connectors' own tests. */
export const SHAPES: readonly Shape[] = [
  {
    connector: 'rest',
    name: 'every part of a reading',
    options: {
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
            value: { path: '$.tyLe', scale: 1e6 },
            low: path('tu'),
            high: path('den'),
            of: { numerator: path('n'), denominator: path('m') },
            rank: { place: path('hang'), outOf: 63, moved: path('tang') },
            compare: [{ kind: 'previous', value: path('truoc'), asOf: '2025' }],
            asOf: { path: '$.ky', pattern: 'MM/yyyy', period: 'month' },
            observedAt: path('luc'),
            dims: { agency: path('donVi') },
          },
        },
      ],
    },
    body: json({ success: true, capNhat: '23/11/2026 09:59:00', data: rows }),
  },
  {
    connector: 'rest',
    name: 'matters with money and times',
    options: {
      via: 'a',
      records: [
        {
          each: '$[*]',
          case: {
            id: path('id'),
            title: path('ten'),
            state: { path: '$.tt', enum: { moi: 'new', xong: 'done' }, otherwise: 'doing' },
            openedAt: { path: '$.mo', pattern: 'epoch-ms' },
            dueAt: { path: '$.han', pattern: 'epoch-ms' },
            closedAt: { path: '$.dong', pattern: 'epoch-ms' },
            progress: path('pt'),
            budget: { path: '$.tien', scale: 1e6 },
            satisfaction: path('sao'),
          },
        },
      ],
    },
    body: json(
      Array.from({ length: 7 }, (_, i) => ({
        id: i,
        ten: `Việc ${i}`,
        tt: 'moi',
        mo: 1_795_000_000_000,
        han: 1_795_400_000_000,
        dong: null,
        pt: 40,
        tien: 120.5,
        sao: 4,
      })),
    ),
  },
  {
    connector: 'features',
    name: 'objects with times, rings and links',
    options: {
      via: 'a',
      feature: {
        status: { path: '$.properties.trangThai', enum: { 'hoạt động': 'ok' }, otherwise: 'unknown' },
        accuracyM: path('properties.saiSo'),
        observedAt: { path: '$.properties.luc', pattern: 'epoch-ms' },
        props: { sl: { path: '$.properties.sl', as: 'number' }, ten: path('properties.name') },
        links: [{ label: 'Xem', url: path('properties.taiLieu') }],
      },
    },
    body: {
      type: 'application/geo+json',
      text: JSON.stringify({ type: 'FeatureCollection', features: points }),
    },
  },
  {
    connector: 'features',
    name: 'a collection of an OGC API',
    options: { via: 'a', collection: 'tram', feature: { kind: path('properties.trangThai') } },
    body: json({
      type: 'FeatureCollection',
      numberMatched: points.length,
      numberReturned: points.length,
      links: [{ rel: 'self', href: 'https://trong.example/collections/tram/items' }],
      features: points,
    }),
  },
  {
    connector: 'cap',
    name: 'messages in a list, with an update and an exercise',
    options: { via: 'a' },
    body: xml(
      `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Cảnh báo</title>${[1, 2, 3, 4, 5, 6].map((i) => `<entry><content type="application/cap+xml">${warning(i)}</content></entry>`).join('')}</feed>`,
    ),
  },
  {
    connector: 'prometheus',
    name: 'firing alerts',
    options: { via: 'a', place: 'instance' },
    body: json({ status: 'success', data: { alerts: [1, 2, 3, 4, 5, 6].map(firing) } }),
  },
  {
    connector: 'static',
    name: 'a hand-kept file of everything',
    options: { url: 'a.json' },
    body: json({
      readings,
      features: points.map(({ id, geometry, properties }) => ({
        id,
        geometry,
        name: properties.name,
        kind: 'tram',
        accuracy: 'ward',
        accuracyM: 400,
        props: { sl: 3 },
        links: [{ label: 'Xem', url: 'https://a.example/' }],
      })),
      items: points.map(({ id }) => ({
        id,
        title: `Văn bản ${id}`,
        status: 'ok',
        at: '2026-11',
        url: 'https://a.example/',
      })),
    }),
  },
  {
    connector: 'feed',
    name: 'RSS 1.0',
    options: { via: 'a' },
    body: xml(
      `<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://bao.example/"><title>Báo</title></channel>${[1, 2, 3, 4, 5, 6].map(entry).join('')}</rdf:RDF>`,
    ),
  },
]
