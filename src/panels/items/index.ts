import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import ItemsPanel from './ItemsPanel.vue'

/** A list of entries: programme documents, models, channels, connected systems, services. */
export default definePanel({
  kind: 'items',
  schema: v.strictObject({
    source: Id,
    /** Only entries of this group of the source. */
    group: v.optional(v.string()),
    /** `rows` with their text, `tiles` for short names with a status, `steps` for milestones in order. */
    look: v.optional(v.picklist(['rows', 'tiles', 'steps']), 'rows'),
  }),
  example: { source: 'programmes', look: 'rows' },
  needs: ({ source }) => ({ sources: [source] }),
  component: ItemsPanel,
})
