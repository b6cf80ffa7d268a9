// @ts-check
/** How often each remedy may still be used. Pure; the acts are kept on disk, so a restart does not refill it. */

/** @import { Act, Limits, Remedy, Trouble } from './types.ts' */
import { bearable } from './troubles.mjs'

const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** @param {Remedy} step a new tab costs as much as a new browser @returns {Remedy} */
const account = (step) => (step === 'tab' ? 'browser' : step)

/**
 * @param {Remedy} step
 * @param {Trouble} trouble
 * @param {Limits} limits
 * @returns {{ count: number, within: number }}
 */
function allowance(step, trouble, limits) {
  // The last renewal of the hour is kept for a screen that shows nothing.
  const spare = bearable(trouble) ? 1 : 0
  if (step === 'redraw') return { count: Infinity, within: HOUR_MS }
  if (step === 'reload') return { count: limits.reloadsPerHour, within: HOUR_MS }
  if (step === 'reboot') return { count: bearable(trouble) ? 0 : limits.rebootsPerDay, within: DAY_MS }
  return { count: limits.renewalsPerHour - spare, within: HOUR_MS }
}

/**
 * When a remedy may be used: `now` or earlier means at once, Infinity never.
 * @param {readonly Act[]} acts oldest first
 * @param {Remedy} step
 * @param {Trouble} trouble
 * @param {Limits} limits
 * @param {number} now ms
 */
export function allowedAt(acts, step, trouble, limits, now) {
  const { count, within } = allowance(step, trouble, limits)
  if (count <= 0) return Infinity
  const spent = acts.filter(
    (act) => act.for !== 'planned' && account(act.step) === account(step) && now - act.at < within,
  )
  const oldest = spent.at(-count)
  return oldest === undefined ? now : oldest.at + within
}
