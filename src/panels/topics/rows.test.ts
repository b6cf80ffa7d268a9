import { describe, expect, it } from 'vitest'
import type { Post, Tone } from '../../sources/records'
import { topicRows } from './rows'

const noon = Date.parse('2026-11-22T12:00:00+07:00')
const HOUR = 3_600_000
let number = 0
const post = (topic: string, hoursAgo: number, tone?: Tone): Post => ({
  id: String(number++),
  title: 'x',
  at: noon - hoursAgo * HOUR,
  topics: topic.split(','),
  ...(tone && { tone }),
})

describe('the topics of posts', () => {
  const posts = [
    post('Giao thông', 0, 'negative'),
    post('Giao thông', 1, 'positive'),
    post('Giao thông', 2, 'negative'),
    post('Giao thông', 23, 'neutral'),
    post('Giao thông', 30),
    post('Lễ hội,Du lịch', 3),
    post('Lễ hội', 25),
    post('Lễ hội', 47),
    post('Lễ hội', 60),
    post('Môi trường', 50),
  ]

  it('are counted over the last 24 hours of the data and compared with the 24 hours before', () => {
    expect(topicRows(posts, 9).map(({ topic, count, change }) => [topic, count, change])).toEqual([
      ['Giao thông', 4, 3],
      ['Du lịch', 1, 1],
      ['Lễ hội', 1, -1],
    ])
    expect(topicRows(posts, 1)).toHaveLength(1)
  })

  it('claim no change when the posts do not reach back two days', () => {
    expect(topicRows(posts.slice(0, 8), 9).map(({ change }) => change)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('have bars that begin with what is negative and are as long as their count', () => {
    const [first, second] = topicRows(posts, 9)
    expect(first?.parts).toEqual([
      { tone: 'negative', from: 0, share: 0.5 },
      { tone: 'neutral', from: 0.5, share: 0.25 },
      { tone: 'positive', from: 0.75, share: 0.25 },
    ])
    expect(second?.parts).toEqual([{ tone: undefined, from: 0, share: 0.25 }])
  })

  it('are none when nobody says anything', () => {
    expect(topicRows([], 9)).toEqual([])
  })
})
