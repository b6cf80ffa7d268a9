import type { Alarm, LimitSubject, Subject } from '../alarms/alarm'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import { amountText } from '../panels/facts'
import type { Language } from '../ui/format'
import { sinceText } from './times'

/** What the words of an alarm are made of; `t` gives the interface's own. `now` is epoch ms. */
export interface Speech {
  city: Pick<City, 'zone' | 'area' | 'areas' | 'figures' | 'sources' | 'organisations'>
  language: Language
  now: number
  t: (key: string, values: Record<string, unknown>) => string
}

/** What an alarm is about, and how that stands: the last thing to be left out where room is short. */
export interface Title {
  about: string
  reading: string
}

/** Where · figure, and its amount; where · a warning's title; a source, and its state. */
export function headingOf(subject: Subject, speech: Speech): Title {
  const { city, t } = speech
  switch (subject.kind) {
    case 'limit': {
      const figure = city.figures.get(subject.figure)
      // A kept alarm may speak of a figure that the city file no longer has.
      const name = figure ? figure.name[speech.language] : subject.figure
      return {
        about: [...partOf(subject, speech), name].join(' · '),
        reading: valueText(subject, speech),
      }
    }
    case 'city': {
      const { area, title } = subject.alert
      return { about: area === undefined ? title : `${area} · ${title}`, reading: '' }
    }
    case 'source':
      return { about: sourceName(subject.source, speech), reading: `· ${t(`state.${subject.state}`, {})}` }
  }
}

/** The same in one line. */
export function titleOf(subject: Subject, speech: Speech): string {
  const { about, reading } = headingOf(subject, speech)
  return `${about} ${reading}`.trim()
}

/** Which part of the city, when it is not the whole. */
function partOf({ area, dims }: LimitSubject, { city, language }: Speech): string[] {
  const part = area === city.area ? undefined : city.areas[area]
  return [...(part ? [(part.short ?? part.name)[language]] : []), ...Object.values(dims)]
}

/** The value as it was read, with its sign and range. */
function valueText(subject: LimitSubject, { city, language }: Speech): string {
  const figure = city.figures.get(subject.figure)
  return figure ? amountText(figure, subject, language) : String(subject.value)
}

export function sourceName(id: Id, { city, language }: Speech): string {
  const source = city.sources.get(id)
  return source ? source.name[language] : id
}

/** The source that an alarm comes from, by which a flood is grouped (faults §3.4 a). */
export function sourceOf(subject: Subject, { figures }: Pick<City, 'figures'>): Id {
  return subject.kind === 'limit'
    ? (figures.get(subject.figure)?.sources[0] ?? subject.figure)
    : subject.source
}

export type FactKind =
  | 'since'
  | 'priority'
  | 'value'
  | 'owner'
  | 'sender'
  | 'cause'
  | 'text'
  | 'action'
  | 'until'
  | 'acked'
  | 'shelf'

/** One line of an opened alarm; what nobody knows has no line. */
export interface AlarmFact {
  kind: FactKind
  text: string
}

/** Everything that whoever has to act on an alarm should know (faults §3.4 g). */
export function factsOf(alarm: Alarm, speech: Speech): AlarmFact[] {
  const { city, now, t } = speech
  const time = (at: number) => sinceText(at, now, city.zone)
  const { priority, raisedAt, acked, shelf } = alarm
  const told: [FactKind, string | undefined][] = [
    ['priority', t(`alarms.priority.${priority}`, {})],
    ['since', time(raisedAt)],
    ...subjectFacts(alarm.subject, speech, time),
    ['acked', acked && t('alarms.ackedBy', { by: acked.by, time: time(acked.at) })],
    [
      'shelf',
      shelf && t('alarms.shelvedBy', { by: shelf.by, until: time(shelf.until), reason: shelf.reason }),
    ],
  ]
  return told.flatMap(([kind, text]) => (text === undefined ? [] : [{ kind, text }]))
}

function subjectFacts(
  subject: Subject,
  speech: Speech,
  time: (at: number) => string,
): [FactKind, string | undefined][] {
  const { city, language, t } = speech
  switch (subject.kind) {
    case 'limit': {
      const figure = city.figures.get(subject.figure)
      return [
        ['value', pastText(subject, speech)],
        ['owner', ownerName(figure?.owner, speech)],
        ['cause', figure?.limits?.cause[language]],
        ['action', figure?.limits?.action[language]],
      ]
    }
    case 'city': {
      const { sender, text, instruction, expiresAt } = subject.alert
      return [
        ['sender', sender ?? sourceName(subject.source, speech)],
        ['text', text],
        ['action', instruction],
        ['until', expiresAt === undefined ? undefined : time(expiresAt)],
      ]
    }
    case 'source':
      return [
        ['owner', ownerName(city.sources.get(subject.source)?.owner, speech)],
        ['cause', t(`stateWhy.${subject.state}`, {})],
        ['action', t('alarms.sourceAction', {})],
      ]
  }
}

/** "42%, above the limit of 40%". */
function pastText(subject: LimitSubject, speech: Speech): string {
  const figure = speech.city.figures.get(subject.figure)
  const limit = figure?.limits?.[subject.level]
  const value = valueText(subject, speech)
  if (figure === undefined || limit === undefined) return value
  const side = figure.better === 'high' ? 'low' : 'high'
  const bound = amountText(figure, { value: limit, qualifier: 'exact' }, speech.language)
  return `${value}, ${speech.t(`alarms.past.${side}`, { limit: bound })}`
}

/** An alarm without an owner says so: it is a fault of the city file, not of the reader. */
function ownerName(id: Id | undefined, { city, language, t }: Speech): string {
  const owner = id === undefined ? undefined : city.organisations[id]
  return owner ? owner.name[language] : t('alarms.unowned', {})
}
