import {
  isAnnouncement,
  isExercise,
  standingOf,
  type Book,
  type LogEntry,
  type Subject,
} from '../../alarms/alarm'
import { grouped } from '../../panels/grouped'

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000
const WINDOW = 10 * MINUTE
/** A span of ten minutes with more is one in which nobody can follow. */
const CROWDED = 10
const TOP = 10
/** With fewer, ten make more than the target however evenly they come. */
const ENOUGH = TOP / 0.05

export const MEASURES = ['tenMinutes', 'hour', 'day', 'flooded', 'chattering', 'stale', 'topShare'] as const

/** How well the alarms serve one operator (faults §3.4). A share is 0–1. */
export interface Measure {
  id: (typeof MEASURES)[number]
  unit: 'count' | 'share'
  value: number
  target: number
  /** Beyond it an operator cannot cope; where the standards name none, the target is all there is. */
  max?: number
  /** There is too little to judge by. */
  few?: boolean
}

export interface Statistics {
  measures: readonly Measure[]
  /** What was announced most often within the last day. */
  top: readonly { key: string; count: number; subject: Subject }[]
}

export function statisticsOf({ alarms, log }: Pick<Book, 'alarms' | 'log'>, now: number): Statistics {
  const day = log.filter((entry) => isLoad(entry) && entry.at <= now && now - entry.at < DAY)
  const within = (ms: number) => day.filter(({ at }) => now - at < ms).length
  const top = mostFrequent(day)
  const ofTop = top.reduce((sum, { count }) => sum + count, 0)
  const standing = alarms.filter((alarm) => ['unacked', 'acked', 'shelved'].includes(standingOf(alarm)))
  return {
    top,
    measures: [
      { id: 'tenMinutes', unit: 'count', value: within(WINDOW), target: 1, max: 2 },
      { id: 'hour', unit: 'count', value: within(HOUR), target: 6, max: 12 },
      { id: 'day', unit: 'count', value: day.length, target: 150, max: 300 },
      { id: 'flooded', unit: 'share', value: crowdedShare(day, now), target: 0.01 },
      {
        id: 'chattering',
        unit: 'count',
        value: alarms.filter((alarm) => alarm.chattering).length,
        target: 0,
      },
      {
        id: 'stale',
        unit: 'count',
        value: standing.filter((each) => now - each.raisedAt > DAY).length,
        target: 4,
      },
      {
        id: 'topShare',
        unit: 'share',
        value: day.length === 0 ? 0 : ofTop / day.length,
        target: 0.05,
        few: day.length < ENOUGH,
      },
    ],
  }
}

/** Exercises ask nothing of anybody, so they are no load. */
const isLoad = (entry: LogEntry) => isAnnouncement(entry) && !isExercise(entry)

function mostFrequent(entries: readonly LogEntry[]): Statistics['top'] {
  return [...grouped(entries, ({ key }) => key)]
    .flatMap(([key, [first, ...others]]) =>
      first ? [{ key, count: others.length + 1, subject: first.subject }] : [],
    )
    .toSorted((a, b) => b.count - a.count)
    .slice(0, TOP)
}

/** The share of the last day's spans of ten minutes with too many. */
function crowdedShare(entries: readonly LogEntry[], now: number): number {
  const spans = grouped(entries, ({ at }) => String(Math.floor((now - at) / WINDOW)))
  return [...spans.values()].filter(({ length }) => length > CROWDED).length / (DAY / WINDOW)
}

export type Verdict = 'met' | 'over' | 'tooMany' | 'few'

export function verdictOf({ value, target, max, few }: Measure): Verdict {
  if (few) return 'few'
  if (value <= target) return 'met'
  return max !== undefined && value > max ? 'tooMany' : 'over'
}
