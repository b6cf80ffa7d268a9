import { describe, expect, it } from 'vitest'
import { BOUNDS, NOW } from '../fixtures'
import { AT, info, message, list, read, ids, one, CAP } from '../../../tests/capMessages'
import { settle } from '../settle'

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
