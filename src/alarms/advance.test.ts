import { describe, expect, it } from 'vitest'
import type { Priority } from '../city/limits'
import { apply } from './acts'
import { advance } from './advance'
import { standingOf, type Book } from './alarm'
import { alert, at, calm, course, events, finding, found, NOON, withPriority } from './fixtures'

const KEY = 'limit waiting kien-an'
const standings = ({ alarms }: Book) => alarms.map(standingOf)
const ack = (book: Book, second: number) => {
  const time = NOON + second * 1000
  return apply(book, { act: 'acknowledge', keys: [KEY], by: 'Ca trực 1', at: time }, time)
}
/** Announced, and still there a second later. */
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

  describe('between its two limits', () => {
    const slow = (priority: Priority) => found(finding(KEY, { priority, on: 120_000, off: 300_000 }))
    const low = course([
      [0, slow('low')],
      [120, slow('low')],
    ])
    const priorities = ({ alarms }: Book) => alarms.map(({ priority }) => priority)

    it('grows worse and better only after the delays', () => {
      const rising = course(
        [
          [200, slow('critical')],
          [319, slow('critical')],
        ],
        low,
      )
      expect([priorities(rising), events(rising)]).toEqual([['low'], ['raised']])
      const worse = course([[320, slow('critical')]], rising)
      expect([priorities(worse), events(worse)]).toEqual([['critical'], ['raised', 'escalated']])
      const falling = course(
        [
          [400, slow('low')],
          [699, slow('low')],
        ],
        worse,
      )
      expect(priorities(falling)).toEqual(['critical'])
      expect(priorities(course([[700, slow('low')]], falling))).toEqual(['low'])
    })

    it('row 40: is one alarm, however long its value swings round the second limit', () => {
      const swings = Array.from(
        { length: 60 },
        (_, index) => [130 + index * 60, slow(index % 2 ? 'low' : 'critical')] as const,
      )
      expect(events(course(swings, low))).toEqual(['raised'])
    })

    it('is announced with the priority that has lasted', () => {
      const book = course([
        [0, slow('low')],
        [119, slow('critical')],
        [120, slow('critical')],
      ])
      expect([standings(book), priorities(book)]).toEqual([['unacked'], ['low']])
    })
  })

  it('that returned is announced again only when it has lasted for its on-delay', () => {
    const slow = found(finding(KEY, { on: 60_000 }))
    const returned = course([
      [0, slow],
      [60, slow],
      [70, calm],
      [71, calm],
    ])
    const spike = course(
      [
        [80, slow],
        [90, calm],
        [100, slow],
        [159, slow],
      ],
      returned,
    )
    expect(standings(spike)).toEqual(['returned'])
    expect(standings(course([[160, slow]], spike))).toEqual(['unacked'])
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

describe('many alarms', () => {
  const many = (count: number) =>
    found(...Array.from({ length: count }, (_, index) => finding(`limit waiting area-${index}`)))

  it('row 41: of two hundred in a minute none is lost from the log, and the first is named', () => {
    const first = found(
      finding('city cap storm-1', { subject: { kind: 'city', source: 'cap', alert: alert() } }),
    )
    const all = found(...first.findings, ...many(200).findings)
    const book = course([
      [0, first],
      [1, first],
      [30, all],
      [31, all],
    ])
    expect(book.log.filter(({ event }) => event === 'raised')).toHaveLength(201)
    expect(book.flood).toMatchObject({ count: 201, first: { kind: 'city', source: 'cap' } })
  })

  it('are no flood while they speak of sources or of an exercise', () => {
    const silent = Array.from({ length: 20 }, (_, index) =>
      finding(`source s${index}`, { subject: { kind: 'source', source: `s${index}`, state: 'down' } }),
    )
    const drills = Array.from({ length: 20 }, (_, index) =>
      finding(`city cap ${index}`, {
        subject: { kind: 'city', source: 'cap', alert: alert({ status: 'exercise' }) },
      }),
    )
    expect(course([[0, found(...silent, ...drills)]]).flood).toBeUndefined()
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

  it('is still one after minutes of coming and going', () => {
    const minutes = Array.from({ length: 60 }, (_, index) => [50 + index * 5, index % 2 ? calm : on] as const)
    expect(events(course(minutes, flapping))).toEqual(events(flapping))
  })

  it('is new to everybody when it grows worse', () => {
    const worse = course([[56, found(withPriority('critical'))]], course([[55, on]], ack(flapping, 50)))
    expect(standings(worse)).toEqual(['unacked'])
  })
})
