import { expect, it } from 'vitest'
import { momentText } from './moments'

const zone = 'Asia/Ho_Chi_Minh'
const at = (text: string) => Date.parse(text)
const now = at('2026-11-22T09:00:00+07:00')

it('tells the time of today, the day of this year, and the whole date of another', () => {
  expect(momentText(at('2026-11-22T00:05:00+07:00'), now, zone)).toBe('00:05')
  expect(momentText(at('2026-11-21T23:55:00+07:00'), now, zone)).toBe('21/11')
  expect(momentText(at('2025-12-31T23:55:00+07:00'), now, zone)).toBe('31/12/2025')
})

it('leaves nothing out when there is nothing to compare with', () => {
  expect(momentText(now, undefined, zone)).toBe('22/11/2026')
})
