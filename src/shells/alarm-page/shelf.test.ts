import { describe, expect, it } from 'vitest'
import { reasonText, shelfSpans } from './shelf'

const ZONE = 'Asia/Ho_Chi_Minh'
const at = (time: string) => Date.parse(`2026-11-22T${time}:00+07:00`)
const spans = (time: string) =>
  shelfSpans(at(time), ZONE).map(({ kind, until }) => [kind, new Date(until).toISOString().slice(11, 16)])

describe('how long an alarm may be put aside', () => {
  it('is a quarter, an hour, or to the end of the shift', () => {
    expect(spans('08:00')).toEqual([
      ['quarter', '01:15'],
      ['hour', '02:00'],
      ['shift', '07:00'],
    ])
  })

  it('never reaches into the shift of those who come after', () => {
    expect(spans('13:30')).toEqual([
      ['quarter', '06:45'],
      ['shift', '07:00'],
    ])
    expect(spans('21:50')).toEqual([['shift', '15:00']])
  })

  it('goes over midnight with the night shift, and never beyond eight hours', () => {
    expect(spans('22:00').at(-1)).toEqual(['shift', '23:00'])
    expect(spans('03:00').at(-1)).toEqual(['shift', '23:00'])
  })
})

describe('the reason of a shelf', () => {
  it('is one of the list with or without a note, or one of its own', () => {
    expect(reasonText('work', 'Đang bảo trì', ' ')).toBe('Đang bảo trì')
    expect(reasonText('work', 'Đang bảo trì', ' đến 17h ')).toBe('Đang bảo trì: đến 17h')
    expect(reasonText('other', 'Lý do khác', 'Diễn tập')).toBe('Diễn tập')
  })

  it('is missing until one is chosen, and another reason until it is told', () => {
    expect(reasonText(undefined, '', 'note')).toBeUndefined()
    expect(reasonText('other', 'Lý do khác', '  ')).toBeUndefined()
  })
})
