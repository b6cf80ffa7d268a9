// @ts-check
/** What is wrong with the screen, and which remedies there are against it. Pure (faults §2.8, §6.2). */

/** @import { Limits, Observation, Remedy, State, Trouble } from './types.ts' */

/**
 * Each remedy is tried once per incident, then the next; the last one again.
 * @type {Record<Trouble, readonly [Remedy, ...Remedy[]]>}
 */
export const LADDERS = {
  'browser-gone': ['browser'],
  // Not a reload: a crashed page does not take one (faults §2.8).
  crashed: ['tab', 'browser'],
  hung: ['tab', 'browser'],
  'no-app': ['reload', 'tab', 'browser'],
  'no-heartbeat': ['reload', 'browser'],
  'not-painting': ['redraw', 'reload', 'browser'],
  memory: ['tab', 'browser'],
  // Neither reload nor new page brings WebGL back after two GPU crashes (faults finding 2).
  'webgl-gone': ['browser'],
  'map-stuck': ['reload', 'browser'],
}

/** The screen still tells the truth with these: they are not worth a card in its place, nor the last renewal. */
const BEARABLE = new Set(['memory', 'webgl-gone', 'map-stuck'])

/** @param {Trouble} trouble */
export function bearable(trouble) {
  return BEARABLE.has(trouble)
}

/**
 * What is wrong now, the worst first. During an incident limits are halved: the whole ladder must be climbed while
 * somebody still waits for it (row 55: three minutes).
 * @param {State} state
 * @param {{ seen: Observation, now: number, limits: Limits }} check
 * @returns {Trouble | undefined}
 */
export function troubleOf(state, { seen, now, limits }) {
  if (seen.browser === 'gone') return 'browser-gone'
  if (seen.crashed) return 'crashed'
  const patience = state.incident?.open ? 0.5 : 1
  /** @param {number} since @param {number} limit */
  const over = (since, limit) => now - since > limit * patience
  const { page } = seen
  if (page === undefined) return over(state.answered, limits.hung) ? 'hung' : undefined
  // The app says itself what is wrong with the city file; a reload would say the same.
  if (page.app === 'refused') return undefined
  if (over(state.alive, limits.beat)) return 'no-app'
  if (over(state.beat.at, limits.beat)) return 'no-heartbeat'
  if (page.clock && over(state.picture.at, limits.picture)) return 'not-painting'
  if (seen.memory !== undefined && seen.memory > limits.memory) return 'memory'
  // A machine that never had WebGL gets none by a restart.
  if (page.map === 'gone') return state.webgl ? 'webgl-gone' : undefined
  return page.map === 'simple' ? 'map-stuck' : undefined
}
