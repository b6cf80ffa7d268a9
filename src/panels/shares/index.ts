import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import SharesPanel from './SharesPanel.vue'

/** So many of so many, beside the percentage as printed: 251/253 = 99,2%, and whether the two agree. */
export default definePanel({
  kind: 'shares',
  schema: v.strictObject({ figures: v.pipe(v.array(Id), v.minLength(1), v.maxLength(8)) }),
  example: { figures: ['online-services', 'tax-online'] },
  needs: ({ figures }) => ({ figures }),
  component: SharesPanel,
})
