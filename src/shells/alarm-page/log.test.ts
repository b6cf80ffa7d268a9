import { describe, expect, it } from 'vitest'
import { city } from '../../../tests/alarmScreen'
import type { LogEntry } from '../../alarms/alarm'
import { alert, finding, NOON } from '../../alarms/fixtures'
import { createLanguages } from '../../ui/i18n'
import type { Speech } from '../alarmWords'
import { chosen, COLUMNS, csvOf } from './log'

const { t } = createLanguages('vi').global
const speech: Speech = { city, language: 'vi', now: NOON, t: (key, values) => t(key, values) }
const entry = (more: Partial<LogEntry> = {}): LogEntry => ({
  at: NOON,
  key: 'a',
  event: 'raised',
  priority: 'high',
  subject: finding().subject,
  ...more,
})
const log = [
  entry(),
  entry({
    event: 'shelved',
    at: NOON + 5_000,
    by: 'Ca trực 1',
    reason: 'Đang bảo trì',
    until: NOON + 900_000,
  }),
]
const wish = { query: '', event: undefined }

describe('the log of alarms', () => {
  it('tells the newest first: when, what, which, who, why', () => {
    const [first] = chosen(log, wish, speech)
    expect(COLUMNS.map((column) => first?.[column])).toEqual([
      '22/11/2026 12:00:05',
      'Tạm gác',
      'Cao',
      'Người đang chờ 50',
      'Ca trực 1',
      'Đang bảo trì',
      '22/11/2026 12:15:00',
    ])
  })

  it('is filtered by event and by any word in it, without marks', () => {
    expect(chosen(log, { ...wish, event: 'raised' }, speech)).toHaveLength(1)
    expect(chosen(log, { ...wish, query: 'bao tri' }, speech).map((row) => row.entry)).toEqual([log[1]])
    expect(chosen(log, { ...wish, query: 'khong co' }, speech)).toEqual([])
  })

  it('goes into a file that a spreadsheet reads as Vietnamese, one line for each', () => {
    const text = csvOf(chosen(log, wish, speech), ['Thời điểm', 'Sự kiện'])
    expect(text.startsWith('\uFEFFThời điểm,Sự kiện\r\n')).toBe(true)
    expect(text.split('\r\n')[2]).toBe('22/11/2026 12:00:00,Phát sinh,Cao,Người đang chờ 50,,,')
  })

  it('never gives a spreadsheet a formula or a broken line', () => {
    const hostile = alert({ title: '=HYPERLINK("http://evil"),\nx' })
    const subject: LogEntry['subject'] = { kind: 'city', source: 'masts', alert: hostile }
    const [, line] = csvOf(chosen([entry({ subject })], wish, speech), ['h']).split('\r\n')
    expect(line).toContain(`"'=HYPERLINK(""http://evil""),\nx"`)
  })
})
