import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import FiguresPanel from './FiguresPanel.vue'

/** Several figures as rows: name, value, period. For what is read one after the other and not at a glance. */
export default definePanel({
  kind: 'figures',
  schema: v.strictObject({ figures: v.pipe(v.array(Id), v.minLength(1), v.maxLength(8)) }),
  example: { figures: ['tax-online', 'electricity-by-account'] },
  needs: ({ figures }) => ({ figures }),
  component: FiguresPanel,
})
