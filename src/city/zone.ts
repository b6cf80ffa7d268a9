import * as v from 'valibot'

/** An IANA time zone that this engine knows. */
export const Zone = v.pipe(v.string(), v.check(isZone, 'zone'))

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
