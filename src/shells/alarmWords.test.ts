import { describe, expect, it } from 'vitest'
import { anAlarm, AS, city, VISIBLE } from '../../tests/alarmScreen'
import type { Subject } from '../alarms/alarm'
import { alert, NOON } from '../alarms/fixtures'
import { PRIORITIES } from '../city/limits'
import type { Language } from '../ui/format'
import { createLanguages, LANGUAGES } from '../ui/i18n'
import { factsOf, sourceOf, titleOf, type Speech } from './alarmWords'

const speech = (language: Language): Speech => {
  const { t } = createLanguages(language).global
  return { city, language, now: NOON, t: (key, values) => t(key, values) }
}
const waiting = (more: object = {}): Subject => ({
  kind: 'limit',
  figure: 'waiting',
  area: 'kien-an',
  dims: {},
  level: 'alarm',
  value: 1500,
  qualifier: 'exact',
  ...more,
})
const storm: Subject = { kind: 'city', source: 'masts', alert: alert({ area: 'Phường Lãm Hà' }) }
const silent: Subject = { kind: 'source', source: 'masts', state: 'down' }

describe('the title of an alarm', () => {
  it.each<[Subject, Language, string]>([
    [waiting(), 'vi', 'Người đang chờ 1.500'],
    [waiting(), 'en', 'People waiting 1,500'],
    [waiting({ area: 'lam-ha' }), 'vi', 'Lãm Hà · Người đang chờ 1.500'],
    [
      waiting({ area: 'lam-ha', dims: { counter: 'Đất đai' } }),
      'vi',
      'Lãm Hà · Đất đai · Người đang chờ 1.500',
    ],
    [waiting({ qualifier: 'gt', value: 50 }), 'en', 'People waiting >\u202f50'],
    [waiting({ figure: 'gone', value: 5 }), 'vi', 'gone 5'],
    [storm, 'vi', 'Phường Lãm Hà · Bão số 9'],
    [{ kind: 'city', source: 'masts', alert: alert() }, 'en', 'Bão số 9'],
    [silent, 'vi', 'Tên · Mất kết nối'],
    [{ ...silent, source: 'gone' }, 'en', 'gone · No answer'],
  ])('%# says where, what and how much', (subject, language, title) => {
    expect(titleOf(subject, speech(language))).toBe(title)
  })
})

describe('what an opened alarm tells', () => {
  const told = (alarm = anAlarm('a'), language: Language = 'vi') =>
    Object.fromEntries(factsOf(alarm, speech(language)).map(({ kind, text }) => [kind, text]))

  it('is the limit with its value, the owner, the cause and what to do', () => {
    expect(told(anAlarm('a', { subject: waiting({ value: 50 }) }))).toEqual({
      priority: 'Cao',
      since: '12:00',
      value: '50, vượt ngưỡng 40',
      owner: 'Văn phòng',
      cause: 'Quầy tạm nghỉ.',
      action: 'Mở thêm quầy.',
    })
  })

  it('names who acknowledged it, and who put it aside until when and why', () => {
    expect(told(anAlarm('a', AS.acked)).acked).toBe('Ca trực 1, lúc 12:01')
    expect(told(anAlarm('a', AS.shelved), 'en').shelf).toBe('Ca trực 1, until 12:15: Đang bảo trì')
  })

  it('of a warning is what its sender says, of a source why it cannot be trusted', () => {
    const subject: Subject = {
      kind: 'city',
      source: 'masts',
      alert: alert({ sender: 'KTTV', instruction: 'Ở trong nhà.', expiresAt: NOON + 86_400_000 }),
    }
    expect(told(anAlarm('a', { subject }))).toMatchObject({
      sender: 'KTTV',
      action: 'Ở trong nhà.',
      until: '12:00 · 23/11/2026',
    })
    expect(told(anAlarm('a', { subject: silent }))).toMatchObject({
      owner: 'chưa phân công',
      cause: 'Nguồn không trả lời.',
    })
  })

  it('never has an empty or broken line, whatever the alarm and the language', () => {
    for (const language of LANGUAGES)
      for (const priority of PRIORITIES)
        for (const standing of VISIBLE)
          for (const subject of [waiting(), storm, silent])
            for (const { text } of factsOf(
              anAlarm('a', { ...AS[standing], priority, subject }),
              speech(language),
            ))
              expect(text).toMatch(/^(?!.*(?:alarms\.|\{|undefined|NaN)).+$/)
  })
})

it('groups an alarm with the source that it comes from', () => {
  expect([waiting(), storm, silent].map((subject) => sourceOf(subject, city))).toEqual([
    'onestop',
    'masts',
    'masts',
  ])
})
