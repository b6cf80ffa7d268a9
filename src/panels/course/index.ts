import { defineAsyncComponent } from 'vue'
import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'

/** Today's course of one figure hour by hour, over its usual course. */
export default definePanel({
  kind: 'course',
  schema: v.strictObject({ figure: Id }),
  example: { figure: 'dossiers-received-today' },
  needs: ({ figure }) => ({ figures: [figure] }),
  component: defineAsyncComponent(() => import('./CoursePanel.vue')),
})
