import { describe, expect, it } from 'vitest'
import { apply, LONGEST_SHELF } from './acts'
import { advance } from './advance'
import { standingOf, type Book } from './alarm'
import { at, calm, course, events, finding, found, NOON, withPriority } from './fixtures'

const KEY = 'limit waiting kien-an'
const standings = ({ alarms }: Book) => alarms.map(standingOf)
const ack = (book: Book, second: number, keys = [KEY]) =>
  apply(book, { act: 'acknowledge', keys, by: 'Ca trực 1', at: NOON + second * 1000 })
/** A second to be announced and a second to return: what a finding without delays takes. */
const standing = course([
  [0, found(finding())],
  [1, found(finding())],
])

describe('an alarm in the course of time', () => {
  it('is announced when it has lasted for its on-delay, and not before', () => {
    const slow = found(finding(KEY, { on: 120_000 }))
    const early = course([
      [0, slow],
      [119, slow],
    ])
    expect([standings(early), events(early)]).toEqual([['pending'], []])
    const late = course([[120, slow]], early)
    expect([standings(late), events(late)]).toEqual([['unacked'], ['raised']])
  })

  it('that is over before its on-delay was never there', () => {
    const slow = found(finding(KEY, { on: 120_000 }))
    const book = course([
      [0, slow],
      [60, calm],
    ])
    expect([book.alarms, book.log]).toEqual([[], []])
  })

  it('returns after its off-delay and stays in sight until somebody has seen it', () => {
    const slow = found(finding(KEY, { off: 300_000 }))
    const book = course([
      [0, slow],
      [1, slow],
      [10, calm],
      [309, calm],
    ])
    expect(standings(book)).toEqual(['unacked'])
    const returned = course([[310, calm]], book)
    expect(standings(returned)).toEqual(['returned'])
    const seen = course([[320, calm]], ack(returned, 315))
    expect(seen.alarms).toEqual([])
    expect(events(seen)).toEqual(['raised', 'returned', 'acked', 'cleared'])
  })

  it('is not cleared by being acknowledged', () => {
    expect(standings(course([[5, found(finding())]], ack(standing, 2)))).toEqual(['acked'])
  })

  it('is announced again when it grows worse, and not when it grows better', () => {
    const low = course([
      [0, found(withPriority('low'))],
      [1, found(withPriority('low'))],
    ])
    const worse = course([[3, found(withPriority('critical'))]], ack(low, 2))
    expect([standings(worse), events(worse)]).toEqual([['unacked'], ['raised', 'acked', 'escalated']])
    expect(standings(course([[5, found(withPriority('low'))]], ack(worse, 4)))).toEqual(['acked'])
  })

  it('stays as it is while nothing is known about it', () => {
    const unknown = { findings: [], unknown: new Set([KEY]) }
    expect(
      standings(
        course(
          [
            [10, unknown],
            [9_000, unknown],
          ],
          standing,
        ),
      ),
    ).toEqual(['unacked'])
  })

  it('keeps its identity while nothing changes, so that nothing is drawn again', () => {
    const next = advance(standing, found(finding()), at(60))
    expect(next.alarms).toBe(standing.alarms)
    expect(next.log).toBe(standing.log)
  })

  it('counts its delay through a clock that is set back four hours', () => {
    const slow = found(finding(KEY, { on: 60_000 }))
    const book = advance(course([[0, slow]]), slow, { wall: NOON - 4 * 3_600_000, mono: 60_000 })
    expect(standings(book)).toEqual(['unacked'])
  })
})

describe('an act of a person', () => {
  it('acknowledges only what was announced before the press', () => {
    expect(standings(ack(standing, -1))).toEqual(['unacked'])
  })

  it('is in the log with who and when', () => {
    expect(ack(standing, 2).log.at(-1)).toMatchObject({ event: 'acked', by: 'Ca trực 1', at: NOON + 2000 })
  })

  const shelve = (until: number, reason = 'Bảo trì tuyến cáp') =>
    apply(standing, { act: 'shelve', key: KEY, by: 'Ca trực 1', at: NOON + 2000, until, reason })

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

describe('many alarms', () => {
  const many = (count: number) =>
    found(...Array.from({ length: count }, (_, index) => finding(`limit waiting area-${index}`)))

  it('row 41: of two hundred in a minute none is lost from the log, and the first is named', () => {
    const first = found(
      finding('limit waiting first', { subject: { kind: 'source', source: 'cap', state: 'down' } }),
    )
    const all = found(...first.findings, ...many(200).findings)
    const book = course([
      [0, first],
      [1, first],
      [30, all],
      [31, all],
    ])
    expect(book.log.filter(({ event }) => event === 'raised')).toHaveLength(201)
    expect(book.flood).toMatchObject({ count: 201, first: { kind: 'source', source: 'cap' } })
  })

  it('are a flood from more than ten in ten minutes until fewer than five', () => {
    const flooded = course([
      [0, many(11)],
      [1, many(11)],
    ])
    expect(flooded.flood?.count).toBe(11)
    const ten = course([
      [0, many(10)],
      [1, many(10)],
    ])
    expect(ten.flood).toBeUndefined()
    expect(course([[599, many(11)]], flooded).flood).toBeDefined()
    expect(course([[602, many(11)]], flooded).flood).toBeUndefined()
  })
})

describe('an alarm that comes and goes', () => {
  const on = found(finding())
  const flapping = course(
    [0, 10, 20, 30, 40].flatMap(
      (second) =>
        [
          [second, on],
          [second + 1, on],
          [second + 5, calm],
          [second + 6, calm],
        ] as const,
    ),
  )

  it('row 40: is one alarm that stays, however often it flaps', () => {
    expect(flapping.alarms).toHaveLength(1)
    expect(flapping.alarms[0]).toMatchObject({ chattering: true })
    expect(standings(flapping)).toEqual(['unacked'])
  })

  it('asks nobody again once it is acknowledged, until it has been quiet for a minute', () => {
    const seen = course(
      [
        [55, on],
        [58, calm],
        [60, on],
      ],
      ack(flapping, 50),
    )
    expect(standings(seen)).toEqual(['acked'])
    expect(
      course(
        [
          [70, calm],
          [131, calm],
          [132, calm],
        ],
        seen,
      ).alarms,
    ).toEqual([])
  })
})
