import { describe, expect, it } from 'vitest'
import { feedDate } from './feedDates'

const AT = Date.parse('2023-04-30T18:00:00+07:00')
const RULES = { zone: 'Asia/Ho_Chi_Minh', patterns: [], ignoreZones: false }
const timeOf = (text: string, more: object = {}) => feedDate(text, { ...RULES, ...more })

describe('the date of a feed', () => {
  it.each([
    'Sun, 30 Apr 2023 18:00:00 +0700',
    'Mon, 30 Apr 2023 18:00:00 +0700', // A wrong day of the week.
    '30 Apr 23 18:00 +07:00',
    'Sun, 30 Apr 2023 11:00:00 GMT',
    'Sun, 30 April 2023 11:00:00 Z',
    'Sun, 30 Apr 2023 18:00:00 ICT',
    'Sun, 30 Apr 2023 18:00:00 GMT+7',
    'Sun, 30 Apr 2023 07:00:00 EDT',
    'Sun, 30 Apr 2023 18:00:00', // No zone: the portal's own.
    '2023-04-30T18:00:00+07:00',
    '2023-04-30T11:00:00.000Z',
    '2023-04-30 18:00:00',
    'Chủ nhật, 30/04/2023 18:00 GMT+7',
    'Thứ hai, 30/04/2023, 18:00 (GMT+7)',
    'CN, 30/4/2023 18:00',
  ])('is read from "%s"', (date) => {
    expect(timeOf(date)).toBe(AT)
  })

  it.each([
    '30/04/2023 18:00', // No pattern declared: elsewhere the month comes first.
    'Sun, 30 Apr 2023 18:00:00 XYZ',
    'Sun, 31 Feb 2023 18:00:00 +0700',
    'Sun, 30 Apr 2023 25:00:00 +0700',
    'Sun, 30 Thg 2023 18:00:00 +0700',
    'Chủ nhật, 30/13/2023 18:00',
    'Sun, 30 Apr 1923 18:00:00 +0700',
    '2023',
  ])('is not guessed from "%s"', (date) => {
    expect(timeOf(date)).toBeUndefined()
  })

  it('is the portal’s own time where the portal is known to name a wrong zone', () => {
    expect(timeOf('Sun, 30 Apr 2023 18:00:00 GMT', { ignoreZones: true })).toBe(AT)
    expect(timeOf('2023-04-30T18:00:00Z', { ignoreZones: true })).toBe(AT)
  })

  it('may follow a declared pattern, tried after the forms that mean one moment', () => {
    const american = { patterns: ['MM/dd/yyyy HH:mm'] }
    expect(timeOf('04/30/2023 18:00', american)).toBe(AT)
    expect(timeOf('Sun, 30 Apr 2023 18:00:00 +0700', american)).toBe(AT)
  })
})
