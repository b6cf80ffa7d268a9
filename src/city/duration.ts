import * as v from 'valibot'

const SHAPE = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
const DAY_MS = 86_400_000

/** Milliseconds of an ISO 8601 duration such as PT30S, PT1H30M or P1D; undefined when it is not one. */
export function parseDuration(text: string): number | undefined {
  const match = SHAPE.exec(text)
  if (!match || text === 'P' || text.endsWith('T')) return undefined
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  const ms = ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000
  return ms > 0 ? ms : undefined
}

/**
 * A duration field of the city file, read to milliseconds.
 * Never above a day: a browser timer over 24.8 days fires at once (faults §0.8).
 */
export const Duration = v.pipe(
  v.string(),
  v.check((text) => {
    const ms = parseDuration(text)
    return ms !== undefined && ms <= DAY_MS
  }, 'duration'),
  v.transform((text) => parseDuration(text) ?? DAY_MS),
)

/** A span of days or hours without a timer behind it, such as a reporting deadline. */
export const Span = v.pipe(
  v.string(),
  v.check((text) => parseDuration(text) !== undefined, 'duration'),
  v.transform((text) => parseDuration(text) ?? 0),
)

/** How long something must last before it counts; `PT0S` is at once. */
export const Delay = v.pipe(
  v.string(),
  v.check((text) => text === 'PT0S' || parseDuration(text) !== undefined, 'duration'),
  v.transform((text) => parseDuration(text) ?? 0),
)
