import type { Post } from '../../sources/records'

/** Where a post stands with its answer; a post that asks for none has no such thing. */
export type Answer =
  { kind: 'overdue'; ms: number } | { kind: 'due'; at: number } | { kind: 'answered'; late: boolean }

export interface PostRow {
  post: Post
  answer: Answer | undefined
}

/** The posts of a list in order; `moment` is when they were read, epoch ms. */
export function postRows(
  posts: readonly Post[],
  show: 'newest' | 'answer',
  most: number,
  moment: number,
): PostRow[] {
  const rows = posts.toSorted((a, b) => b.at - a.at).map((post) => ({ post, answer: answerOf(post, moment) }))
  return (show === 'answer' ? rows.toSorted((a, b) => urgency(a) - urgency(b)) : rows).slice(0, most)
}

/** Waiting posts by their due time, so the longest overdue first; the rest after them as they were. */
const urgency = ({ post: { answerBy = Infinity, answeredAt } }: PostRow) =>
  answeredAt === undefined ? Math.min(answerBy, Number.MAX_VALUE) : Number.MAX_VALUE

export function answerOf({ answerBy, answeredAt }: Post, moment: number): Answer | undefined {
  if (answeredAt !== undefined)
    return { kind: 'answered', late: answerBy !== undefined && answeredAt > answerBy }
  if (answerBy === undefined) return undefined
  return answerBy < moment ? { kind: 'overdue', ms: moment - answerBy } : { kind: 'due', at: answerBy }
}
