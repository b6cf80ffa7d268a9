import { mean, median } from 'simple-statistics'
import type { Case } from '../../sources/records'
import { formatDate } from '../../ui/format'
import { DAY_MS, isOpen, LONG_MS } from '../caseFacts'

/** Open cases by their due time. `none`: nobody said when they are due. */
export const BUCKETS = ['longLate', 'late', 'today', 'soon', 'later', 'none'] as const
export type Bucket = (typeof BUCKETS)[number]

export function bucketOf(matter: Case, moment: number, zone: string): Bucket {
  const { state, dueAt } = matter
  if (state === 'overdue') {
    // By time alone: a critical matter is not late for longer than another.
    return dueAt !== undefined && moment - dueAt > LONG_MS ? 'longLate' : 'late'
  }
  if (dueAt === undefined) return 'none'
  if (formatDate(dueAt, zone) === formatDate(moment, zone)) return 'today'
  return dueAt - moment <= 3 * DAY_MS ? 'soon' : 'later'
}

/** Every bucket with its count of open cases; the one without due times only when there are such cases. */
export function bucketCounts(
  cases: readonly Case[],
  moment: number,
  zone: string,
): { bucket: Bucket; count: number }[] {
  const buckets = cases.filter(isOpen).map((matter) => bucketOf(matter, moment, zone))
  return BUCKETS.map((bucket) => ({
    bucket,
    count: buckets.filter((each) => each === bucket).length,
  })).filter(({ bucket, count }) => bucket !== 'none' || count > 0)
}

/** How many of the finished cases whose punctuality is known were on time. */
export function onTime(cases: readonly Case[]): { onTime: number; of: number } | undefined {
  const finished = cases.filter(({ state }) => state === 'done' || state === 'doneLate')
  const dated = ({ dueAt, closedAt }: Case) => dueAt !== undefined && closedAt !== undefined
  // A source that calls a case late without giving its times knows it of the others as well.
  const told = finished.some((matter) => matter.state === 'doneLate' && !dated(matter))
  const judged = finished.filter((matter) => told || dated(matter))
  if (judged.length === 0) return undefined
  return { onTime: judged.filter(({ state }) => state === 'done').length, of: judged.length }
}

export interface Middle {
  value: number
  /** Out of how many cases. */
  of: number
}

/** Median time from the opening of a case to its first response, or to its end. */
export function medianTime(cases: readonly Case[], to: 'respondedAt' | 'closedAt'): Middle | undefined {
  const spans = cases.flatMap((matter) => {
    const [from, until] = [matter.openedAt, matter[to]]
    return from === undefined || until === undefined || until < from ? [] : [until - from]
  })
  return spans.length === 0 ? undefined : { value: median(spans), of: spans.length }
}

/** Mean satisfaction; values off the scale of 1–5 are somebody's mistake. */
export function satisfaction(cases: readonly Case[]): Middle | undefined {
  const told = cases.flatMap(({ satisfaction: value }) =>
    value === undefined || value < 1 || value > 5 ? [] : [value],
  )
  return told.length === 0 ? undefined : { value: mean(told), of: told.length }
}
