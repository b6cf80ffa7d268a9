import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import TopicsPanel from './TopicsPanel.vue'

/** What the posts of the last 24 hours are about, beside the 24 hours before, and in what tone. */
export default definePanel({
  kind: 'topics',
  schema: v.strictObject({
    source: Id,
    /** Only the first so many, the most talked of first. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 10),
  }),
  example: { source: 'mentions', most: 8 },
  needs: ({ source }) => ({ sources: [source] }),
  component: TopicsPanel,
})
