import { defineAsyncComponent } from 'vue'
import * as v from 'valibot'
import { Id, Text } from '../../city/text'
import { definePanel } from '../contract'

/** One figure's parts hour by hour as stacked bars of today, with the shares of the newest hour. */
export default definePanel({
  kind: 'stack',
  schema: v.strictObject({
    figure: Id,
    /** The dimension of the readings that tells the parts. */
    by: v.string(),
    /** From the base of the bars up; what the readings have beyond them is not drawn. */
    parts: v.pipe(v.array(v.strictObject({ value: v.string(), name: Text })), v.minLength(2), v.maxLength(6)),
  }),
  example: {
    figure: 'mentions-by-hour',
    by: 'tone',
    parts: [
      { value: 'negative', name: { vi: 'Tiêu cực', en: 'Negative' } },
      { value: 'positive', name: { vi: 'Tích cực', en: 'Positive' } },
    ],
  },
  needs: ({ figure }) => ({ figures: [figure] }),
  component: defineAsyncComponent(() => import('./StackPanel.vue')),
})
