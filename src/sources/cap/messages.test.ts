import { describe, expect, it } from 'vitest'
import { SourceFault, type Http } from '../contract'
import { answering, ORIGIN } from '../fixtures'
import { SENT, AT, message, atom, list, read, ids, faultOf } from '../../../tests/capMessages'

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
    const elsewhere = 'https://alerts.weather.gov/cap/or.atom'
    const behindGateway = atom(none.replace(/href="[^"]*"/, `href="${elsewhere}"`)).replace(
      '<title>',
      `<id>${elsewhere}</id><link href="${elsewhere}"/><title>`,
    )
    expect(await read(behindGateway)).toMatchObject({ alerts: [], total: 0, dropped: [] })
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

  describe('of more than twenty', () => {
    const pagesOf = (hrefs: readonly string[]) =>
      Object.fromEntries(hrefs.map((href) => [`/canhbao/${href}`, message({ id: href })]))
    const entry = (href: string, dates: string) =>
      `<id>${href}</id><title>x</title>${dates}<link type="application/cap+xml" href="${href}"/>`
    const minute = (i: number) => `2023-04-30T09:${String(i).padStart(2, '0')}:00+07:00`
    const thirty = Array.from({ length: 30 }, (_, i) => `cap/${i}`)
    const readList = async (entries: string) =>
      read('', {}, serving({ ...pagesOf(thirty), '/canhbao/cap': entries }))

    it('reads the newest by their entries, wherever the list has them, and counts the others', async () => {
      const oldestFirst = thirty.map((href, i) => entry(href, `<updated>${minute(i)}</updated>`))
      const batch = await readList(atom(...oldestFirst))
      expect(new Set(ids(batch))).toEqual(new Set(thirty.slice(10)))
      expect(batch.skipped).toBe(10)
    })

    it('knows the dates of RSS, and an entry that was changed by its last change', async () => {
      const rfc = (i: number) => `Sun, 30 Apr 2023 09:${String(i).padStart(2, '0')}:00 +0700`
      const items = thirty.map(
        (href, i) => `<item><link>/canhbao/${href}</link><pubDate>${rfc(i)}</pubDate></item>`,
      )
      const rss = await readList(`<rss><channel>${items.join('')}</channel></rss>`)
      expect(new Set(ids(rss))).toEqual(new Set(thirty.slice(10)))
      const changed = thirty.map((href, i) =>
        entry(
          href,
          `<published>${minute(i)}</published><updated>${i === 0 ? minute(59) : minute(i)}</updated>`,
        ),
      )
      expect(ids(await readList(atom(...changed)))).toContain('cap/0')
    })

    it('takes those without a date last, in the order of the list', async () => {
      const mixed = thirty.map((href, i) => entry(href, i < 15 ? '' : `<updated>${minute(i)}</updated>`))
      expect(new Set(ids(await readList(atom(...mixed))))).toEqual(
        new Set([...thirty.slice(15), ...thirty.slice(0, 5)]),
      )
    })
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
