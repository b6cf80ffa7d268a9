import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import RanksPanel from './RanksPanel.vue'

/** Places in rankings as tiles: 24/63, how many places were gained, the score behind it. */
export default definePanel({
  kind: 'ranks',
  schema: v.strictObject({ figures: v.pipe(v.array(Id), v.minLength(1), v.maxLength(8)) }),
  example: { figures: ['ict-index', 'par-index'] },
  needs: ({ figures }) => ({ figures }),
  component: RanksPanel,
})
