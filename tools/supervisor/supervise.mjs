// @ts-check
/** The loop: look, decide, act, report. It is the only part that knows all the others. */

/** @import { Browser } from './browser.mjs' */
/** @import { Settings } from './config.mjs' */
/** @import { Report } from './report.mjs' */
/** @import { Decision, Observation, State, Step } from './types.ts' */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { startBrowser } from './browser.mjs'
import { allowedAt } from './budget.mjs'
import { serviceCard, waitingCard } from './card.mjs'
import { decide } from './decide.mjs'
import { chromiumFlags } from './flags.mjs'
import { observe } from './look.mjs'
import { begin } from './watch.mjs'

/** After a step that leaves the card on the screen, the server is asked at once. */
const SOON_MS = 500

/**
 * @param {Settings} settings
 * @param {Report} report
 * @param {() => void} checked called after each check that went well
 */
export function supervise(settings, report, checked) {
  const { url, screen, limits } = settings
  // The machine's clock may be set while we run: time here only goes forward.
  const offset = Date.now() - performance.now()
  const clock = () => offset + performance.now()
  let state = begin(clock(), report.keptActs())
  /** @type {Browser | undefined} */
  let browser
  let stopped = false
  let wake = () => {}
  let alarm = false

  async function start() {
    await browser?.stop()
    browser = undefined
    const flags = chromiumFlags({ ...settings, profile: join(settings.stateFolder, 'profile') })
    browser = await startBrowser(settings.chromium, join(settings.stateFolder, 'profile'), flags, () => {
      alarm = true
      wake()
    })
    await browser.open(waitingCard({ screen, address: url, since: state.since }))
  }

  /** @param {Step} step */
  async function perform(step) {
    if (step === 'browser') return start()
    if (step === 'reboot') return reboot(settings.reboot)
    if (step === 'card' && (browser === undefined || browser.gone())) await start()
    if (step === 'card') return browser?.open(serviceCard({ screen, address: url, ...service(state) }))
    if (step === 'wait') return browser?.open(waitingCard({ screen, address: url, since: state.since }))
    if (step === 'redraw') return browser?.redraw()
    return step === 'reload' ? browser?.reload() : browser?.open(url)
  }

  /** @param {State} of */
  function service({ incident, acts }) {
    return {
      incident,
      next: allowedAt(acts, 'browser', incident?.trouble ?? 'browser-gone', limits, clock()),
    }
  }

  async function check() {
    const seen = await observe(browser, new Date())
    let decision = decide(state, seen, clock(), limits)
    if (decision.step === 'probe' && browser !== undefined)
      decision = decide(state, { ...seen, server: await browser.probe(url) }, clock(), limits)
    await follow(decision)
    report.status(statusOf(state, seen, browser?.pid, url))
    return decision.step
  }

  /** @param {Decision} decision */
  async function follow({ state: next, step, events }) {
    const { acts } = state
    state = next
    events.forEach(report.tell)
    // Before the act: a reboot would not wait for it.
    if (next.acts !== acts) report.keepActs(next.acts)
    if (step === undefined || step === 'probe') return
    await perform(step).catch((reason) => report.tell({ event: 'step-failed', step, reason: String(reason) }))
  }

  /** @param {number} ms */
  async function pause(ms) {
    if (!alarm)
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve(undefined)
        }
      })
    alarm = false
  }

  async function run() {
    report.tell({ event: 'started', url })
    await start().catch((reason) =>
      report.tell({ event: 'step-failed', step: 'browser', reason: String(reason) }),
    )
    while (!stopped) {
      try {
        const step = await check()
        checked()
        await pause(step === 'browser' || step === 'wait' ? SOON_MS : settings.every)
      } catch (reason) {
        // Without `checked` for a minute, systemd starts us anew.
        report.tell({ event: 'check-failed', reason: String(reason) })
        await pause(settings.every)
      }
    }
    await browser?.stop()
    report.tell({ event: 'stopped' })
  }

  return {
    done: run(),
    stop() {
      stopped = true
      alarm = true
      wake()
    },
  }
}

/** @param {string[] | undefined} command @returns {Promise<void>} */
function reboot([program, ...args] = []) {
  return new Promise((resolve, reject) => {
    if (program === undefined) return resolve()
    execFile(program, args, (error) => (error ? reject(error) : resolve()))
  })
}

/**
 * @param {State} state @param {Observation} seen @param {number | undefined} pid @param {string} url
 */
function statusOf({ phase, since, incident, acts, told, browserSince }, seen, pid, url) {
  const iso = (/** @type {number} */ at) => new Date(at).toISOString()
  return {
    url,
    phase,
    since: iso(since),
    well: phase === 'watching' && incident?.open !== true,
    trouble: incident?.open ? incident.trouble : null,
    lasting: told,
    browser: { pid: pid ?? null, since: iso(browserSince), gpu: seen.gpu ?? null, renderers: seen.renderers },
    memory: seen.memory ?? null,
    page: seen.page ?? null,
    acts: acts.map((act) => ({ ...act, at: iso(act.at) })),
  }
}
