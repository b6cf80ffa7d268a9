// @ts-check
/** When the planned restart of every night is due. Pure. */

/** How long after its time it may wait for alarms to end. */
const WINDOW_MIN = 120
/** A browser younger than this needs none. */
const YOUNG_MS = 4 * 3_600_000

/**
 * @param {string | undefined} nightly `03:30`, the machine's own time
 * @param {string} time of day now
 * @param {number} age of the browser, ms
 */
export function isDue(nightly, time, age) {
  if (nightly === undefined || age < YOUNG_MS) return false
  const late = (minutes(time) - minutes(nightly) + 1440) % 1440
  return late < WINDOW_MIN
}

/** @param {string} time */
function minutes(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
