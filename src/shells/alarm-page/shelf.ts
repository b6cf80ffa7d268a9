import { TZDate } from '@date-fns/tz'
import { addDays, set } from 'date-fns'
import { LONGEST_SHELF } from '../../alarms/acts'

const MINUTE = 60_000
/** Three shifts of eight hours, as Vietnamese control rooms keep them; the city file does not say. */
const SHIFT_ENDS = [6, 14, 22]

export interface ShelfSpan {
  kind: 'quarter' | 'hour' | 'shift'
  /** Epoch ms. */
  until: number
}

/** How long an alarm may be put aside now: never into the shift of those who did not do it (faults §3.4 b). */
export function shelfSpans(now: number, zone: string): ShelfSpan[] {
  const shift = endOfShift(now, zone)
  const spans: ShelfSpan[] = [
    { kind: 'quarter', until: now + 15 * MINUTE },
    { kind: 'hour', until: now + 60 * MINUTE },
  ]
  return [...spans.filter(({ until }) => until < shift), { kind: 'shift', until: shift }]
}

/** When those who are on duty now are relieved, epoch ms. */
export function endOfShift(now: number, zone: string): number {
  const today = new TZDate(now, zone)
  const ends = [today, addDays(today, 1)].flatMap((day) =>
    SHIFT_ENDS.map((hours) => set(day, { hours, minutes: 0, seconds: 0, milliseconds: 0 }).getTime()),
  )
  const end = ends.find((at) => at > now) ?? now + LONGEST_SHELF
  return Math.min(end, now + LONGEST_SHELF)
}

export const REASONS = ['work', 'known', 'sensor', 'planned', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** The reason as the log keeps it. Undefined while it is none: "another reason" has to say which. */
export function reasonText(reason: Reason | undefined, words: string, note: string): string | undefined {
  const told = note.trim()
  if (reason === undefined) return undefined
  if (reason === 'other') return told === '' ? undefined : told
  return told === '' ? words : `${words}: ${told}`
}
