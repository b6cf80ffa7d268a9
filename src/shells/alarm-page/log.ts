import type { AlarmEvent, LogEntry } from '../../alarms/alarm'
import { formatDate, formatTime } from '../../ui/format'
import { matchRank } from '../../ui/search'
import { titleOf, type Speech } from '../alarmWords'

/** A line of the log in words. */
export interface LogRow {
  entry: LogEntry
  at: string
  event: string
  priority: string
  alarm: string
  by: string
  reason: string
  until: string
}

export const COLUMNS = ['at', 'event', 'priority', 'alarm', 'by', 'reason', 'until'] as const

export function rowOf(entry: LogEntry, speech: Speech): LogRow {
  const { zone } = speech.city
  const moment = (at: number) => `${formatDate(at, zone)} ${formatTime(at, zone, true)}`
  const { by = '', reason = '' } = entry
  return {
    entry,
    by,
    reason,
    at: moment(entry.at),
    event: speech.t(`alarms.log.event.${entry.event}`, {}),
    priority: speech.t(`alarms.priority.${entry.priority}`, {}),
    alarm: titleOf(entry.subject, speech),
    until: entry.until === undefined ? '' : moment(entry.until),
  }
}

export interface LogWish {
  query: string
  event: AlarmEvent | undefined
}

/** The lines that answer a filter, newest first. Every word may stand in any column. */
export function chosen(log: readonly LogEntry[], { query, event }: LogWish, speech: Speech): LogRow[] {
  return log
    .filter((entry) => event === undefined || entry.event === event)
    .map((entry) => rowOf(entry, speech))
    .filter(
      (row) => query.trim() === '' || matchRank(COLUMNS.map((column) => row[column]).join(' '), query) > 0,
    )
    .toReversed()
}

/**
 * Comma-separated values for a spreadsheet: with a byte order mark, or it takes Vietnamese for Latin; what comes from
 * outside must not be taken for a formula (faults §4).
 */
export function csvOf(rows: readonly LogRow[], headings: readonly string[]): string {
  const lines = [headings, ...rows.map((row) => COLUMNS.map((column) => row[column]))]
  return `\uFEFF${lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
