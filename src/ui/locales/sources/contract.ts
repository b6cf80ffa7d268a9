/**
 * Why a source is as it is: what a browser can know of it, in a few words and in full, and how to find out the rest
 * and mend it. `login` and `page` are the two faces of the fault `auth`; the last ones are states without a fault.
 */
export const REASONS = [
  'network',
  'timeout',
  'login',
  'page',
  'forbidden',
  'gone',
  'throttled',
  'server',
  'http',
  'shape',
  'parse',
  'limit',
  'refused',
  'kept',
  'frozen',
  'late',
  'stale',
  'partial',
  'invalid',
  'waiting',
  'down',
  'paused',
  'none',
] as const
export type Reason = (typeof REASONS)[number]

export type ReasonWords = Record<Reason, { short: string; what: string; steps: readonly string[] }>
