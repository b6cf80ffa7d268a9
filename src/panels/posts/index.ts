import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import PostsPanel from './PostsPanel.vue'

/** Entries of a feed or of a listening service: what is said, in what tone, by whom and when. */
export default definePanel({
  kind: 'posts',
  schema: v.strictObject({
    /** One source, or several shown as one list. */
    source: v.union([Id, v.pipe(v.array(Id), v.minLength(1))]),
    /** `answer` begins with what waits for an answer, overdue first. */
    show: v.optional(v.picklist(['newest', 'answer']), 'newest'),
    /** Only the first so many. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 30),
  }),
  example: { source: 'mentions', show: 'answer' },
  needs: ({ source }) => ({ sources: [source].flat() }),
  component: PostsPanel,
})
