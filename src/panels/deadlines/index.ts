import * as v from 'valibot'
import { Id } from '../../city/text'
import { definePanel } from '../contract'
import DeadlinesPanel from './DeadlinesPanel.vue'

/** How the open cases stand to their deadlines, and how the finished ones did: on time, how fast, how content. */
export default definePanel({
  kind: 'deadlines',
  schema: v.strictObject({ source: Id }),
  example: { source: 'reports' },
  needs: ({ source }) => ({ sources: [source] }),
  component: DeadlinesPanel,
})
