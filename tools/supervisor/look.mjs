// @ts-check
/** What can be seen of the screen from outside: what the page says, the clock's pixels, the memory. */

/** @import { Browser, Tab } from './browser.mjs' */
/** @import { Look, Observation } from './types.ts' */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { object, objects, text } from './cdp.mjs'

/**
 * Runs in the page, as text. The heartbeat is the app's own; without one, the text of its clock.
 * WebGL is asked for only where the map is drawn without it, since every context counts (faults §2.2).
 */
const ASK = `(() => {
  const app = typeof window.__toancanh === 'function' ? window.__toancanh() : undefined
  const clock = document.querySelector('.clock')
  const simple = document.querySelector('.map-fallback') !== null
  const context = simple ? document.createElement('canvas').getContext('webgl2') : null
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  const { x, y, width, height } = clock?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 }
  return JSON.stringify({
    app: app ? 'running' : document.querySelector('main.refused') ? 'refused' : 'none',
    beat: String(app?.beat ?? clock?.querySelector('.time')?.textContent ?? ''),
    clock: { x, y, width, height },
    map: simple ? (context ? 'simple' : 'gone') : document.querySelector('.maplibregl-canvas') ? 'drawn' : 'none',
    alarms: (app?.alarms ?? []).filter(({ priority, standing }) => standing === 'unacked' && (priority === 'critical' || priority === 'high')).length,
  })
})()`

/**
 * @param {Browser | undefined} browser
 * @param {Date} at
 * @returns {Promise<Observation>}
 */
export async function observe(browser, at) {
  const time = `${pad(at.getHours())}:${pad(at.getMinutes())}`
  const gone = { ...NOTHING, browser: /** @type {const} */ ('gone'), time }
  if (browser === undefined || browser.gone()) return gone
  const tab = browser.tab()
  const [page, counted] = await Promise.all([
    tab && !browser.crashed() ? lookAt(browser, tab).catch(() => undefined) : undefined,
    processes(browser).catch(() => undefined),
  ])
  browser.answered(counted !== undefined)
  // It may have died while we looked; and a browser that answers nothing at all is as good as dead.
  if (browser.gone()) return gone
  return { ...NOTHING, browser: 'running', crashed: browser.crashed(), page, ...counted, time }
}

const NOTHING = { crashed: false, page: undefined, memory: undefined, gpu: undefined, renderers: [] }

/** @param {number} number */
const pad = (number) => String(number).padStart(2, '0')

/** @param {Browser} browser @param {Tab} tab @returns {Promise<Look>} */
async function lookAt({ cdp }, { session }) {
  const asked = await cdp.send('Runtime.evaluate', { expression: ASK, returnByValue: true }, session)
  const said = object(JSON.parse(text(object(asked.result).value) || '{}'))
  const clip = object(said.clock)
  const clock = Number(clip.width) > 0 && Number(clip.height) > 0
  return {
    app: said.app === 'running' || said.app === 'refused' ? said.app : 'none',
    beat: text(said.beat),
    clock,
    picture: clock ? await pictureOf(cdp, session, clip).catch(() => undefined) : undefined,
    map: said.map === 'drawn' || said.map === 'simple' || said.map === 'gone' ? said.map : 'none',
    alarms: Number(said.alarms ?? 0),
  }
}

/** @param {Browser['cdp']} cdp @param {string} session @param {object} clip @returns {Promise<string>} */
async function pictureOf(cdp, session, clip) {
  const wish = { format: 'png', optimizeForSpeed: true, clip: { ...clip, scale: 1 } }
  const { data } = await cdp.send('Page.captureScreenshot', wish, session)
  return createHash('sha1').update(text(data)).digest('base64')
}

/**
 * Memory as the kernel counts it: what JavaScript tells is blind to the leaks that kill walls (faults finding 10).
 * @param {Browser} browser
 */
async function processes({ cdp }) {
  const all = objects((await cdp.send('SystemInfo.getProcessInfo')).processInfo)
  const watched = all.filter(({ type }) => type === 'renderer' || type === 'GPU')
  const sizes = watched.map(({ id }) => proportionalSize(Number(id))).filter((size) => size !== undefined)
  const gpu = all.find(({ type }) => type === 'GPU')
  return {
    memory: sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : undefined,
    gpu: gpu && Number(gpu.id),
    renderers: all.filter(({ type }) => type === 'renderer').map(({ id }) => Number(id)),
  }
}

/** PSS in bytes: shared pages count by their share. @param {number} pid @returns {number | undefined} */
function proportionalSize(pid) {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  } catch {
    return undefined
  }
}
