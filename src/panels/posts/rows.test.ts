import { describe, expect, it } from 'vitest'
import type { Post } from '../../sources/records'
import { clockText } from '../postFacts'
import { answerOf, postRows } from './rows'

const noon = Date.parse('2026-11-22T12:00:00+07:00')
const HOUR = 3_600_000
const post = (id: string, hours: number, more: Partial<Post> = {}): Post => ({
  id,
  title: id,
  at: noon + hours * HOUR,
  topics: [],
  ...more,
})
const ZONE = 'Asia/Ho_Chi_Minh'

const all = [
  post('old', -9),
  post('newest', 0),
  post('due late', -3, { answerBy: noon + 20 * HOUR }),
  post('due soon', -4, { answerBy: noon + HOUR }),
  post('overdue a little', -5, { answerBy: noon - HOUR }),
  post('overdue for long', -20, { answerBy: noon - 6 * HOUR }),
  post('answered', -1, { answerBy: noon + 2 * HOUR, answeredAt: noon - HOUR / 2 }),
]
const ids = (show: 'newest' | 'answer', most = 30) =>
  postRows(all, show, most, noon).map((row) => row.post.id)

describe('a list of posts', () => {
  it('begins with the newest', () => {
    expect(ids('newest', 4)).toEqual(['newest', 'answered', 'due late', 'due soon'])
  })

  it('begins with what waits for an answer, longest overdue first, when asked so', () => {
    expect(ids('answer')).toEqual([
      'overdue for long',
      'overdue a little',
      'due soon',
      'due late',
      'newest',
      'answered',
      'old',
    ])
  })

  it('tells how late an answer was when the posts were read', () => {
    const [first] = postRows(all, 'answer', 1, noon)
    expect(first?.answer).toEqual({ kind: 'overdue', ms: 6 * HOUR })
  })

  it('says when an answer came after its time', () => {
    expect(answerOf(post('a', -5, { answerBy: noon - HOUR, answeredAt: noon }), noon)).toEqual({
      kind: 'answered',
      late: true,
    })
    expect(answerOf(post('a', 0), noon)).toBeUndefined()
  })
})

describe('the time of a post', () => {
  it('has its day when that is another one', () => {
    expect(clockText(noon, noon + HOUR, ZONE)).toBe('12:00')
    expect(clockText(noon - 20 * HOUR, noon, ZONE)).toBe('16:00 21/11')
  })
})
