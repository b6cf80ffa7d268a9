import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import BoardPanel from './BoardPanel.vue'
import { GROUPINGS } from './rows'

/** Open and finished cases as one stacked bar for each group, overdue first: who is behind, and with what. */
export default definePanel({
  kind: 'board',
  schema: v.strictObject({
    source: Id,
    /** What the rows are. */
    by: v.picklist(GROUPINGS),
    /** Only the first so many rows, those with the most overdue cases. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 20),
  }),
  example: { source: 'reports', by: 'category' },
  needs: ({ source }) => ({ sources: [source] }),
  component: BoardPanel,
})
