import { defineAsyncComponent } from 'vue'
import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'

/** Up to six figures side by side over the same areas (or agencies, or another breakdown) in the same order. */
export default definePanel({
  kind: 'compare',
  schema: v.strictObject({
    figures: v.pipe(v.array(Id), v.minLength(1), v.maxLength(6)),
    /** Which breakdown: areas, or a dimension of the readings such as `agency`. */
    by: v.optional(v.string(), 'area'),
  }),
  example: { figures: ['mobile-speed', 'reports-by-ward'], by: 'area' },
  needs: ({ figures }) => ({ figures }),
  component: defineAsyncComponent(() => import('./ComparePanel.vue')),
})
