import { SourceFault } from '../contract'
import { hash } from '../hash'
import { parseXml, textOf, type Element } from '../xml'
import { isFlat, localName, named, said, type Around } from './message'

/** Where a message is, with the dates that its entry bears, as they are written. */
export interface Link {
  href: string
  dates: readonly string[]
}

/** A message within an answer, or the address where it is. */
export type Found =
  | { kind: 'message'; element: Element; around: Around }
  | ({ kind: 'link' } & Link)
  /** An entry that is no alert and leads to none. */
  | { kind: 'nothing'; title: string }

/** Everything in an answer that is a CAP message or leads to one; undefined when it is neither CAP nor a list. */
export function findMessages(root: Element, follow: boolean): Found[] | undefined {
  const name = localName(root)
  const entries =
    name === 'feed' ? named(root, 'entry') : name === 'rss' || name === 'RDF' ? itemsOf(root) : undefined
  if (entries) {
    const own = new Set(addressesOf(root))
    return entries.flatMap((entry) => inEntry(entry, follow, own))
  }
  const alerts = alertsIn(root)
  return alerts.length === 0 ? undefined : alerts.map((element) => ({ kind: 'message', element, around: {} }))
}

const itemsOf = (root: Element) =>
  [...named(root, 'channel'), root].flatMap((parent) => named(parent, 'item'))

/** Where the list itself is, by its own account: a gateway may have given it another address. */
const addressesOf = (root: Element) =>
  [root, ...named(root, 'channel')].flatMap((parent) => [
    ...named(parent, 'id').map((id) => textOf(id).trim()),
    ...named(parent, 'link').map((link) => (link.attributes.get('href') ?? textOf(link)).trim()),
  ])

function inEntry(entry: Element, follow: boolean, own: ReadonlySet<string>): Found[] {
  const alerts = [...alertsIn(entry), ...written(entry)]
  if (alerts.length > 0) return alerts.map((element) => ({ kind: 'message', element, around: {} }))
  const link = linkOf(entry)
  // "There are no active watches": an entry that leads back to its list is a sentence, no alert.
  const href = link !== undefined && own.has(link) ? undefined : link
  if (href !== undefined && (follow || !isFlat(entry))) return [{ kind: 'link', href, dates: datesOf(entry) }]
  // With less than a whole message and nowhere to look it is dropped, and the reason told.
  if (isFlat(entry) || said(entry, 'msgType', 'message_type', 'severity', 'event', 'areaDesc') !== undefined)
    return [{ kind: 'message', element: entry, around: aroundOf(entry) }]
  return [{ kind: 'nothing', title: said(entry, 'title') ?? '' }]
}

/** The messages at any depth: whole, in a wrapping of EDXL, or as the content of an entry. */
export function alertsIn(element: Element): Element[] {
  if (localName(element) === 'alert') return [element]
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : alertsIn(child)))
}

/** A message that stands as text in an entry. */
function written(entry: Element): Element[] {
  return named(entry, 'content', 'summary', 'description', 'encoded').flatMap((part) => {
    const text = textOf(part).trim()
    return /^<(?:\?xml|(?:\w+:)?alert\b)/.test(text) ? alertsInText(text) : []
  })
}

/** Broken within a sound list it is text like any other, and the entry's link may still lead to the message. */
function alertsInText(text: string): Element[] {
  try {
    return alertsIn(parseXml(text))
  } catch (error) {
    if (error instanceof SourceFault) return []
    throw error
  }
}

const datesOf = (entry: Element) =>
  named(entry, 'updated', 'published', 'sent', 'pubDate', 'date').map((date) => textOf(date))

const trimmed = (text: string | undefined) => text?.trim() || undefined

/** What an entry of Atom or RSS says itself. Two parts of one message stand as two entries with two ids. */
function aroundOf(entry: Element): Around {
  const [author] = named(entry, 'author', 'source')
  const id = said(entry, 'id', 'guid') ?? linkOf(entry)
  const title = said(entry, 'title')
  return {
    identifier: id ?? (title && `~${hash(title).toString(36)}`),
    sender: author && (said(author, 'name') ?? trimmed(textOf(author))),
    sent: said(entry, 'published', 'pubDate', 'updated', 'date'),
    title,
    summary: said(entry, 'summary', 'description'),
  }
}

/** Where the message of an entry is: the link that says it is CAP, else the article that is no web page. */
function linkOf(entry: Element): string | undefined {
  const links = named(entry, 'link')
  const of = (link: Element, name: string) => link.attributes.get(name)?.toLowerCase() ?? ''
  const isCap = (link: Element) => /cap\+xml/.test(of(link, 'type'))
  const isArticle = (link: Element) =>
    ['', 'alternate', 'enclosure'].includes(of(link, 'rel')) &&
    !/html/.test(of(link, 'type')) &&
    of(link, 'hreflang') === ''
  const chosen = links.find(isCap) ?? links.find(isArticle)
  return chosen && trimmed(chosen.attributes.get('href') ?? textOf(chosen))
}
