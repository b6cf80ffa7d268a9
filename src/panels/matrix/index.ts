import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import MatrixPanel from './MatrixPanel.vue'

/** Connected systems by sector: one row for each `group`, one cell with status and last sync for each entry. */
export default definePanel({
  kind: 'matrix',
  schema: v.strictObject({ source: Id }),
  example: { source: 'platforms' },
  needs: ({ source }) => ({ sources: [source] }),
  component: MatrixPanel,
})
