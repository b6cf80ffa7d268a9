import { describe, expect, it } from 'vitest'
import { SourceFault, type Http } from '../contract'
import { answering, BOUNDS, contextWith, NOW, ORIGIN } from '../fixtures'
import type { Batch } from '../records'
import { settle } from '../settle'
import cap from './cap'

const CAP = 'xmlns="urn:oasis:names:tc:emergency:cap:1.2"'
const SENT = '2023-04-30T17:00:00+07:00'
const AT = Date.UTC(2023, 3, 30, 10)

interface Parts {
  id?: string
  sent?: string
  status?: string
  type?: string
  scope?: string
  refs?: string
  info?: string
  namespace?: string
}

const info = (inner = '', event = 'Mưa lớn', severity = 'Severe') =>
  `<info><language>vi-VN</language><category>Met</category><event>${event}</event><urgency>Expected</urgency><severity>${severity}</severity><certainty>Likely</certainty>${inner}</info>`

function message(parts: Parts = {}): string {
  const { id = 'A', sent = SENT, status = 'Actual', type = 'Alert', scope = 'Public', refs } = parts
  const { info: body = info(), namespace = CAP } = parts
  return `<alert ${namespace}><identifier>${id}</identifier><sender>kttv@vn</sender><sent>${sent}</sent><status>${status}</status><msgType>${type}</msgType><scope>${scope}</scope>${refs === undefined ? '' : `<references>${refs}</references>`}${body}</alert>`
}

const at = (minutes: number) => new Date(AT + minutes * 60_000).toISOString().replace('Z', '-00:00')
const ref = (id: string, sent = SENT) => `kttv@vn,${id},${sent}`
const atom = (...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"><title>Cảnh báo</title>${entries.map((entry) => `<entry>${entry}</entry>`).join('')}</feed>`
/** A list whose entries hold the messages themselves. */
const list = (...messages: string[]) =>
  atom(...messages.map((each) => `<content type="application/cap+xml">${each}</content>`))

const read = (text: string, more: object = {}, http: Http = answering(text)) =>
  cap.prepare({ via: 'canhbao/cap', ...more })(contextWith(http))
const ids = ({ alerts }: Batch) => alerts.map(({ id }) => id.split(',')[1] ?? id)
const one = async (text: string, more: object = {}) => (await read(text, more)).alerts[0]

async function faultOf(reading: Promise<unknown>) {
  const result = await reading.catch((error: unknown) => error)
  return result instanceof SourceFault ? result.kind : 'read'
}

describe('a CAP message', () => {
  it('gives an alert with all that people need', async () => {
    const inner =
      '<senderName>Đài KTTV</senderName><effective>2023-04-30T17:00:00+07:00</effective><onset>2023-04-30T20:00:00+07:00</onset><expires>2023-04-30T23:00:00+07:00</expires><headline>Mưa lớn &lt;b&gt;tối nay&lt;/b&gt;</headline><description>Lượng mưa\n 80–120 mm.</description><instruction>Không đi qua nơi ngập.</instruction><web>https://kttv.example/1</web><contact>0912 345 678</contact><area><areaDesc>Kiến An</areaDesc><polygon>20.80,106.60 20.80,106.65 20.85,106.65 20.80,106.60</polygon></area>'
    const batch = await read(message({ info: info(inner) }))
    expect(batch).toMatchObject({ total: 1, dropped: [] })
    expect(batch.alerts).toEqual([
      {
        id: 'kttv@vn,A,2023-04-30T10:00:00.000Z',
        status: 'actual',
        severity: 'severe',
        title: 'Mưa lớn tối nay',
        text: 'Lượng mưa 80–120 mm.',
        instruction: 'Không đi qua nơi ngập.',
        sender: 'Đài KTTV',
        area: 'Kiến An',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [106.6, 20.8],
              [106.65, 20.8],
              [106.65, 20.85],
              [106.6, 20.8],
            ],
          ],
        },
        sentAt: AT,
        startsAt: AT,
        expiresAt: AT + 6 * 3_600_000,
        url: 'https://kttv.example/1',
      },
    ])
  })

  it.each([
    ['CAP 1.1', { namespace: 'xmlns="urn:oasis:names:tc:emergency:cap:1.1"' }],
    ['no namespace', { namespace: '' }],
    ['words in another case', { status: 'ACTUAL', type: 'alert', scope: 'PUBLIC' }],
  ])('may have %s', async (_, parts) => {
    expect(ids(await read(message(parts)))).toEqual(['A'])
  })

  it('may have a prefix on every element', async () => {
    const prefixed = message()
      .replace(CAP, 'xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"')
      .replaceAll(/<(\/?)(\w)/g, '<$1cap:$2')
    expect(ids(await read(prefixed))).toEqual(['A'])
  })

  it('may be one of several in a wrapping of EDXL', async () => {
    const text = `<EDXLDistribution><contentObject><embeddedXMLContent>${message()}</embeddedXMLContent></contentObject><contentObject>${message({ id: 'B' })}</contentObject></EDXLDistribution>`
    expect(ids(await read(text))).toEqual(['A', 'B'])
  })

  it.each(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'])('keeps the severity %s', async (word) => {
    expect((await one(message({ info: info('', 'Bão', word) })))?.severity).toBe(word.toLowerCase())
  })

  it('of a severity that CAP does not know is of unknown severity, never none', async () => {
    expect((await one(message({ info: info('', 'Bão', 'Đỏ') })))?.severity).toBe('unknown')
  })

  it.each([
    ['without a time zone, in the city’s', '2023-04-30T17:00:00', AT],
    ['in UTC by the letter', '2023-04-30T10:00:00Z', AT],
    ['in UTC as CAP writes it', '2023-04-30T10:00:00-00:00', AT],
    ['with parts of a second', '2023-04-30T10:00:00.250+00:00', AT],
  ])('is dated %s', async (_, sent, expected) => {
    expect((await one(message({ sent })))?.sentAt).toBe(expected)
  })

  it('links nowhere that is not safe', async () => {
    for (const web of ['javascript:alert(1)', 'data:text/html,x', '//xau.vn'])
      expect(await one(message({ info: info(`<web>${web}</web>`) }))).not.toHaveProperty('url')
  })

  it('has its event for a title when it has no headline', async () => {
    expect((await one(message()))?.title).toBe('Mưa lớn')
  })

  it('speaks Vietnamese where it can, else the language that is asked for, else its first', async () => {
    const english = info('<headline>Heavy rain</headline>').replace('vi-VN', 'en-US')
    const french = info('<headline>Fortes pluies</headline>').replace('vi-VN', 'fr')
    const vietnamese = info('<headline>Mưa lớn</headline>')
    const title = async (body: string, more: object = {}) => (await one(message({ info: body }), more))?.title
    expect(await title(english + vietnamese)).toBe('Mưa lớn')
    expect(await title(french + english, { languages: ['vi', 'en'] })).toBe('Heavy rain')
    expect(await title(french + english)).toBe('Fortes pluies')
    expect((await read(message({ info: english + vietnamese }))).alerts).toHaveLength(1)
  })

  it('with two events in one language is two alerts', async () => {
    const batch = await read(message({ info: info('', 'Bão') + info('', 'Ngập', 'Minor') }))
    expect(batch.alerts.map(({ title, severity }) => [title, severity])).toEqual([
      ['Bão', 'severe'],
      ['Ngập', 'minor'],
    ])
    expect(new Set(batch.alerts.map(({ id }) => id)).size).toBe(2)
  })
})

describe('what nobody is to take for an alert', () => {
  it('a test and an exercise say what they are', async () => {
    const batch = await read(list(message({ status: 'Test' }), message({ id: 'B', status: 'Exercise' })))
    expect(batch.alerts.map(({ status }) => status)).toEqual(['test', 'exercise'])
  })

  it.each([
    ['a message between systems', { status: 'System' }],
    ['a draft', { status: 'Draft' }],
    ['one that is not for the public', { scope: 'Restricted' }],
    ['a private one', { scope: 'Private' }],
    ['a receipt', { type: 'Ack' }],
    ['a complaint', { type: 'Error' }],
    ['an all-clear', { info: info('<responseType>AllClear</responseType>') }],
    ['an event that is over', { info: info().replace('Expected', 'Past') }],
    ['a message without information', { info: '' }],
  ])('%s is read, counted and not shown', async (_, parts) => {
    const batch = settle(await read(list(message(), message({ id: 'B', ...parts }))), {
      bounds: BOUNDS,
      now: NOW,
    })
    expect(ids(batch)).toEqual(['A'])
    expect(batch).toMatchObject({ total: 2, dropped: [] })
  })

  it.each([
    ['status', { status: 'Real' }, 'status', 'not a word that CAP knows'],
    ['no status', { status: '' }, 'status', 'missing'],
    ['type', { type: 'Info' }, 'msgType', 'not a word that CAP knows'],
    ['no time', { sent: '' }, 'sent', 'missing'],
    ['a strange time', { sent: 'hôm qua' }, 'sent', 'not a date'],
    ['no identifier', { id: '' }, 'identifier', 'missing'],
    ['no title', { info: '<info><severity>Severe</severity></info>' }, 'headline', 'missing'],
  ])('with a %s nobody knows it is dropped with the reason', async (_, parts, path, reason) => {
    const batch = await read(list(message(), message({ id: 'B', ...parts })))
    expect(ids(batch)).toEqual(['A'])
    expect(batch.dropped).toMatchObject([{ path: expect.stringContaining(path), reason }])
  })
})

describe('a chain of messages', () => {
  const update = (parts: Parts) => message({ type: 'Update', ...parts })

  it('an Update takes the place of what it refers to and keeps the first one’s id', async () => {
    const messages = [
      message(),
      update({ id: 'B', sent: at(10), refs: ref('A') }),
      update({ id: 'C', sent: at(20), refs: ref('B', at(10)), info: info('', 'Mưa rất lớn', 'Extreme') }),
    ]
    for (const order of [messages, messages.toReversed()]) {
      const { alerts } = await read(list(...order))
      expect(alerts).toMatchObject([{ id: 'kttv@vn,A,2023-04-30T10:00:00.000Z', title: 'Mưa rất lớn' }])
    }
  })

  it('keeps that id when the server has forgotten the earlier ones', async () => {
    const refs = `${ref('B', at(10))}\n  ${ref('A')}`
    expect(ids(await read(update({ id: 'C', sent: at(20), refs })))).toEqual(['A'])
  })

  it('finds what a reference means however its time is written, and with blanks in the sender', async () => {
    const spaced = (text: string) => text.replace('<sender>kttv@vn', '<sender>Đài KTTV')
    const refs = 'Đài KTTV,A,2023-04-30T10:00:00Z'
    const batch = await read(list(spaced(message()), spaced(update({ id: 'B', sent: at(9), refs }))))
    expect(ids(batch)).toEqual(['A'])
    expect(batch.alerts).toHaveLength(1)
  })

  it('understands references that are bare identifiers', async () => {
    const batch = await read(list(message(), update({ id: 'B', sent: at(9), refs: 'A' })))
    expect(batch.alerts).toHaveLength(1)
  })

  it('a Cancel removes what it refers to and all that followed from it', async () => {
    const first = [message(), update({ id: 'B', sent: at(10), refs: ref('A') }), message({ id: 'Z' })]
    const cancel = (refs: string) => message({ id: 'X', type: 'Cancel', sent: at(30), refs, info: '' })
    expect(ids(await read(list(...first, cancel(ref('B', at(10))))))).toEqual(['Z'])
    expect(ids(await read(list(...first, cancel(ref('A')))))).toEqual(['Z'])
    expect(ids(await read(cancel(ref('A'))))).toEqual([])
  })

  it('a warning given out again after a Cancel holds', async () => {
    const cancel = message({ id: 'X', type: 'Cancel', sent: at(5), refs: ref('A'), info: '' })
    const again = update({ id: 'B', sent: at(10), refs: ref('A') })
    expect((await read(list(message(), cancel, again))).alerts).toHaveLength(1)
  })

  it.each([
    ['the Cancel of an exercise', { type: 'Cancel', status: 'Exercise' }],
    ['the Update of a test', { type: 'Update', status: 'Test' }],
    ['a Draft', { type: 'Cancel', status: 'Draft' }],
    ['an Update for a few', { type: 'Update', scope: 'Private' }],
    ['a receipt', { type: 'Ack' }],
  ])('%s does not end a real alert', async (_, parts) => {
    const batch = await read(list(message(), message({ id: 'B', sent: at(9), refs: ref('A'), ...parts })))
    expect(
      batch.alerts.filter(({ status }) => status === 'actual').map(({ id }) => id.split(',')[1]),
    ).toEqual(['A'])
  })

  it('split into two alerts stays two, with ids of their own', async () => {
    const batch = await read(
      list(
        message(),
        update({ id: 'B', sent: at(9), refs: ref('A') }),
        update({ id: 'C', sent: at(10), refs: ref('A') }),
      ),
    )
    expect(ids(batch)).toEqual(['A', 'C'])
  })

  it('that bites its own tail ends', async () => {
    const batch = await read(
      list(
        update({ id: 'A', refs: ref('B', at(1)) }),
        update({ id: 'B', sent: at(1), refs: `${ref('A')} ${ref('B', at(1))}` }),
      ),
    )
    expect(batch.alerts).toEqual([])
  })

  it('brings a message once that stands in the list twice', async () => {
    const batch = settle(await read(list(message(), message())), { bounds: BOUNDS, now: NOW })
    expect(batch).toMatchObject({ total: 1, dropped: [] })
  })
})

describe('where an alert holds', () => {
  const drawn = async (shapes: string) =>
    (await one(message({ info: info(`<area><areaDesc>x</areaDesc>${shapes}</area>`) })))?.geometry

  it('is read latitude first, closed where the sender forgot it', async () => {
    expect(await drawn('<polygon>20.8,106.6\n20.8,106.7   20.9,106.7</polygon>')).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [106.6, 20.8],
          [106.7, 20.8],
          [106.7, 20.9],
          [106.6, 20.8],
        ],
      ],
    })
  })

  it('may be several polygons', async () => {
    const ring = '<polygon>20.8,106.6 20.8,106.7 20.9,106.7 20.8,106.6</polygon>'
    expect(await drawn(ring + ring.replaceAll('20.9', '20.95'))).toMatchObject({ type: 'MultiPolygon' })
  })

  it('may be a circle of kilometres, or a point when it has no size', async () => {
    const circle = await drawn('<circle>20.8,106.6 11.132</circle>')
    if (circle?.type !== 'Polygon') throw new Error('no polygon')
    const lats = circle.coordinates[0]?.map(([, lat = 0]) => lat) ?? []
    expect(Math.max(...lats)).toBeCloseTo(20.9, 3)
    expect(circle.coordinates[0]?.[0]).toEqual(circle.coordinates[0]?.at(-1))
    expect(await drawn('<circle>20.8,106.6 0</circle>')).toEqual({
      type: 'Point',
      coordinates: [106.6, 20.8],
    })
  })

  it.each([
    ['longitude first', '<polygon>106.6,20.8 106.7,20.8 106.7,20.9 106.6,20.8</polygon>'],
    ['no commas', '<polygon>20.8 106.6 20.8 106.7 20.9 106.7</polygon>'],
    ['two corners', '<polygon>20.8,106.6 20.9,106.7</polygon>'],
    ['a word', '<polygon>20.8,106.6 x,y 20.9,106.7 20.8,106.6</polygon>'],
    ['infinity', '<polygon>20.8,106.6 20.8,1e999 20.9,106.7 20.8,106.6</polygon>'],
    ['a circle without a radius', '<circle>20.8,106.6</circle>'],
    ['a circle around the earth', '<circle>20.8,106.6 40000</circle>'],
    ['codes only', '<geocode><valueName>SAME</valueName><value>031</value></geocode>'],
  ])('is not drawn from %s, and the alert counts all the same', async (_, shapes) => {
    const alert = await one(message({ info: info(`<area><areaDesc>Kiến An</areaDesc>${shapes}</area>`) }))
    expect(alert).toMatchObject({ area: 'Kiến An' })
    expect(alert).not.toHaveProperty('geometry')
  })

  it('is asked for when a list is of a whole country: near the city, or one of its codes', async () => {
    const place = (shape: string, code: string) =>
      info(
        `<area><areaDesc>x</areaDesc>${shape}<geocode><valueName>P</valueName><value>${code}</value></geocode></area>`,
      )
    const here = '<polygon>20.7,106.5 20.7,106.9 20.9,106.9 20.7,106.5</polygon>'
    const far = '<circle>10.8,106.7 20</circle>'
    const text = list(
      message({ info: place(here, '31') }),
      message({ id: 'B', info: place(far, '79') }),
      message({ id: 'C', info: place('', '31') }),
      message({ id: 'D' }),
    )
    expect(ids(await read(text))).toEqual(['A', 'B', 'C', 'D'])
    expect(ids(await read(text, { near: true }))).toEqual(['A', 'C', 'D'])
    expect(ids(await read(text, { codes: ['31'] }))).toEqual(['A', 'C', 'D'])
    expect(await read(text, { codes: ['99'] })).toMatchObject({ total: 4, dropped: [] })
  })
})

describe('a list of alerts', () => {
  it('may hold their fields flat, as the American weather service has them', async () => {
    const entry = `<id>https://api.weather.gov/alerts/urn:oid:2.49.0.1.840.0.1</id><updated>2023-04-30T05:00:00-05:00</updated><published>2023-04-30T05:00:00-05:00</published><author><name>NWS</name></author><title>Flood Warning issued April 30</title><link rel="alternate" href="https://api.weather.gov/alerts/urn:oid:2.49.0.1.840.0.1"/><summary>River rising</summary><cap:event>Flood Warning</cap:event><cap:effective>2023-04-30T05:00:00-05:00</cap:effective><cap:expires>2023-04-30T17:00:00-05:00</cap:expires><cap:status>Actual</cap:status><cap:msgType>Update</cap:msgType><cap:category>Met</cap:category><cap:urgency>Expected</cap:urgency><cap:severity>Severe</cap:severity><cap:areaDesc>Clay; Jackson</cap:areaDesc><cap:polygon>36.3,-86.1 36.4,-86.1 36.4,-86.2 36.3,-86.1</cap:polygon><cap:geocode><valueName>SAME</valueName><value>047027</value><valueName>UGC</valueName><value>TNC027 TNC087</value></cap:geocode>`
    const batch = await read(atom(entry))
    expect(batch.alerts).toMatchObject([
      {
        id: 'NWS,https://api.weather.gov/alerts/urn:oid:2.49.0.1.840.0.1,2023-04-30T10:00:00.000Z',
        title: 'Flood Warning issued April 30',
        text: 'River rising',
        severity: 'severe',
        sender: 'NWS',
        area: 'Clay; Jackson',
        sentAt: AT,
        geometry: { type: 'Polygon' },
      },
    ])
    expect(ids(await read(atom(entry), { codes: ['TNC087'] }))).toHaveLength(1)
    expect(ids(await read(atom(entry), { codes: ['TNC999'] }))).toHaveLength(0)
  })

  it('may have an entry for every district, as Meteoalarm has: they are one alert', async () => {
    const entry = (district: string, index: number) =>
      `<cap:areaDesc>${district}</cap:areaDesc><cap:event>Moderate thunderstorm warning</cap:event><cap:sent>2023-04-30T10:00:00+00:00</cap:sent><cap:expires>2023-04-30T18:00:00+00:00</cap:expires><cap:severity>Moderate</cap:severity><cap:urgency>Future</cap:urgency><cap:scope>Public</cap:scope><cap:message_type>Alert</cap:message_type><cap:status>Actual</cap:status><cap:identifier>2.49.0.0.40.0.AT.1</cap:identifier><link href="https://feeds.meteoalarm.org/api/v1/warnings/1?index_area=${index}" type="application/cap+xml"/><link href="https://meteoalarm.org" hreflang="en"/><author><name>meteoalarm.org</name></author><published>2023-04-30T10:00:00Z</published><id>https://feeds.meteoalarm.org/1?index_area=${index}</id><title>Yellow Thunderstorm Warning issued for Austria - ${district}</title>`
    const batch = await read(atom(entry('Salzburg', 0), entry('Linz', 1)))
    expect(batch).toMatchObject({ total: 1, dropped: [] })
    expect(batch.alerts).toMatchObject([
      { title: 'Moderate thunderstorm warning', area: 'Salzburg; Linz', severity: 'moderate' },
    ])
  })

  it('may be RSS, with messages flat, whole or as text', async () => {
    const flat =
      '<guid>F</guid><title>Tempestade</title><cap:sender>i@x</cap:sender><cap:sent>2023-04-30T07:00:00-03:00</cap:sent><cap:status>Actual</cap:status><cap:msgType>Alert</cap:msgType><cap:event>Tempestade</cap:event><cap:severity>Minor</cap:severity><cap:area><cap:areaDesc>Rio</cap:areaDesc></cap:area>'
    const text = `<rss version="2.0" xmlns:cap="u"><channel><title>x</title><item>${flat}</item><item>${message({ id: 'W' })}</item><item><description><![CDATA[<?xml version="1.0"?>${message({ id: 'T' })}]]></description></item></channel></rss>`
    expect((await read(text)).alerts.map(({ id, area }) => [id.split(',')[1], area])).toEqual([
      ['F', 'Rio'],
      ['W', undefined],
      ['T', undefined],
    ])
  })

  it('may be empty, or say in an entry that there is nothing', async () => {
    expect(await read(atom())).toMatchObject({ alerts: [], total: 0 })
    const none = `<id>x</id><title>There are no active watches, warnings or advisories</title><link href="${ORIGIN}/canhbao/cap"/>`
    expect(await read(atom(none))).toMatchObject({ alerts: [], total: 0, dropped: [] })
    expect(await read('')).toMatchObject({ alerts: [], total: 0 })
  })

  it.each([
    ['a page', '<html/>', 'shape'],
    ['JSON', '{"alerts":[]}', 'shape'],
    ['one that is cut off', list(message()).slice(0, -20), 'parse'],
    ['a document type', `<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]>${message()}`, 'refused'],
  ])('is refused when it is none: %s', async (_, text, kind) => {
    expect(await faultOf(read(text))).toBe(kind)
  })
})

describe('a list of addresses of alerts', () => {
  const asked: string[] = []
  function serving(pages: Record<string, string>): Http {
    asked.length = 0
    const text: Http['text'] = ({ url }) => {
      asked.push(url)
      const body = pages[new URL(url).pathname]
      if (body === undefined) return Promise.reject(new SourceFault('gone', '404', { status: 404 }))
      return Promise.resolve({ text: body, url, bytes: 1, latencyMs: 1, date: undefined })
    }
    return { ...answering(''), text }
  }
  const linking = (...hrefs: string[]) =>
    atom(
      ...hrefs.map(
        (href) => `<id>${href}</id><title>x</title><link type="application/cap+xml" href="${href}"/>`,
      ),
    )

  it('is read document by document, each one once', async () => {
    const pages = {
      '/canhbao/cap': linking('cap/1', '/canhbao/cap/2', 'cap/1'),
      '/canhbao/cap/1': message(),
      '/canhbao/cap/2': message({ id: 'B' }),
    }
    expect(ids(await read('', {}, serving(pages)))).toEqual(['A', 'B'])
    expect(asked).toHaveLength(3)
  })

  it('may be RSS with the address in its link', async () => {
    const text =
      '<rss><channel><item><title>x</title><link>/canhbao/1.xml</link><guid>1</guid></item></channel></rss>'
    const http = serving({ '/canhbao/cap': text, '/canhbao/1.xml': message() })
    expect(ids(await read('', {}, http))).toEqual(['A'])
  })

  it.each(['https://xau.vn/1', '//xau.vn/1', 'javascript:alert(1)', 'file:///etc/passwd'])(
    'never leads to another host: %s',
    async (href) => {
      const http = serving({ '/canhbao/cap': linking('cap/1', href), '/canhbao/cap/1': message() })
      expect(ids(await read('', {}, http))).toEqual(['A'])
      expect(asked).toEqual([`${ORIGIN}/canhbao/cap`, `${ORIGIN}/canhbao/cap/1`])
    },
  )

  it('asks for twenty documents at most and counts the others', async () => {
    const hrefs = Array.from({ length: 30 }, (_, i) => `cap/${i}`)
    const pages = Object.fromEntries(hrefs.map((href, i) => [`/canhbao/${href}`, message({ id: `M${i}` })]))
    const batch = await read('', {}, serving({ ...pages, '/canhbao/cap': linking(...hrefs) }))
    expect(batch.alerts).toHaveLength(20)
    expect(batch.skipped).toBe(10)
    expect(asked).toHaveLength(21)
  })

  it('drops a document that is gone, broken or something else, and fails when all are', async () => {
    const pages = { '/canhbao/cap/1': message(), '/canhbao/cap/2': '<alert', '/canhbao/cap/3': '<rss/>' }
    const index = (...hrefs: string[]) => ({ ...pages, '/canhbao/cap': linking(...hrefs) })
    const batch = await read('', {}, serving(index('cap/1', 'cap/2', 'cap/3', 'cap/4')))
    expect(ids(batch)).toEqual(['A'])
    expect(batch.dropped.map(({ reason }) => reason.split(':')[0])).toEqual(['parse', 'shape', 'gone'])
    expect(await faultOf(read('', {}, serving(index('cap/4'))))).toBe('gone')
  })

  it('is not followed where it says the most important itself, unless asked to', async () => {
    const flat = `<id>1</id><title>Mưa</title><link type="application/cap+xml" href="cap/1"/><published>${SENT}</published><cap:status>Actual</cap:status><cap:msgType>Alert</cap:msgType><cap:event>Mưa</cap:event><cap:severity>Minor</cap:severity>`
    const pages = { '/canhbao/cap': atom(flat), '/canhbao/cap/1': message() }
    expect((await read('', {}, serving(pages))).alerts).toMatchObject([{ severity: 'minor' }])
    expect((await read('', { follow: true }, serving(pages))).alerts).toMatchObject([{ severity: 'severe' }])
  })
})
