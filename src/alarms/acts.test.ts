import { describe, expect, it } from 'vitest'
import { apply, hear, LONGEST_SHELF, type AlarmAct } from './acts'
import { advance } from './advance'
import { standingOf, type Book } from './alarm'
import { calm, course, events, finding, found, NOON, withPriority } from './fixtures'

const KEY = 'limit waiting kien-an'
const standings = ({ alarms }: Book) => alarms.map(standingOf)
const ack = (book: Book, second: number, keys = [KEY]) =>
  apply(book, seen(second, keys), NOON + second * 1000)
const seen = (second: number, keys = [KEY]): AlarmAct => ({
  ...{ act: 'acknowledge', keys, by: 'Ca trực 1' },
  at: NOON + second * 1000,
})
/** Announced, and still there a second later. */
const standing = course([
  [0, found(finding())],
  [1, found(finding())],
])

describe('an act of a person', () => {
  it('acknowledges only what was announced before the press', () => {
    expect(standings(apply(standing, seen(-1), NOON + 5000))).toEqual(['unacked'])
  })

  it('row 45: acknowledges what was announced by a clock that has been set back since', () => {
    expect(standings(ack(standing, -4 * 3600))).toEqual(['acked'])
  })

  it('next door counts for what this window had announced a moment later, or announces soon', () => {
    expect(standings(hear(standing, seen(-30), NOON + 5000))).toEqual(['acked'])
    const early = hear(course([]), seen(-30), NOON - 30_000)
    const book = course([[0, found(finding())]], early)
    expect([standings(book), events(book)]).toEqual([['acked'], ['raised', 'acked']])
    expect(book.ahead).toEqual([])
  })

  it('next door long ago says nothing of what is announced now', () => {
    expect(standings(hear(standing, seen(-100), NOON + 5000))).toEqual(['unacked'])
    const early = hear(course([]), seen(-100), NOON - 100_000)
    expect(standings(course([[0, found(finding())]], early))).toEqual(['unacked'])
  })

  it('is in the log with who and when', () => {
    expect(ack(standing, 2).log.at(-1)).toMatchObject({ event: 'acked', by: 'Ca trực 1', at: NOON + 2000 })
  })

  const shelve = (until: number, reason = 'Bảo trì tuyến cáp', book = standing) =>
    apply(book, { act: 'shelve', key: KEY, by: 'Ca trực 1', at: NOON + 2000, until, reason }, NOON + 2000)

  it('that put an alarm aside does not hide that it grew worse', () => {
    const shelved = shelve(NOON + 3_600_000, 'Bảo trì', course([[0, found(withPriority('low'))]]))
    const worse = course([[10, found(withPriority('critical'))]], shelved)
    expect(standings(worse)).toEqual(['unacked'])
    expect(events(worse)).toEqual(['raised', 'shelved', 'unshelved', 'escalated'])
  })

  it('row 45: a shelf made by a clock years ahead ends when the clock is right', () => {
    const later = { wall: NOON - 86_400_000, mono: 60_000 }
    expect(standings(advance(shelve(NOON + 3_600_000), found(finding()), later))).toEqual(['unacked'])
  })

  it('row 42: a shelf that ends overnight gives the alarm back once, as new', () => {
    const shelved = shelve(NOON + 3_600_000)
    const hour = course([[3_599, found(finding())]], shelved)
    expect(standings(hour)).toEqual(['shelved'])
    const back = course(
      [
        [3_600, found(finding())],
        [3_601, found(finding())],
        [9_000, found(finding())],
      ],
      hour,
    )
    expect(standings(back)).toEqual(['unacked'])
    expect(events(back).filter((event) => event === 'unshelved')).toHaveLength(1)
  })

  it('shelves for no longer than a shift and never without a reason', () => {
    expect(shelve(NOON + 30 * 86_400_000).alarms[0]?.shelf?.until).toBe(NOON + 2000 + LONGEST_SHELF)
    expect(shelve(NOON + 3_600_000, ' ').alarms[0]?.shelf).toBeUndefined()
  })

  it('forgets what returned while it lay on the shelf', () => {
    const book = course(
      [
        [10, calm],
        [11, calm],
        [3_700, calm],
      ],
      shelve(NOON + 3_600_000),
    )
    expect(book.alarms).toEqual([])
  })
})
