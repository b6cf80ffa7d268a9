// @ts-check
/** What the supervisor remembers between two checks, and what it tells of once and not at every check. Pure. */

/** @import { Act, Event, Limits, Observation, State } from './types.ts' */
import { DAY_MS } from './budget.mjs'

/**
 * @param {number} now ms
 * @param {readonly Act[]} [acts] kept from before, so that a restart of the supervisor fills no budget
 * @returns {State}
 */
export function begin(now, acts = []) {
  return {
    phase: 'waiting',
    since: now,
    checked: now,
    quiet: now,
    answered: now,
    alive: now,
    beat: { value: '', at: now },
    picture: { value: undefined, at: now },
    gpu: undefined,
    webgl: false,
    browserSince: now,
    incident: undefined,
    // A clock that was wrong before the restart must not lock a budget for years.
    acts: acts.filter(({ at }) => at <= now && now - at < DAY_MS),
    told: [],
  }
}

/**
 * The same state, as if everything had last been seen alive at a moment.
 * @param {State} state
 * @param {number} at ms
 * @returns {State}
 */
export function rebased(state, at) {
  const { beat, picture } = state
  return {
    ...state,
    quiet: Math.max(state.quiet, at),
    answered: at,
    alive: at,
    beat: { ...beat, at },
    picture: { ...picture, at },
  }
}

/**
 * @param {State} state
 * @param {Observation} seen
 * @param {number} now ms
 * @param {Limits} limits
 * @returns {{ state: State, events: Event[] }}
 */
export function remember(state, seen, now, limits) {
  const gap = now - state.checked
  const slept = gap > limits.slept
  // Who sleeps cannot blame the page for having stood still meanwhile.
  const awake = slept ? rebased(state, now + limits.grace) : state
  const next = { ...marked(awake, seen, now), checked: now }
  const { told, events } = edges(next, seen)
  if (slept) events.unshift({ event: 'slept', seconds: Math.round(gap / 1000) })
  return { state: { ...next, told }, events }
}

/** @param {State} state @param {Observation} seen @param {number} now @returns {State} */
function marked(state, seen, now) {
  const { page } = seen
  if (page === undefined) return state
  const answered = Math.max(state.answered, now)
  if (page.app === 'none') return { ...state, answered }
  const alive = Math.max(state.alive, now)
  if (page.app === 'refused') return { ...rebased(state, alive), quiet: state.quiet }
  const moved = page.beat !== state.beat.value
  const painted = !page.clock || (page.picture !== undefined && page.picture !== state.picture.value)
  return {
    ...state,
    answered,
    alive,
    beat: moved ? { value: page.beat, at: Math.max(state.beat.at, now) } : state.beat,
    picture: painted ? { value: page.picture, at: Math.max(state.picture.at, now) } : state.picture,
    webgl: state.webgl || page.map === 'drawn',
  }
}

/**
 * Reports the edges of lasting things, not their levels: a wall that was wrong for a night has two lines in its log.
 * @param {State} state
 * @param {Observation} seen
 * @returns {{ told: readonly string[], events: Event[] }}
 */
function edges({ told, webgl, phase }, { page, memory, browser, server }) {
  return turned(told, [
    ['city-refused', page === undefined ? undefined : page.app === 'refused'],
    ['no-webgl', page === undefined ? undefined : page.map === 'gone' && !webgl],
    ['memory-unknown', browser === 'running' ? memory === undefined : undefined],
    ['server-unreachable', server === undefined ? undefined : server === 'unreachable'],
    ['server-refused', server === undefined ? undefined : server === 'refused'],
    ['enduring', phase === 'watching' ? undefined : false],
  ])
}

/**
 * @param {readonly string[]} told
 * @param {readonly (readonly [name: string, is: boolean | undefined])[]} levels undefined: not known now
 * @returns {{ told: readonly string[], events: Event[] }}
 */
function turned(told, levels) {
  /** @type {Event[]} */
  const events = []
  let now = told
  for (const [name, is] of levels) {
    if (is === undefined || is === now.includes(name)) continue
    now = is ? [...now, name] : now.filter((each) => each !== name)
    events.push({ event: is ? name : `${name}-over` })
  }
  return { told: now, events }
}

/**
 * @param {State} state
 * @param {string} name of a lasting thing
 * @param {boolean} is whether it is so now
 * @returns {{ state: State, events: Event[] }}
 */
export function toldOnce(state, name, is) {
  const { told, events } = turned(state.told, [[name, is]])
  return { state: { ...state, told }, events }
}
