/** One reload that the page did by itself. */
export interface Reload {
  /** Epoch ms. */
  at: number
  /** What for: the id of a build, `chunk` when a file of the running one was missing, `city` when one of the city came back. */
  why: string
}

/** `spent`: no more by itself; the screen says that updating failed. */
export type Leave = 'now' | 'later' | 'spent'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const REMEMBER_MS = 24 * HOUR

const APART_MS = 10 * MINUTE
const PER_HOUR = 3
/** For the same cause in a day: what three reloads did not mend, a fourth does not (faults §2.8, endless loops). */
const PER_CAUSE = 3

/**
 * Whether the page may reload by itself, whatever the cause (rows 56–58): once in ten minutes and three times in an
 * hour. A clock that was set back counts as time passed neither way.
 */
export function mayReload(history: readonly Reload[], why: string, now: number): Leave {
  const within = (ms: number) => history.filter(({ at }) => Math.abs(now - at) < ms)
  const sameCause = within(REMEMBER_MS).filter((reload) => reload.why === why)
  if (within(HOUR).length >= PER_HOUR || sameCause.length >= PER_CAUSE) return 'spent'
  return within(APART_MS).length > 0 ? 'later' : 'now'
}
