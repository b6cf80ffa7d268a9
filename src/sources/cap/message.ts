import { Unreadable } from '../mapping/field'
import { feedDate } from '../mapping/feedDates'
import { plainText } from '../mapping/plain'
import { ALERT_SEVERITIES, type AlertSeverity, type AlertStatus } from '../records'
import { textOf, type Element } from '../xml'
import type { Shapes } from './area'

/** A message of the Common Alerting Protocol (OASIS CAP 1.0–1.2), before it is known which of them still stand. */
export interface Message {
  identifier: string
  sender: string
  /** Epoch ms. */
  sentAt: number
  /** `none`: for machines or not finished; nobody is to see it. */
  status: AlertStatus | 'none'
  type: 'alert' | 'update' | 'cancel' | 'other'
  isPublic: boolean
  references: readonly Reference[]
  infos: readonly Info[]
}

/** An earlier message that this one speaks of. */
export interface Reference {
  identifier: string
  sender: string | undefined
  sentAt: number | undefined
}

export interface Info {
  language: string
  event: string | undefined
  headline: string | undefined
  text: string | undefined
  instruction: string | undefined
  senderName: string | undefined
  web: string | undefined
  severity: AlertSeverity
  /** The event is past or the all-clear is given: nothing is to be done any more. */
  isOver: boolean
  effectiveAt: number | undefined
  expiresAt: number | undefined
  areas: readonly string[]
  codes: readonly string[]
  shapes: Shapes
}

/** What a list says about an entry in words of its own, where CAP has nothing. */
export interface Around {
  identifier?: string | undefined
  sender?: string | undefined
  sent?: string | undefined
  title?: string | undefined
  summary?: string | undefined
}

/** Feeds name elements with or without a prefix, and nobody agrees on which. */
export const localName = ({ name }: Element) => name.slice(name.indexOf(':') + 1)

export function named(element: Element, ...names: string[]): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && names.includes(localName(child)),
  )
}

/** The text of the first such element; undefined when there is none or it is empty. */
export const said = (element: Element, ...names: string[]) =>
  named(element, ...names)
    .map((child) => plainText(textOf(child)))
    .find((text) => text !== '')

const STATUSES: Readonly<Record<string, Message['status']>> = {
  actual: 'actual',
  exercise: 'exercise',
  test: 'test',
  system: 'none',
  draft: 'none',
}
const TYPES: Readonly<Record<string, Message['type']>> = {
  alert: 'alert',
  update: 'update',
  cancel: 'cancel',
  ack: 'other',
  error: 'other',
}

/** Whether an entry of a list says enough to be a message by itself: it has CAP's own fields, flat. */
export const isFlat = (entry: Element) =>
  said(entry, 'status') !== undefined &&
  said(entry, 'msgType', 'message_type') !== undefined &&
  said(entry, 'event', 'headline') !== undefined

/** Reads an <alert>, or an entry that has its fields flat. Never takes a test for an alert: a word is known or refused. */
export function readMessage(element: Element, zone: string, around: Around = {}): Message {
  const parts = named(element, 'info')
  const infos = parts.length > 0 ? parts : localName(element) === 'alert' ? [] : [element]
  const date = (text: string | undefined) => dateOf(text, zone)
  const sent =
    said(element, 'sent') ?? around.sent ?? infos.map((info) => said(info, 'effective')).find(Boolean)
  const sentAt = date(sent)
  const identifier = said(element, 'identifier') ?? around.identifier
  if (identifier === undefined) throw new Unreadable('identifier', 'missing', undefined)
  if (sentAt === undefined) throw new Unreadable('sent', sent === undefined ? 'missing' : 'not a date', sent)
  return {
    identifier,
    sender: said(element, 'sender') ?? around.sender ?? '',
    sentAt,
    status: word(STATUSES, 'status', said(element, 'status')),
    type: word(TYPES, 'msgType', said(element, 'msgType', 'message_type')),
    // Older servers leave the scope out; one that says anything else than public means it.
    isPublic: (said(element, 'scope') ?? 'public').toLowerCase() === 'public',
    references: referencesOf(said(element, 'references'), zone),
    infos: infos.map((info) => readInfo(info, date, around)),
  }
}

function word<T>(table: Readonly<Record<string, T>>, path: string, text: string | undefined): T {
  const found = text === undefined ? undefined : new Map(Object.entries(table)).get(text.toLowerCase())
  if (found === undefined)
    throw new Unreadable(path, text === undefined ? 'missing' : 'not a word that CAP knows', text)
  return found
}

function readInfo(
  info: Element,
  date: (text: string | undefined) => number | undefined,
  around: Around,
): Info {
  const areas = named(info, 'area')
  const places = areas.length > 0 ? areas : [info]
  const all = (name: string) =>
    places.flatMap((place) => named(place, name)).map((each) => plainText(textOf(each)))
  const severity = said(info, 'severity')?.toLowerCase()
  const responses = named(info, 'responseType').map((each) => textOf(each).trim().toLowerCase())
  return {
    language: said(info, 'language')?.toLowerCase() ?? '',
    event: said(info, 'event'),
    headline: said(info, 'headline') ?? around.title,
    text: said(info, 'description') ?? around.summary,
    instruction: said(info, 'instruction'),
    senderName: said(info, 'senderName'),
    web: said(info, 'web'),
    severity: ALERT_SEVERITIES.find((each) => each === severity) ?? 'unknown',
    isOver: said(info, 'urgency')?.toLowerCase() === 'past' || responses.includes('allclear'),
    effectiveAt: date(said(info, 'effective')),
    expiresAt: date(said(info, 'expires')),
    areas: [...new Set(all('areaDesc').filter(Boolean))],
    codes: places.flatMap((place) => named(place, 'geocode')).flatMap(codesOf),
    shapes: { polygons: all('polygon'), circles: all('circle') },
  }
}

/** Some lists put several names and values, and several codes in one value, into one <geocode>. */
const codesOf = (geocode: Element) =>
  named(geocode, 'value').flatMap((value) => textOf(value).trim().split(/\s+/).filter(Boolean))

export const dateOf = (text: string | undefined, zone: string) =>
  text === undefined ? undefined : feedDate(text, { zone, patterns: [], ignoreZones: false })

/** "sender,identifier,sent" several times over; a sender may have blanks in its name. Some servers list bare identifiers. */
function referencesOf(text: string | undefined, zone: string): Reference[] {
  if (text === undefined) return []
  const whole = [...text.matchAll(/[,\s]*([^,]+),\s*([^,]+),\s*([^,\s]+)/g)]
  if (whole.length === 0)
    return text.split(/[,\s]+/).map((identifier) => ({ identifier, sender: undefined, sentAt: undefined }))
  return whole.map(([, sender = '', identifier = '', sent]) => ({
    identifier: identifier.trim(),
    sender: sender.trim(),
    sentAt: dateOf(sent, zone),
  }))
}
