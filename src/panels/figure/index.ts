import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import FigurePanel from './FigurePanel.vue'

/** One headline figure with what puts it in context. */
export default definePanel({
  kind: 'figure',
  schema: v.strictObject({ figure: Id }),
  example: { figure: 'online-dossiers' },
  needs: ({ figure }) => ({ figures: [figure] }),
  component: FigurePanel,
})
