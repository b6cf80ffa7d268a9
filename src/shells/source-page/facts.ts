import type { City, Source } from '../../city/schema'
import { resolver } from '../../sources/address'
import { elapsed, type Moment } from '../../sources/clock'
import { roundAge } from '../../sources/freshness'
import { periodOf, timeLeft, type Memory } from '../../sources/memory'
import { TIMEOUT_MS } from '../../sources/poll'
import { formatAge, formatNumber, type Language } from '../../ui/format'
import type { SourceWords } from '../../ui/locales/sources/vi'
import { gapText, sinceText } from '../times'
import { fill } from './words'

/** Clocks within this agree, in ms. */
const SKEW_MS = 60_000

export interface Setting {
  words: SourceWords
  language: Language
  zone: string
  now: Moment
}

/** 3 phút trước · 14:02:11 */
export function agoText(at: Moment | undefined, { words, language, zone, now }: Setting): string {
  if (at === undefined) return words.never
  const age = formatAge(roundAge(elapsed(at, now)), language)
  return `${fill(words.ago, { age })} · ${sinceText(at.wall, now.wall, zone, true)}`
}

/** The same without the moment, for a column. */
export function ageText(at: Moment | undefined, { words, language, now }: Setting): string {
  if (at === undefined) return words.never
  return fill(words.ago, { age: formatAge(roundAge(elapsed(at, now)), language) })
}

/** Counts down to the next read. */
export function nextText(memory: Memory, { words, language, now }: Setting): string {
  const left = timeLeft(memory, now)
  return left < 500 ? words.reading : fill(words.inTime, { time: gapText(left, language) })
}

/** What the last read cost: 340 ms · 12,3 kB. A read that failed tells neither. */
export function costText({ latencyMs, bytes }: Memory, language: Language): string {
  if (latencyMs === 0 && bytes === 0) return '—'
  return `${latencyText(latencyMs, language)} · ${bytesText(bytes, language)}`
}

function bytesText(bytes: number, language: Language): string {
  const [size, unit] = bytes >= 1e6 ? [1e6, 'MB'] : bytes >= 1e3 ? [1e3, 'kB'] : [1, 'B']
  return `${formatNumber(bytes / size, language, 1)} ${unit}`
}

function latencyText(ms: number, language: Language): string {
  return ms < 1_000
    ? `${formatNumber(ms, language, 0)} ms`
    : `${formatNumber(ms / 1000, language, 1)} ${language === 'vi' ? 'giây' : 's'}`
}

/** Where a source is asked, for a person to try by hand; connectors without an address have none. */
export function addressOf({ options }: Source, city: Pick<City, 'url' | 'gateway'>): string | undefined {
  if (typeof options !== 'object' || options === null) return undefined
  const told = (name: string) => {
    const value: unknown = Reflect.get(options, name)
    return typeof value === 'string' ? value : undefined
  }
  const [via, url] = [told('via'), told('url')]
  if (via === undefined && url === undefined) return undefined
  try {
    return resolver(city)({ via, url })
  } catch {
    return via ?? url
  }
}

/** How two clocks stand to each other; 0 from a server of which nothing is known. */
function clockText(aheadMs: number, { words, language }: Setting, nothing: string): string {
  if (aheadMs === 0) return nothing
  if (Math.abs(aheadMs) < SKEW_MS) return words.agrees
  return fill(aheadMs > 0 ? words.ahead : words.behind, { gap: gapText(Math.abs(aheadMs), language) })
}

/** Everything measured of a source, as rows of a label and a value. */
export function factsOf(source: Source, memory: Memory, setting: Setting): [string, string][] {
  const { words, language, zone, now } = setting
  const { attempts, successes, failures, batch, plan, sourceAheadMs, serverAheadMs } = memory
  const period = formatAge(periodOf(memory, source.every), language)
  const asked = attempts > 0
  return [
    [words.lastTry, agoText(asked ? plan.from : undefined, setting)],
    [words.lastGood, agoText(memory.okAt, setting)],
    [words.next, nextText(memory, setting)],
    [words.failures, asked ? fill(words.ofTries, { failures, successes, attempts }) : words.never],
    [words.every, memory.slowReads > 0 ? fill(words.doubled, { every: period }) : period],
    [words.timeout, formatAge(Math.min(source.timeout ?? TIMEOUT_MS, source.every), language)],
    [words.latency, costText(memory, language)],
    [words.records, batch ? recordsText(batch.total, batch.dropped.length, setting) : words.never],
    [
      words.observed,
      batch?.observedAt === undefined
        ? words.observedNone
        : sinceText(batch.observedAt, now.wall, zone, true),
    ],
    [words.sourceClock, clockText(sourceAheadMs, setting, batch?.observedAt ? words.agrees : words.unknown)],
    [words.serverClock, clockText(serverAheadMs, setting, words.unknown)],
  ]
}

function recordsText(total: number, dropped: number, { words, language }: Setting): string {
  const count = (value: number) => formatNumber(value, language, 0)
  return fill(words.recordsRead, { total: count(total), dropped: count(dropped) })
}
