import { defineAsyncComponent } from 'vue'
import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'

/** The coming hours or days of one figure as its past weeks suggest them, with an 80 % interval. */
export default definePanel({
  kind: 'forecast',
  schema: v.strictObject({
    figure: Id,
    /** How far ahead; for figures of days at least so many days as one can see. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)), 1),
  }),
  example: { figure: 'traffic-load', days: 1 },
  needs: ({ figure }) => ({ figures: [figure] }),
  component: defineAsyncComponent(() => import('./ForecastPanel.vue')),
})
