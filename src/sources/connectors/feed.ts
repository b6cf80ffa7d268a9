import * as v from 'valibot'
import { safeUrl } from '../../city/url'
import { defineConnector, SourceFault, type ReadContext } from '../contract'
import { createGatherer } from '../gather'
import { hash } from '../hash'
import { known } from '../known'
import { Unreadable } from '../mapping/field'
import { feedDate, type DateRules } from '../mapping/feedDates'
import { oneLine, plainText } from '../mapping/plain'
import { address, oneAddress, requestEntries } from '../mapping/request'
import type { Post } from '../records'
import { redact } from '../redact'
import { elements, parseXml, textOf, type Element } from '../xml'

/** What a wall shows of a text; the rest stays at its publisher's. */
const MOST_TEXT = 400

const schema = v.pipe(
  v.strictObject({
    ...requestEntries,
    /** Zone of dates that name none; the city's unless told. */
    zone: v.optional(v.string()),
    /** date-fns patterns of dates that are neither RFC 822 nor RFC 3339, such as dd/MM/yyyy HH:mm. */
    dates: v.optional(v.union([v.string(), v.array(v.string())]), []),
    /** The portal names a wrong zone (local time called GMT): dates are read in `zone`, whatever they name. */
    ignoreZones: v.optional(v.boolean(), false),
    /** Who publishes; the feed's own title unless told. */
    publisher: v.optional(v.string()),
    /** Only the newest so many. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 200),
  }),
  oneAddress(),
)
type Options = v.InferOutput<typeof schema>

/** The entries of a feed as its format has them. */
interface Feed {
  publisher: string | undefined
  entries: Raw[]
}

/** An entry before anything in it is judged. */
interface Raw {
  ids: readonly (string | undefined)[]
  link: string | undefined
  title: string | undefined
  text: string | undefined
  date: string | undefined
  publisher: string | undefined
  topics: readonly string[]
}

const first = (element: Element, ...names: string[]): Element | undefined => {
  for (const name of names) {
    const [found] = elements(element, name)
    if (found) return found
  }
  return undefined
}
const said = (element: Element | undefined) => (element && oneLine(textOf(element))) || undefined
const plain = (element: Element | undefined) => (element && plainText(textOf(element))) || undefined

/** RSS 2.0 (items in the channel) and RSS 1.0 (items beside it). HTML may stand in titles and descriptions. */
function readRss(root: Element): Feed {
  const channel = first(root, 'channel')
  if (!channel) throw new SourceFault('shape', 'RSS without a channel')
  const items = [...elements(channel, 'item'), ...elements(root, 'item')]
  return {
    publisher: plain(first(channel, 'title')),
    entries: items.map((item) => {
      const guid = first(item, 'guid')
      const isLink = guid?.attributes.get('isPermaLink') !== 'false' && /^https?:/.test(said(guid) ?? '')
      const link = said(first(item, 'link')) ?? (isLink ? said(guid) : undefined)
      return {
        ids: [said(guid), item.attributes.get('rdf:about'), link],
        link,
        title: plain(first(item, 'title')),
        text: plain(first(item, 'description')),
        date: said(first(item, 'pubDate', 'dc:date', 'pubdate')),
        publisher: plain(first(item, 'source', 'dc:publisher')),
        topics: elements(item, 'category').flatMap((category) => plain(category) ?? []),
      }
    }),
  }
}

/** A text of Atom, which says itself whether it is HTML, XHTML or plain (RFC 4287 §3.1). */
function atomText(element: Element | undefined): string | undefined {
  if (element?.attributes.get('type') === 'xhtml') return oneLine(textOf(visible(element))) || undefined
  return /html/.test(element?.attributes.get('type') ?? '') ? plain(element) : said(element)
}

/** XHTML without what is not text for people. */
function visible(element: Element): Element {
  const children = element.children.flatMap((child) => {
    if (typeof child === 'string') return child
    return /^(?:\w+:)?(script|style|svg|object|iframe)$/i.test(child.name) ? [] : visible(child)
  })
  return { ...element, children }
}

function readAtom(root: Element, prefix: string): Feed {
  return {
    publisher: atomText(first(root, `${prefix}title`)),
    entries: elements(root, `${prefix}entry`).map((entry) => {
      const links = elements(entry, `${prefix}link`)
      const article = links.find(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate')
      const link = article?.attributes.get('href')?.trim()
      const source = first(entry, `${prefix}source`)
      return {
        ids: [said(first(entry, `${prefix}id`)), link],
        link,
        title: atomText(first(entry, `${prefix}title`)),
        text: atomText(first(entry, `${prefix}summary`, `${prefix}content`)),
        date: said(first(entry, `${prefix}published`, `${prefix}updated`, `${prefix}issued`)),
        publisher: source && atomText(first(source, `${prefix}title`)),
        topics: elements(entry, `${prefix}category`).flatMap(
          ({ attributes }) => oneLine(attributes.get('label') ?? attributes.get('term') ?? '') || [],
        ),
      }
    }),
  }
}

function readFeed(text: string): Feed {
  if (!text.trimStart().startsWith('<')) throw new SourceFault('shape', `not XML: ${redact(text)}`)
  const root = parseXml(text)
  const [, prefix = '', name = ''] = /^([^:]*:)?(.*)$/.exec(root.name) ?? []
  if (name === 'rss' || name === 'RDF') return readRss(root)
  if (name === 'feed') return readAtom(root, prefix)
  throw new SourceFault('shape', `neither RSS nor Atom: <${redact(root.name)}>`)
}

function readPost(raw: Raw, id: string, base: string, rules: DateRules, publisher: string | undefined): Post {
  const { link, title = raw.text, text } = raw
  if (title === undefined) throw new Unreadable('title', 'missing', undefined)
  const at = raw.date === undefined ? undefined : feedDate(raw.date, rules)
  if (at === undefined)
    throw new Unreadable(
      'date',
      raw.date === undefined ? 'missing' : 'not a date of any known form',
      raw.date,
    )
  return known({
    id,
    title: cut(title),
    text: text === undefined || text === title ? undefined : cut(text),
    url: link === undefined ? undefined : safeUrl(link, base),
    at,
    publisher: raw.publisher ?? publisher,
    topics: [...new Set(raw.topics)],
  })
}

const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text)

/** What makes two entries the same: the guid, else the link, else title and date (domain.md §3.2 (5)). */
function identity({ ids, title = '', text = '', date = '' }: Raw): string {
  return ids.find(Boolean) ?? `~${hash(`${title || text}\n${date}`).toString(36)}`
}

function readPosts(feed: Feed, options: Options, base: string, { zone }: ReadContext) {
  const { dates, ignoreZones, publisher = feed.publisher, most } = options
  const rules = { zone: options.zone ?? zone, patterns: [dates].flat(), ignoreZones }
  const gather = createGatherer()
  const seen = new Set<string>()
  for (const [index, raw] of feed.entries.entries()) {
    const id = identity(raw)
    // An entry listed twice is no broken record, so it counts neither as read nor as dropped.
    if (seen.has(id)) continue
    seen.add(id)
    gather.post(`entry ${index}`, raw.title ?? '', () => readPost(raw, id, base, rules, publisher))
  }
  const batch = gather.batch()
  return { ...batch, posts: batch.posts.toSorted((a, b) => b.at - a.at).slice(0, most) }
}

/** RSS 2.0, RSS 1.0 and Atom: entries of portals and papers, as text without markup (domain.md §3.2 (5)). */
export default defineConnector({
  kind: 'feed',
  schema,
  example: { via: 'cong-thong-tin/rss', dates: ['dd/MM/yyyy HH:mm'], publisher: 'Cổng thông tin điện tử' },
  async read(options, context) {
    const { headers, query } = options
    const url = address(context.resolve(options), query, context)
    const { text, url: from } = await context.http.text({ url, headers })
    if (text.trim() === '') return createGatherer().batch()
    return readPosts(readFeed(text), options, from, context)
  },
})
