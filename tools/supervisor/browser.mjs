// @ts-check
/** One Chromium with one tab on the screen. Everything here has a deadline; nothing here decides. */

/** @import { Cdp } from './cdp.mjs' */
/** @import { Server } from './types.ts' */
/** @typedef {{ id: string, session: string }} Tab */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { object, objects, openCdp, text } from './cdp.mjs'

/** From power-on to the first answer; with everything else below the minute that systemd waits. */
const START_MS = 20_000
const CLOSE_MS = 3_000
/** Long enough for a frame on a slow machine, too short to be seen as anything but a flicker. */
const REDRAW_MS = 250
/** Unanswered questions, each with its deadline, after which the browser itself is taken for dead. */
const SILENT_TIMES = 3
/** What index.html has and a login page has not. */
const MARK = 'id="app"'

/** @typedef {Awaited<ReturnType<typeof startBrowser>>} Browser */

/**
 * @param {string} chromium path of the program
 * @param {string} profile its folder, ours alone
 * @param {readonly string[]} flags
 * @param {() => void} alarmed called when something died
 */
export async function startBrowser(chromium, profile, flags, alarmed) {
  // Left behind by a power failure, they would send the address to a browser that is not there.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, name), { force: true })
  const { NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID, ...env } = process.env
  const child = spawn(chromium, [...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be ended.
    detached: true,
    env,
  })
  const life = { gone: false, crashed: false, silent: 0 }
  const dies = () => {
    life.gone = true
    alarmed()
  }
  child.once('exit', dies).once('error', dies)
  const cdp = openCdp(...pipesOf(child.stdio))
  const tabs = openTabs(cdp, () => {
    life.crashed = true
    alarmed()
  })
  await cdp.send('Browser.getVersion', {}, undefined, START_MS).catch((reason) => {
    killGroup(child.pid)
    throw reason
  })

  return {
    cdp,
    pid: child.pid,
    /** Ended, or as good as that: the browser itself, not a page, has left several questions unanswered. */
    gone: () => life.gone || life.silent >= SILENT_TIMES,
    /** @param {boolean} answered */
    answered: (answered) => void (life.silent = answered ? 0 : life.silent + 1),
    crashed: () => life.crashed,
    tab: tabs.current,
    /** @param {string} address shown in a new tab; what was there before is closed */
    async open(address) {
      life.crashed = false
      await tabs.open(address)
    },
    /** For a moment the page is a pixel narrower: everything is laid out and drawn anew. */
    async redraw() {
      const session = tabs.current()?.session
      await cdp.send('Page.bringToFront', {}, session)
      const { clientWidth, clientHeight } = object(
        (await cdp.send('Page.getLayoutMetrics', {}, session)).cssLayoutViewport,
      )
      const narrower = { width: Number(clientWidth) - 1, height: Number(clientHeight) }
      const asIs = { deviceScaleFactor: 0, mobile: false }
      await cdp.send('Emulation.setDeviceMetricsOverride', { ...narrower, ...asIs }, session)
      await setTimeout(REDRAW_MS)
      await cdp.send('Emulation.clearDeviceMetricsOverride', {}, session)
    },
    reload: () => cdp.send('Page.reload', { ignoreCache: true }, tabs.current()?.session),
    /** @param {string} address */
    probe: (address) => probe(cdp, tabs.current(), address),
    async stop() {
      if (life.gone) return
      const gone = once(child, 'exit').catch(() => {})
      cdp.send('Browser.close').catch(() => {})
      await Promise.race([gone, setTimeout(CLOSE_MS)])
      killGroup(child.pid)
      await gone
    },
  }
}

/**
 * @param {Cdp} cdp
 * @param {() => void} crashed called when the renderer of our tab dies
 */
function openTabs(cdp, crashed) {
  /** @type {Tab | undefined} */
  let tab
  cdp.on(({ method, session }) => {
    if (method !== 'Inspector.targetCrashed' || tab === undefined || session !== tab.session) return
    crashed()
    cdp.drop(tab.session)
  })
  return {
    current: () => tab,
    /** @param {string} address */
    async open(address) {
      const id = text((await cdp.send('Target.createTarget', { url: 'about:blank' })).targetId)
      const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: id, flatten: true })
      const session = text(sessionId)
      tab = { id, session }
      // The answer comes with the first byte; what becomes of the page is seen at the next check.
      await cdp.send('Page.navigate', { url: address }, session).catch(() => {})
      await closeOthers(cdp, id)
    },
  }
}

/** Afterwards, so that the window never is without a tab. @param {Cdp} cdp @param {string} kept */
async function closeOthers(cdp, kept) {
  const { targetInfos } = await cdp.send('Target.getTargets')
  const others = objects(targetInfos).filter(({ type, targetId }) => type === 'page' && targetId !== kept)
  await Promise.all(
    others.map(({ targetId }) => cdp.send('Target.closeTarget', { targetId }).catch(() => {})),
  )
}

/**
 * Asks the server through the browser itself: its proxy, its certificates, its cookies. Works from a page that hangs
 * or has crashed as well.
 * @param {Cdp} cdp
 * @param {Tab | undefined} tab
 * @param {string} address
 * @returns {Promise<Server>}
 */
async function probe(cdp, tab, address) {
  if (tab === undefined) return 'unreachable'
  const options = { disableCache: true, includeCredentials: true }
  const ask = { frameId: tab.id, url: address.split('#')[0], options }
  try {
    const resource = object((await cdp.send('Network.loadNetworkResource', ask, tab.session)).resource)
    if (resource.success !== true) return resource.httpStatusCode === undefined ? 'unreachable' : 'refused'
    const { stream } = resource
    const { data, base64Encoded } = await cdp.send('IO.read', { handle: stream }, tab.session)
    cdp.send('IO.close', { handle: stream }, tab.session).catch(() => {})
    const body = base64Encoded === true ? Buffer.from(text(data), 'base64').toString() : text(data)
    return resource.httpStatusCode === 200 && body.includes(MARK) ? 'reachable' : 'refused'
  } catch {
    return 'unreachable'
  }
}

/** @param {readonly unknown[]} stdio @returns {[NodeJS.ReadableStream, NodeJS.WritableStream]} */
function pipesOf([, , , to, from]) {
  if (!isStream(from) || !isStream(to)) throw new Error('no pipes to the browser')
  return [from, to]
}

/** @param {unknown} pipe @returns {pipe is import('node:stream').Duplex} */
function isStream(pipe) {
  return typeof pipe === 'object' && pipe !== null && 'pipe' in pipe
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All gone already.
  }
}
