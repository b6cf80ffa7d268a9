import * as v from 'valibot'
import { Id, Text } from '../../city/text'
import { definePanel } from '../contract'
import GroupsPanel from './GroupsPanel.vue'

/**
 * An index made of groups, each with the most points it can give (Decision 766: 18 + 20 + 22 + 22 + 18).
 * The groups are configuration: provinces have their own (domain.md §2.1).
 */
export default definePanel({
  kind: 'groups',
  schema: v.strictObject({
    total: Id,
    max: v.optional(v.number(), 100),
    rank: v.optional(Id),
    groups: v.pipe(
      v.array(v.strictObject({ figures: v.pipe(v.array(Id), v.minLength(1)), name: Text, max: v.number() })),
      v.minLength(1),
    ),
  }),
  example: {
    total: 'idx766-total',
    rank: 'idx766-rank',
    groups: [{ figures: ['idx766-ckmb'], name: { vi: 'Công khai, minh bạch', en: 'Openness' }, max: 18 }],
  },
  needs: ({ total, rank, groups }) => ({
    figures: [total, ...(rank ? [rank] : []), ...groups.flatMap(({ figures }) => figures)],
  }),
  component: GroupsPanel,
})
