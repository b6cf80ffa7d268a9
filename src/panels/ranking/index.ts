import * as v from 'valibot'
import { Id, Text } from '../../city/text'
import { definePanel } from '../contract'
import RankingPanel from './RankingPanel.vue'

/** The parts of one figure (areas, agencies, counters) as ranked bars, each beside its usual value. */
export default definePanel({
  kind: 'ranking',
  schema: v.strictObject({
    figure: Id,
    /** Which breakdown: areas, or a dimension of the readings. */
    by: v.optional(v.string(), 'area'),
    /** Only the first so many, worst first when `worst` is set. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(20)), 10),
    order: v.optional(v.picklist(['best', 'worst']), 'best'),
    /** Thresholds drawn across the bars, such as 80 and 60 for very good and good. */
    lines: v.optional(v.pipe(v.array(v.strictObject({ value: v.number(), name: Text })), v.maxLength(3)), []),
  }),
  example: { figure: 'mobile-speed', by: 'area' },
  needs: ({ figure }) => ({ figures: [figure] }),
  component: RankingPanel,
})
