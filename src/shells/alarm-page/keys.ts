import { actionIn, type KeyRow } from '../shortcuts'

/** Every key of the page of alarms, one row each; the line of help is drawn from the same table. */
export const ALARM_KEYS = [
  { keys: ['ArrowDown', 'j', 'J'], shown: '↓ J', action: 'next' },
  { keys: ['ArrowUp', 'k', 'K'], shown: '↑ K', action: 'previous' },
  { keys: ['Enter'], shown: 'Enter', action: 'open' },
  { keys: ['a', 'A'], shown: 'A', action: 'acknowledge' },
  { keys: ['s', 'S'], shown: 'S', action: 'shelve' },
  { keys: ['/'], shown: '/', action: 'filter' },
  { keys: ['m', 'M'], shown: 'M', action: 'sound' },
  { keys: ['Escape'], shown: 'Esc', action: 'close' },
] as const satisfies readonly KeyRow[]

/** All but one: a row is a button, and the browser itself opens it. */
export type AlarmKey = Exclude<(typeof ALARM_KEYS)[number]['action'], 'open'>

/** The action of a key, unless a field or a button under the focus answers to it. */
export function alarmKeyOf(event: KeyboardEvent): AlarmKey | undefined {
  const action = actionIn(ALARM_KEYS, event)
  return action === 'open' ? undefined : action
}
