import * as v from 'valibot'
import { safeUrl } from '../../city/url'
import { geometryOf, touches } from '../cap/area'
import { keyOf, standing, type Standing } from '../cap/chain'
import { dateOf, readMessage, type Info, type Message } from '../cap/message'
import { alertsIn, findMessages, type Found, type Link } from '../cap/messages'
import { defineConnector, SourceFault, type ReadContext } from '../contract'
import { createGatherer } from '../gather'
import { known } from '../known'
import { Unreadable } from '../mapping/field'
import { address, oneAddress, requestEntries } from '../mapping/request'
import type { Alert } from '../records'
import { redact } from '../redact'
import { parseXml, textOf, type Element } from '../xml'

/** Documents behind a list that one read may ask for. */
const MOST_DOCUMENTS = 20
/** What a wall shows of a text; the rest stays at its publisher's. */
const MOST_TEXT = 600
const MOST_TITLE = 200
const ACCEPT = 'application/cap+xml, application/atom+xml, application/rss+xml, application/xml, text/xml'

const schema = v.pipe(
  v.strictObject({
    ...requestEntries,
    /** Which language of a message is shown, the best first; the message's first one when it has none of them. */
    languages: v.optional(v.array(v.string()), ['vi']),
    /** Zone of times that name none; the city's unless told. */
    zone: v.optional(v.string()),
    /** Also ask for the documents behind a list whose entries say the most important themselves. */
    follow: v.optional(v.boolean(), false),
    /** Only alerts whose area touches the city's map; those that draw none are kept. */
    near: v.optional(v.boolean(), false),
    /** Only alerts for one of these geocodes; those that name none are kept. */
    codes: v.optional(v.array(v.string()), []),
  }),
  oneAddress(),
)
type Options = v.InferOutput<typeof schema>
type Gatherer = ReturnType<typeof createGatherer>

const cut = (text: string, most = MOST_TEXT) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

function drop(gather: Gatherer, place: string, sample: string, error: Unreadable): void {
  gather.alert(place, sample, () => {
    throw error
  })
}

/** A message that can be read; one that cannot is dropped and counted. */
function read(
  gather: Gatherer,
  found: Extract<Found, { kind: 'message' }>,
  place: string,
  zone: string,
): Message[] {
  try {
    return [readMessage(found.element, zone, found.around)]
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    drop(gather, place, textOf(found.element), error)
    return []
  }
}

/** The newest first, by the last date of each entry, and those that bear none as listed: only the first are asked for. */
function newestFirst(links: readonly Link[], zone: string): Link[] {
  const dated = links.map((link) => ({
    link,
    at: Math.max(0, ...link.dates.flatMap((date) => dateOf(date, zone) ?? [])),
  }))
  return dated.toSorted((a, b) => b.at - a.at).map(({ link }) => link)
}

/** The documents behind a list's links: on its own host only, and never outside the gateway. */
async function readLinked(
  links: readonly Link[],
  from: string,
  options: Options,
  context: ReadContext,
  gather: Gatherer,
): Promise<Element[]> {
  const base = options.via === undefined ? new URL(from).origin : context.resolve({ via: '' })
  const ordered = newestFirst(links, options.zone ?? context.zone)
  const urls = [...new Set(ordered.flatMap(({ href }) => safeUrl(href, from) ?? []))].filter(
    (url) => url !== from,
  )
  const [near, far] = [
    urls.filter((url) => url.startsWith(base)),
    urls.filter((url) => !url.startsWith(base)),
  ]
  for (const url of far) drop(gather, 'link', url, new Unreadable('link', 'leads to another host', url))
  gather.skip(Math.max(0, near.length - MOST_DOCUMENTS))
  const asked = near.slice(0, MOST_DOCUMENTS)
  const faults: SourceFault[] = []
  const answers = await Promise.all(
    asked.map(async (url): Promise<Element[]> => {
      try {
        const { text } = await context.http.text({ url, headers: { Accept: ACCEPT, ...options.headers } })
        const alerts = alertsIn(parseXml(text))
        if (alerts.length === 0) throw new SourceFault('shape', 'no CAP message')
        return alerts
      } catch (error) {
        if (!(error instanceof SourceFault)) throw error
        faults.push(error)
        drop(gather, 'link', url, new Unreadable('link', `${error.kind}: ${redact(error.message)}`, url))
        return []
      }
    }),
  )
  // All of them gone is no empty list: the last good one stays.
  const [fault] = faults
  if (fault && faults.length === asked.length) throw fault
  return answers.flat()
}

/** The parts of a message in the language that is wanted; each is an alert of its own (CAP 1.2 §3.2.2). */
function partsOf({ infos }: Message, languages: readonly string[]): Info[] {
  const speaks = (language: string, info: Info) =>
    info.language.split('-')[0] === language.toLowerCase().split('-')[0]
  const wanted = languages.find((language) => infos.some((info) => speaks(language, info)))
  const [first] = infos
  const chosen = infos.filter((info) =>
    wanted === undefined ? info.language === first?.language : speaks(wanted, info),
  )
  return merged(chosen.filter(({ isOver }) => !isOver))
}

/** Parts that differ only in their area are one alert: some lists have an entry for every district. */
function merged(infos: readonly Info[]): Info[] {
  const kept = new Map<string, Info>()
  for (const info of infos) {
    const { areas: _areas, codes: _codes, shapes: _shapes, headline, ...same } = info
    const key = JSON.stringify([same, same.event ?? headline])
    const before = kept.get(key)
    kept.set(key, before ? joined(before, info) : info)
  }
  return [...kept.values()]
}

const joined = (a: Info, b: Info): Info => ({
  ...a,
  // A headline that names one of the districts would be wrong for all.
  headline: a.headline === b.headline ? a.headline : a.event,
  areas: [...new Set([...a.areas, ...b.areas])],
  codes: [...a.codes, ...b.codes],
  shapes: {
    polygons: [...new Set([...a.shapes.polygons, ...b.shapes.polygons])],
    circles: [...new Set([...a.shapes.circles, ...b.shapes.circles])],
  },
})

function toAlert({ id, message }: Standing, info: Info, index: number, from: string): Alert {
  const title = info.headline ?? info.event
  if (title === undefined) throw new Unreadable('headline', 'missing', undefined)
  if (message.status === 'none') throw new Unreadable('status', 'not for people', undefined)
  const text = info.text === title ? undefined : info.text
  return known({
    id: index === 0 ? id : `${id} ${index + 1}`,
    status: message.status,
    severity: info.severity,
    title: cut(title, MOST_TITLE),
    text: text && cut(text),
    instruction: info.instruction && cut(info.instruction),
    sender: info.senderName ?? (message.sender || undefined),
    area: info.areas.length > 0 ? cut(info.areas.join('; '), MOST_TITLE) : undefined,
    geometry: geometryOf(info.shapes),
    sentAt: message.sentAt,
    startsAt: info.effectiveAt,
    expiresAt: info.expiresAt,
    url: info.web === undefined ? undefined : safeUrl(info.web, from),
  })
}

function isHere(info: Info, { near, codes }: Options, { bounds }: ReadContext): boolean {
  const geometry = near ? geometryOf(info.shapes) : undefined
  if (geometry && !touches(geometry, bounds)) return false
  return codes.length === 0 || info.codes.length === 0 || info.codes.some((code) => codes.includes(code))
}

/** Messages that are one and the same, brought in parts by several entries of a list. */
function united(messages: readonly Message[]): Message[] {
  const byKey = new Map<string, Message>()
  for (const message of messages) {
    const key = keyOf(message)
    const before = byKey.get(key)
    byKey.set(key, before ? { ...before, infos: [...before.infos, ...message.infos] } : message)
  }
  return [...byKey.values()]
}

/** Warnings by the Common Alerting Protocol: one message, a list of them, or a list of addresses of them (OASIS CAP). */
export default defineConnector({
  kind: 'cap',
  schema,
  example: { via: 'canhbao/cap', near: true },
  async read(options, context) {
    const url = address(context.resolve(options), options.query, context)
    const { text, url: from } = await context.http.text({
      url,
      headers: { Accept: ACCEPT, ...options.headers },
    })
    const gather = createGatherer()
    if (text.trim() === '') return gather.batch()
    if (!text.trimStart().startsWith('<')) throw new SourceFault('shape', `not XML: ${redact(text)}`)
    const root = parseXml(text)
    const found = findMessages(root, options.follow)
    if (!found) throw new SourceFault('shape', `neither CAP nor a list of it: <${redact(root.name)}>`)
    const links = found.filter((each) => each.kind === 'link')
    const linked = await readLinked(links, from, options, context, gather)
    const whole = [
      ...found.filter((each) => each.kind === 'message'),
      ...linked.map((element) => ({ kind: 'message', element, around: {} }) as const),
    ]
    const zone = options.zone ?? context.zone
    const messages = united(whole.flatMap((each, index) => read(gather, each, `alert ${index}`, zone)))
    const standingNow = standing(messages)
    for (const each of standingNow) {
      const parts = partsOf(each.message, options.languages).filter((info) => isHere(info, options, context))
      parts.forEach((info, index) =>
        gather.alert(each.id, info.headline ?? '', () => toAlert(each, info, index, from)),
      )
    }
    const batch = gather.batch()
    // What is read and not shown (tests, drafts, cancelled, replaced, elsewhere) is no broken record.
    return { ...batch, total: Math.max(batch.total, batch.dropped.length + messages.length) }
  },
})
