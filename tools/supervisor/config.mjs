// @ts-check
/** Command line and configuration file → what one supervisor needs for its screen. */

/** @import { Limits } from './types.ts' */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { object, text } from './cdp.mjs'

const MB = 1024 * 1024

export const USAGE = `Keeps one screen of Toàn Cảnh alive. See docs/kiosk.md.

  node tools/supervisor/main.mjs --url http://server/#/wall?city=kien-an [options]
  node tools/supervisor/main.mjs --config /etc/toan-canh/kiosk.json [--screen left]

  --url ADDRESS       what the screen shows
  --config FILE       the same and more as JSON; the command line wins
  --screen NAME       one of the "screens" of the file
  --nightly HH:MM     restart the browser each night at this time
  --memory-mb N       limit of renderers and GPU process together (1500)
  --chromium PATH     (/usr/bin/chromium)
  --flag=--NAME       one more flag for Chromium; may be repeated
  --headless          without a window, for tests
  --folder PATH       where profile, status and acts are kept
`

/** @type {Limits} */
export const LIMITS = {
  grace: 15_000,
  hung: 30_000,
  beat: 30_000,
  picture: 60_000,
  settled: 120_000,
  slept: 40_000,
  memory: 1500 * MB,
  reloadsPerHour: 3,
  renewalsPerHour: 3,
  rebootsPerDay: 0,
  nightly: undefined,
}

/**
 * @typedef {{
 *   screen: string, url: string, chromium: string, headless: boolean, flags: string[],
 *   position: string | undefined, size: string | undefined,
 *   reboot: string[] | undefined, every: number, limits: Limits,
 *   runFolder: string, stateFolder: string,
 * }} Settings
 */

const OPTIONS = /** @type {const} */ ({
  url: { type: 'string' },
  config: { type: 'string' },
  screen: { type: 'string' },
  nightly: { type: 'string' },
  'memory-mb': { type: 'string' },
  chromium: { type: 'string' },
  flag: { type: 'string', multiple: true },
  headless: { type: 'boolean' },
  folder: { type: 'string' },
})

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings} throws with a sentence when something is missing or wrong
 */
export function settingsFrom(args, env) {
  const { values } = parseArgs({ args, options: OPTIONS })
  const file = values.config === undefined ? {} : object(JSON.parse(readFileSync(values.config, 'utf8')))
  const screen = values.screen ?? ''
  const screens = object(file.screens)
  if (screen !== '' && !(screen in screens)) throw new Error(`no screen "${screen}" in the configuration`)
  /** @type {Record<string, unknown>} */
  const own = { ...file, ...object(screens[screen]), ...values }
  const limits = limitsFrom({ ...object(file.limits), ...object(own.limits) }, own)
  const folder = values.folder ?? join(homedir(), '.local/state/toan-canh-kiosk')
  return {
    screen,
    url: addressFrom(own.url),
    chromium: string(own, 'chromium') ?? '/usr/bin/chromium',
    headless: own.headless === true,
    flags: [...strings(own.flags), ...(values.flag ?? [])],
    position: string(own, 'position'),
    size: string(own, 'size'),
    reboot: own.reboot === undefined ? undefined : strings(own.reboot),
    every: number(own.every, 10) * 1000,
    limits,
    runFolder: join(env.RUNTIME_DIRECTORY ?? folder, screen),
    stateFolder: join(env.STATE_DIRECTORY ?? folder, screen),
  }
}

/** @param {Record<string, unknown>} given seconds, but for counts @param {Record<string, unknown>} own @returns {Limits} */
function limitsFrom(given, own) {
  const unknown = Object.keys(given).find((name) => !(name in LIMITS))
  if (unknown !== undefined) throw new Error(`no limit is called "${unknown}"`)
  /** @param {'grace' | 'hung' | 'beat' | 'picture' | 'settled' | 'slept'} name */
  const ms = (name) => number(given[name], LIMITS[name] / 1000) * 1000
  const nightly = string(own, 'nightly')
  if (nightly !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(nightly))
    throw new Error(`nightly is a time like 03:30, not "${nightly}"`)
  return {
    grace: ms('grace'),
    hung: ms('hung'),
    beat: ms('beat'),
    picture: ms('picture'),
    settled: ms('settled'),
    slept: ms('slept'),
    memory: number(own['memory-mb'] ?? own.memoryMB, LIMITS.memory / MB) * MB,
    reloadsPerHour: number(given.reloadsPerHour, LIMITS.reloadsPerHour),
    renewalsPerHour: number(given.renewalsPerHour, LIMITS.renewalsPerHour),
    // Off unless somebody says how.
    rebootsPerDay: own.reboot === undefined ? 0 : number(given.rebootsPerDay, 1),
    nightly,
  }
}

/** @param {unknown} url */
function addressFrom(url) {
  if (typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url)) return url
  throw new Error('--url wants an address that begins with http:// or https://')
}

/** @param {Record<string, unknown>} from @param {string} name */
function string(from, name) {
  return text(from[name]) || undefined
}

/** @param {unknown} list */
function strings(list) {
  return Array.isArray(list) ? list.map(text) : []
}

/** @param {unknown} value @param {number} otherwise */
function number(value, otherwise) {
  if (value === undefined) return otherwise
  const parsed = Number(value)
  if (!Number.isFinite(parsed) || parsed < 0) throw new Error(`a number was expected, not "${String(value)}"`)
  return parsed
}
