import { defineAsyncComponent } from 'vue'
import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'

/** The dated readings of one figure side by side, with qualifier, against the target. */
export default definePanel({
  kind: 'series',
  schema: v.strictObject({ figure: Id }),
  example: { figure: 'online-dossiers' },
  needs: ({ figure }) => ({ figures: [figure] }),
  component: defineAsyncComponent(() => import('./SeriesPanel.vue')),
})
