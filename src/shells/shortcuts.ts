/** Every key of the wall and the presenter, one row each; the help card is drawn from the same table. */
export const SHORTCUTS = [
  { keys: [' ', 'Spacebar'], shown: '␣', action: 'pause' },
  { keys: ['ArrowRight', 'PageDown', 'n'], shown: '→', action: 'next' },
  { keys: ['ArrowLeft', 'PageUp', 'p'], shown: '←', action: 'previous' },
  { keys: ['1', '2', '3', '4', '5', '6'], shown: '1–6', action: 'pillar' },
  { keys: ['t'], shown: 'T', action: 'theme' },
  { keys: ['l'], shown: 'L', action: 'language' },
  { keys: ['b'], shown: 'B', action: 'borders' },
  { keys: ['s'], shown: 'S', action: 'sources' },
  { keys: ['a'], shown: 'A', action: 'acknowledge' },
  { keys: ['m'], shown: 'M', action: 'sound' },
  { keys: ['Escape'], shown: 'Esc', action: 'close' },
  { keys: ['?', 'h'], shown: '?', action: 'help' },
] as const

export type ShortcutAction = (typeof SHORTCUTS)[number]['action']

/** Keys with one action; `shown` is how help writes them. */
export interface KeyRow {
  keys: readonly string[]
  shown: string
  action: string
}

export const actionOf = (event: KeyboardEvent) => actionIn(SHORTCUTS, event)

/** The action of a key, unless it is meant for a field or comes with a modifier of the browser's. */
export function actionIn<R extends KeyRow>(
  rows: readonly R[],
  event: KeyboardEvent,
): R['action'] | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.target instanceof HTMLElement && event.target.closest('input, select, textarea')) return undefined
  // A focused button already answers to the space bar.
  if (event.key === ' ' && event.target instanceof HTMLElement && event.target.closest('button'))
    return undefined
  return rows.find(({ keys }) => keys.some((key) => key === event.key))?.action
}
