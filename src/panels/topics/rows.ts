import { TONES, type Post, type Tone } from '../../sources/records'
import { grouped } from '../grouped'

const DAY_MS = 86_400_000

export interface TopicRow {
  topic: string
  /** Posts on it in the last 24 hours of the data. */
  count: number
  /** More or fewer than in the 24 hours before; unknown when the posts do not reach back that far. */
  change: number | undefined
  /** Parts of the bar from its beginning: where each starts and how long it is, 1 being the longest bar. */
  parts: readonly { tone: Tone | undefined; from: number; share: number }[]
}

/** Order of the parts: complaints share one base line and can be compared. */
const ORDER: readonly (Tone | undefined)[] = [...TONES.toReversed(), undefined]

/** Topics by how much is said now, then by how much more than before. Posts on two topics count for both. */
export function topicRows(posts: readonly Post[], most: number): TopicRow[] {
  // The last 24 hours of the data: a feed that has stopped must not look like a day without news.
  const now = posts.reduce((at, post) => Math.max(at, post.at, post.answeredAt ?? 0), -Infinity)
  const within = ({ at }: Post, from: number, to: number) => at > now - from && at <= now - to
  const reachesBack = posts.some(({ at }) => at <= now - 2 * DAY_MS)
  const pairs = posts.flatMap((post) => post.topics.map((topic) => ({ topic, post })))
  const counted = [...grouped(pairs, ({ topic }) => topic)].map(([topic, all]) => {
    const current = all.filter(({ post }) => within(post, DAY_MS, 0))
    const before = all.filter(({ post }) => within(post, 2 * DAY_MS, DAY_MS)).length
    const tones = ORDER.map((tone) => current.filter(({ post }) => post.tone === tone).length)
    return { topic, count: current.length, change: reachesBack ? current.length - before : undefined, tones }
  })
  const longest = Math.max(1, ...counted.map(({ count }) => count))
  return counted
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (b.change ?? 0) - (a.change ?? 0))
    .slice(0, most)
    .map(({ tones, ...row }) => ({ ...row, parts: partsOf(tones, longest) }))
}

function partsOf(tones: readonly number[], longest: number): TopicRow['parts'] {
  let from = 0
  return ORDER.map((tone, index) => {
    const share = (tones[index] ?? 0) / longest
    const part = { tone, from, share }
    from += share
    return part
  }).filter(({ share }) => share > 0)
}
