import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import CasesPanel from './CasesPanel.vue'

/** Cases one by one, worst first: what it is, whose it is, since when, and by when. */
export default definePanel({
  kind: 'cases',
  schema: v.strictObject({
    source: Id,
    /** `open` are all that nobody has finished yet, late ones included. */
    show: v.optional(v.picklist(['open', 'overdue', 'all']), 'open'),
    /** Only the first so many, worst first. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 60),
  }),
  example: { source: 'reports', show: 'open' },
  needs: ({ source }) => ({ sources: [source] }),
  component: CasesPanel,
})
