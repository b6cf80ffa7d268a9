import type { Figure } from '../city/figure'
import type { Limits, Priority } from '../city/limits'
import { instant } from '../city/period'
import type { Moment } from '../sources/clock'
import type { Alert, Reading } from '../sources/records'
import { advance } from './advance'
import { EMPTY_BOOK, type Book, type Finding, type Judgement, type LimitSubject } from './alarm'

const text = { vi: 'Chữ', en: 'Words' }
export const NOON = Date.parse('2026-11-22T05:00:00Z')
/** `s` seconds after noon, on both clocks. */
export const at = (s: number): Moment => ({ wall: NOON + s * 1000, mono: s * 1000 })

export const limits = (more: Partial<Limits> = {}): Limits => ({
  deadband: 0,
  on: 0,
  off: 0,
  priority: { warn: 'low', alarm: 'high' },
  cause: text,
  action: text,
  ...more,
})

export const waiting: Figure & { id: string } = {
  id: 'waiting',
  name: { vi: 'Người đang chờ', en: 'People waiting' },
  pillar: 'cqs',
  unit: 'count',
  better: 'low',
  limits: limits({ warn: 20, alarm: 40 }),
  sources: ['onestop'],
}

export const reading = (value: number | null, more: Partial<Reading> = {}): Reading => ({
  figure: 'waiting',
  area: 'kien-an',
  dims: {},
  value,
  qualifier: 'exact',
  compare: [],
  asOf: instant(0),
  quality: 'live',
  ...more,
})

export const alert = (more: Partial<Alert> = {}): Alert => ({
  id: 'storm-1',
  status: 'actual',
  severity: 'extreme',
  title: 'Bão số 9',
  sentAt: NOON,
  ...more,
})

export const limitSubject = (): LimitSubject => ({
  kind: 'limit',
  figure: 'waiting',
  area: 'kien-an',
  dims: {},
  level: 'alarm',
  value: 50,
  qualifier: 'exact',
})
export const finding = (key = 'limit waiting kien-an', more: Partial<Finding> = {}): Finding => ({
  ...{ key, priority: 'high', on: 0, off: 0, subject: limitSubject() },
  ...more,
})

export const found = (...findings: Finding[]): Judgement => ({ findings, unknown: new Set() })
export const calm: Judgement = found()
export const withPriority = (priority: Priority) => finding(undefined, { priority })

/** The book after a course of judgements, each at its second. */
export function course(
  steps: readonly (readonly [second: number, judgement: Judgement])[],
  book = EMPTY_BOOK,
): Book {
  return steps.reduce((before, [second, judgement]) => advance(before, judgement, at(second)), book)
}
export const events = ({ log }: Book) => log.map(({ event }) => event)
