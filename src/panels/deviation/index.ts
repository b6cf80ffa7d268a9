import { defineAsyncComponent } from 'vue'
import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'

/** The newest values against the usual of their weekday and hour, the most unusual first. */
export default definePanel({
  kind: 'deviation',
  schema: v.strictObject({ figures: v.pipe(v.array(Id), v.minLength(1), v.maxLength(8)) }),
  example: { figures: ['reports-per-hour', 'people-waiting'] },
  needs: ({ figures }) => ({ figures }),
  component: defineAsyncComponent(() => import('./DeviationPanel.vue')),
})
