import { http as msw, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { server } from '../../../tests/msw'
import { SourceFault } from '../contract'
import { answering, BOUNDS, contextWith, NOW, ORIGIN, realHttp } from '../fixtures'
import type { Batch } from '../records'
import { settle } from '../settle'
import feed from './feed'

const read = (text: string, more: object = {}) =>
  feed.prepare({ via: 'bao/rss', ...more })(contextWith(answering(text)))

async function kindOf(reading: Promise<unknown>) {
  const result = await reading.catch((error: unknown) => error)
  return result instanceof SourceFault ? result.kind : 'read'
}

const DATE = 'Sun, 30 Apr 2023 18:00:00 +0700'
const AT = Date.UTC(2023, 3, 30, 11)
const item = (inner: string, date = DATE) => `<item>${inner}<pubDate>${date}</pubDate></item>`
const rss = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Cổng thông tin</title>${items.join('')}</channel></rss>`
const titles = ({ posts }: Batch) => posts.map(({ title }) => title)

describe('an RSS 2.0 feed', () => {
  it('gives each entry with title, text, address, time, publisher and topics', async () => {
    const batch = await read(
      rss(
        item(
          '<title><![CDATA[Khai mạc <b>lễ hội</b> &amp; h&ocirc;̣i chợ]]></title><link> https://bao.vn/1 </link>' +
            '<guid isPermaLink="false">n1</guid><description>&lt;p&gt;Sáng nay&lt;/p&gt;&lt;p&gt;đông khách&lt;/p&gt;</description>' +
            '<category>Lễ hội</category><category>Lễ hội</category><media:title xmlns:media="u">khác</media:title>',
        ),
      ),
    )
    expect(batch).toMatchObject({ total: 1, dropped: [] })
    expect(batch.posts).toEqual([
      {
        id: 'n1',
        title: 'Khai mạc lễ hội & hội chợ',
        text: 'Sáng nay đông khách',
        url: 'https://bao.vn/1',
        at: AT,
        publisher: 'Cổng thông tin',
        topics: ['Lễ hội'],
      },
    ])
  })

  it('takes the beginning of the text where there is no title', async () => {
    const [post] = (await read(rss(item(`<description>${'Ngập '.repeat(200)}</description>`)))).posts
    expect(post?.title).toMatch(/^Ngập Ngập .*…$/)
    expect(post?.text).toBeUndefined()
  })

  it.each([
    ['javascript', 'javascript:alert(1)', undefined],
    ['data', 'data:text/html,x', undefined],
    ['another host in disguise', '//xau.vn/1', undefined],
    ['a password', 'https://a:b@bao.vn/', undefined],
    ['a path', '/tin/1', `${ORIGIN}/tin/1`],
  ])('links nowhere but to an address that is safe: %s', async (_, link, url) => {
    const [post] = (await read(rss(item(`<title>A</title><link>${link}</link>`)))).posts
    expect(post?.url).toBe(url)
  })

  it('counts an entry once that stands in it twice: by guid, else address, else title and time', async () => {
    const entries = [
      item('<title>A</title><guid>1</guid><link>https://a.vn/1</link>'),
      item('<title>A, sửa</title><guid>1</guid><link>https://a.vn/2</link>'),
      item('<title>B</title><link>https://a.vn/b</link>'),
      item('<title>B</title><link>https://a.vn/b</link>'),
      item('<title>C</title>'),
      item('<title>C</title>'),
      item('<title>C</title>', 'Sat, 29 Apr 2023 18:00:00 +0700'),
    ]
    const batch = settle(await read(rss(...entries)), { bounds: BOUNDS, now: NOW })
    expect(titles(batch)).toEqual(['A', 'B', 'C', 'C'])
    expect(batch).toMatchObject({ total: 4, dropped: [] })
  })

  it('drops what has no title or no time, counts it, and keeps the rest, newest first', async () => {
    const batch = await read(
      rss(
        item('<title>Cũ</title>', 'Sat, 29 Apr 2023 18:00:00 +0700'),
        item('<title>Mới</title>'),
        '<item><title>Không ngày</title></item>',
        item('<title>Sai ngày</title>', 'hôm qua'),
        item('<link>https://a.vn/</link>'),
      ),
    )
    expect(titles(batch)).toEqual(['Mới', 'Cũ'])
    expect(batch.dropped.map(({ reason }) => reason)).toEqual([
      'missing',
      'not a date of any known form',
      'missing',
    ])
  })

  it('leaves out what is dated in the future', async () => {
    const many = Array.from({ length: 9 }, (_, i) => item(`<title>${i}</title>`))
    const future = item('<title>Mai sau</title>', 'Mon, 01 May 2023 18:00:00 +0700')
    const batch = settle(await read(rss(...many, future)), { bounds: BOUNDS, now: NOW })
    expect(titles(batch)).not.toContain('Mai sau')
    expect(batch.dropped).toMatchObject([{ reason: 'time in the future' }])
  })

  it('keeps only the newest so many', async () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      item(`<title>${i}</title>`, `Sun, 30 Apr 2023 1${i}:00:00 +0700`),
    )
    expect(titles(await read(rss(...many), { most: 2 }))).toEqual(['8', '7'])
  })

  it('has a publisher of its own name, the configured one, or each entry’s', async () => {
    const entries = rss(item('<title>A</title>'), item('<title>B</title><source url="u">Báo B</source>'))
    const of = async (more: object) => (await read(entries, more)).posts.map(({ publisher }) => publisher)
    expect(await of({})).toEqual(['Cổng thông tin', 'Báo B'])
    expect(await of({ publisher: 'Báo địa phương' })).toEqual(['Báo địa phương', 'Báo B'])
  })
})

describe('the time of an entry', () => {
  const timeOf = async (date: string, more: object = {}) =>
    (await read(rss(item('<title>A</title>', date)), more)).posts[0]?.at

  it('is read by the patterns of the city file, one or several', async () => {
    expect(await timeOf('30/04/2023 18:00')).toBeUndefined()
    expect(await timeOf('30/04/2023 18:00', { dates: 'dd/MM/yyyy HH:mm' })).toBe(AT)
    expect(await timeOf('18h00 30-04-2023', { dates: ['dd/MM/yyyy', "HH'h'mm dd-MM-yyyy"] })).toBe(AT)
  })

  it('is in the city’s zone where the feed names none, or in the feed’s own', async () => {
    expect(await timeOf('Sun, 30 Apr 2023 18:00:00')).toBe(AT)
    expect(await timeOf('Sun, 30 Apr 2023 20:00:00', { zone: 'Asia/Tokyo' })).toBe(AT)
    expect(await timeOf('Sun, 30 Apr 2023 18:00:00 GMT', { ignoreZones: true })).toBe(AT)
  })
})

describe('feeds of other formats', () => {
  it('may be Atom, with titles as text, HTML or XHTML', async () => {
    const entry = (id: string, inner: string) =>
      `<entry><id>${id}</id><updated>2023-04-30T18:00:00+07:00</updated>${inner}</entry>`
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Cổng</title>${[
      entry(
        'a',
        '<title>1 &lt; 2 &amp;amp; 3</title><link rel="self" href="https://a.vn/self"/><link href="https://a.vn/a"/><category term="ngap" label="Ngập lụt"/>',
      ),
      entry(
        'b',
        '<title type="html">&lt;b&gt;B&lt;/b&gt;</title><summary type="html">&lt;p&gt;x&lt;/p&gt;</summary>',
      ),
      entry(
        'c',
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="color:red">C</p><script>1</script></div></title>',
      ),
    ].join('')}</feed>`
    expect((await read(text)).posts).toMatchObject([
      {
        id: 'a',
        title: '1 < 2 &amp; 3',
        url: 'https://a.vn/a',
        topics: ['Ngập lụt'],
        publisher: 'Cổng',
        at: AT,
      },
      { id: 'b', title: 'B', text: 'x' },
      { id: 'c', title: 'C' },
    ])
  })

  it('may be Atom under a prefix, or RSS 1.0', async () => {
    const atom =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id><a:title>A</a:title><a:published>2023-04-30T18:00:00+07:00</a:published></a:entry></a:feed>'
    const rdf =
      '<rdf:RDF><channel><title>K</title></channel><item rdf:about="https://a.vn/1"><title>R</title><dc:date>2023-04-30T18:00+07:00</dc:date></item></rdf:RDF>'
    expect((await read(atom)).posts).toMatchObject([{ id: '1', title: 'A', at: AT }])
    expect((await read(rdf)).posts).toMatchObject([
      { id: 'https://a.vn/1', title: 'R', at: AT, publisher: 'K' },
    ])
  })

  it.each([
    ['an OGC error', '<ServiceExceptionReport/>', 'shape'],
    ['a feed that is cut off', rss(item('<title>A</title>')).slice(0, -9), 'parse'],
    ['a document type', '<!DOCTYPE rss><rss><channel/></rss>', 'refused'],
  ])('are refused when they are none: %s', async (_, text, kind) => {
    expect(await kindOf(read(text))).toBe(kind)
  })

  it('may be empty', async () => {
    expect(await read(rss())).toMatchObject({ posts: [], total: 0 })
  })
})

describe('a feed over HTTP', () => {
  const overHttp = (body: string | Uint8Array<ArrayBuffer>, type: string | undefined, more: object = {}) => {
    server.use(
      msw.get(
        `${ORIGIN}/bao/rss`,
        () => new HttpResponse(body, { headers: type === undefined ? {} : { 'content-type': type } }),
      ),
    )
    return feed.prepare({ via: 'bao/rss' })(contextWith(realHttp(more)))
  }

  it.each(['application/rss+xml', 'application/atom+xml; charset=utf-8', 'text/xml', 'application/xml'])(
    'may come as %s',
    async (type) => {
      expect(titles(await overHttp(rss(item('<title>Đò</title>')), type))).toEqual(['Đò'])
    },
  )

  it.each([
    ['a log-in page', '<!doctype html><html></html>', 'text/html', 'auth'],
    ['a page that says it is XML', '<?xml version="1.0"?>\n<!-- x --><html></html>', 'text/xml', 'auth'],
    ['an XHTML page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'application/xhtml+xml', 'auth'],
    ['JSON', '{"error":1}', 'application/json', 'shape'],
    ['broken letters', Uint8Array.of(0x3c, 0xc3, 0x28), 'text/xml', 'parse'],
  ])('is told from %s', async (_, body, type, kind) => {
    expect(await kindOf(overHttp(body, type))).toBe(kind)
  })

  it('has the limits of every other answer', async () => {
    expect(
      await kindOf(overHttp(rss(item(`<title>${'A'.repeat(500)}</title>`)), 'text/xml', { maxBytes: 400 })),
    ).toBe('limit')
    server.use(msw.get(`${ORIGIN}/bao/rss`, () => new HttpResponse(null, { status: 429 })))
    expect(await kindOf(feed.prepare({ via: 'bao/rss' })(contextWith(realHttp())))).toBe('throttled')
  })

  it('asks for XML', async () => {
    let accept = ''
    server.use(
      msw.get(`${ORIGIN}/bao/rss`, ({ request }) => {
        accept = request.headers.get('accept') ?? ''
        return new HttpResponse(rss(), { headers: { 'content-type': 'text/xml' } })
      }),
    )
    await feed.prepare({ via: 'bao/rss' })(contextWith(realHttp()))
    expect(accept).toMatch(/^application\/rss\+xml/)
  })

  it('may speak of HTML in its first article', async () => {
    const body = rss(
      item('<title>A</title><description><![CDATA[<html><body>x</body></html>]]></description>'),
    )
    expect((await overHttp(body, 'text/xml')).posts).toMatchObject([{ text: 'x' }])
  })
})
