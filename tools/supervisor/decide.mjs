// @ts-check
/**
 * The supervisor's judgement: what was known, what is seen and when → what to do and what to report. Pure; nothing in
 * here knows a browser (faults §6.2, rows 49 and 52 to 55).
 */

/** @import { Decision, Event, Limits, Observation, Remedy, State, Trouble } from './types.ts' */
/** @typedef {{ seen: Observation, now: number, limits: Limits }} Check */
import { allowedAt, DAY_MS } from './budget.mjs'
import { isDue } from './night.mjs'
import { bearable, LADDERS, troubleOf } from './troubles.mjs'
import { rebased, remember, toldOnce } from './watch.mjs'

/**
 * @param {State} before
 * @param {Observation} seen
 * @param {number} now ms, of a clock that never goes back
 * @param {Limits} limits
 * @returns {Decision}
 */
export function decide(before, seen, now, limits) {
  const { state, events } = remember(before, seen, now, limits)
  const { state: after, step, events: more } = judged(state, { seen, now, limits })
  // A probe changes nothing: the same check goes on with its answer.
  if (step === 'probe') return { state: before, step, events: [] }
  const gpu = step === 'browser' ? undefined : (seen.gpu ?? after.gpu)
  return { state: { ...after, gpu }, step, events: [...events, ...more] }
}

/** @param {State} state @param {Check} check @returns {Decision} */
function judged(state, check) {
  if (state.phase === 'service') return serving(state, check)
  if (state.phase === 'waiting') return waiting(state, check)
  if (check.now < state.quiet) return nothing(state)
  const trouble = troubleOf(state, check)
  return trouble ? remedied(state, trouble, check) : calm(state, check)
}

/** @param {State} state @param {readonly Event[]} [events] @returns {Decision} */
const nothing = (state, events = []) => ({ state, step: undefined, events })

/** @param {State} state @returns {Decision} */
const probe = (state) => ({ state, step: 'probe', events: [] })

/**
 * The card waits for the server.
 * @param {State} state @param {Check} check @returns {Decision}
 */
function waiting(state, check) {
  const { seen, now, limits } = check
  if (seen.browser === 'gone')
    return now < state.quiet ? nothing(state) : remedied(state, 'browser-gone', check)
  if (seen.server === undefined) return probe(state)
  if (seen.server !== 'reachable') return seen.crashed ? { state, step: 'wait', events: [] } : nothing(state)
  return { state: showing('watching', state, now, limits.grace), step: 'load', events: [{ event: 'opened' }] }
}

/**
 * Nothing helped, and the card asks for somebody. As soon as its budget allows, a new browser is tried all the same.
 * @param {State} state @param {Check} check @returns {Decision}
 */
function serving(state, check) {
  const { seen, now, limits } = check
  const trouble = state.incident?.trouble ?? 'browser-gone'
  if (allowedAt(state.acts, 'browser', trouble, limits, now) > now)
    return seen.crashed ? { state, step: 'card', events: [] } : nothing(state)
  if (seen.browser === 'gone') return acted(state, [], 'browser', trouble, check)
  if (seen.server === undefined) return probe(state)
  return seen.server === 'reachable' ? acted(state, [], 'browser', trouble, check) : nothing(state)
}

/**
 * Nothing is wrong.
 * @param {State} state @param {Check} check @returns {Decision}
 */
function calm(state, check) {
  const { seen, now, limits } = check
  const { incident } = state
  if (incident?.open && !isProven(state)) return nothing(state)
  if (incident?.open) {
    const { trouble, since, acts } = incident
    const tried = acts.map(({ step }) => step)
    const event = { event: 'well', after: trouble, seconds: Math.round((now - since) / 1000), tried }
    const told = state.told.filter((each) => each !== 'enduring')
    return nothing({ ...state, told, incident: { ...incident, open: false, seen: now } }, [event])
  }
  const settled = incident !== undefined && now - incident.seen > limits.settled
  const next = settled ? { ...state, incident: undefined } : state
  // Canvases are blank after a GPU crash until something draws them (faults finding 1).
  if (state.gpu !== undefined && seen.gpu !== undefined && seen.gpu !== state.gpu)
    return { state: next, step: 'redraw', events: [{ event: 'gpu-restarted' }] }
  return planned(next, check)
}

/**
 * Whether the page was seen alive after the last step, and not only nothing wrong yet.
 * @param {State} state
 */
function isProven({ quiet, beat, picture }) {
  return beat.at > quiet && picture.at > quiet
}

/**
 * The restart of every night, held while an urgent alarm waits for somebody, or the page does not say.
 * @param {State} before @param {Check} check @returns {Decision}
 */
function planned(before, check) {
  const { seen, now, limits } = check
  const due = isDue(limits.nightly, seen.time, now - before.browserSince)
  const { state, events } = toldOnce(before, 'planned-held', due && seen.page?.alarms !== 0)
  if (!due || state.told.includes('planned-held')) return nothing(state, events)
  if (seen.server === undefined) return probe(before)
  if (seen.server !== 'reachable') return nothing(state, events)
  const hours = Math.round((now - state.browserSince) / 360_000) / 10
  // Memory is part of the report: a leak must not hide behind the restart (faults §6.2).
  const event = { event: 'planned-restart', hours, memory: seen.memory }
  return acted(state, [...events, event], 'browser', 'planned', check)
}

/**
 * Something is wrong: the mildest remedy that was not tried yet and that its budget allows, or a card that says why.
 * @param {State} before @param {Trouble} trouble @param {Check} check @returns {Decision}
 */
function remedied(before, trouble, check) {
  const { seen, now, limits } = check
  const { state, events } = blamed(before, trouble, now)
  const remedy = remedyFor(state, trouble, check)
  if (remedy === 'redraw' || (remedy && seen.browser === 'gone'))
    return acted(state, events, remedy, trouble, check)
  if (remedy === undefined && bearable(trouble)) {
    const enduring = toldOnce(state, 'enduring', true)
    return nothing(enduring.state, [...events, ...enduring.events])
  }
  // Nothing is thrown away for a page that the server would not give (faults §2.8).
  if (seen.browser === 'running' && seen.server === undefined) return probe(before)
  if (seen.browser === 'running' && seen.server !== 'reachable') {
    if (bearable(trouble)) return nothing(state, events)
    const waits = [...events, { event: 'waiting', server: seen.server }]
    return { state: showing('waiting', state, now, limits.grace), step: 'wait', events: waits }
  }
  if (remedy) return acted(state, events, remedy, trouble, check)
  const asks = [...events, { event: 'service', trouble }]
  return { state: showing('service', state, now, limits.grace), step: 'card', events: asks }
}

/**
 * @param {State} state @param {Trouble} trouble @param {number} now
 * @returns {{ state: State, events: Event[] }}
 */
function blamed(state, trouble, now) {
  const { incident } = state
  const known = incident?.open === true && incident.trouble === trouble
  const since = incident?.open ? incident.since : now
  const next = { trouble, since, seen: now, open: true, acts: incident?.acts ?? [] }
  return { state: { ...state, incident: next }, events: known ? [] : [{ event: 'trouble', trouble }] }
}

/**
 * The next step of the ladder that a budget allows; undefined when none is left.
 * @param {State} state @param {Trouble} trouble @param {Check} check @returns {Remedy | undefined}
 */
function remedyFor({ incident, acts }, trouble, { now, limits }) {
  const ladder = LADDERS[trouble]
  const tried = (incident?.acts ?? []).filter((act) => act.for === trouble).length
  /** @type {Remedy[]} */
  const left = [...ladder.slice(Math.min(tried, ladder.length - 1)), 'reboot']
  return left.find((step) => allowedAt(acts, step, trouble, limits, now) <= now)
}

/**
 * @param {State} state @param {readonly Event[]} events what led to it
 * @param {Remedy} step @param {Trouble | 'planned'} trouble @param {Check} check @returns {Decision}
 */
function acted(state, events, step, trouble, { now, limits }) {
  const { incident } = state
  const act = { at: now, step, for: trouble }
  const acts = [...state.acts.filter(({ at }) => now - at < DAY_MS), act]
  const tried = incident?.open ? { ...incident, seen: now, acts: [...incident.acts, act] } : incident
  const next = { ...state, acts, incident: tried }
  const all = [...events, { event: 'step', step, trouble }]
  // What is drawn anew shows at once; a page that is loaded takes its time.
  if (step === 'redraw') return { state: showing('watching', next, now, limits.grace / 3), step, events: all }
  if (step !== 'browser') return { state: showing('watching', next, now, limits.grace), step, events: all }
  const fresh = { ...next, webgl: false, browserSince: now }
  return { state: showing('waiting', fresh, now, limits.grace), step, events: all }
}

/**
 * @param {State['phase']} phase @param {State} state @param {number} now
 * @param {number} grace ms @returns {State}
 */
function showing(phase, state, now, grace) {
  return { ...rebased(state, now + grace), phase, since: phase === state.phase ? state.since : now }
}
