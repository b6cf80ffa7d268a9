import { defineAsyncComponent } from 'vue'
import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'

/** How two figures go together, over time or over areas: scatter, least-squares line, Pearson and Spearman. */
export default definePanel({
  kind: 'correlation',
  schema: v.strictObject({
    x: Id,
    y: Id,
    /** `time` pairs the values of the same hour or period, `area` the newest values of the same area. */
    over: v.optional(v.picklist(['time', 'area']), 'time'),
  }),
  example: { x: 'rain', y: 'reports-per-hour', over: 'time' },
  needs: ({ x, y }) => ({ figures: [x, y] }),
  component: defineAsyncComponent(() => import('./CorrelationPanel.vue')),
})
