// @ts-check
/** What leaves the supervisor: a line of JSON per event, a file with the state of now, and the acts of the last day. */

/** @import { Act, Event, Remedy, Trouble } from './types.ts' */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { object, objects, text } from './cdp.mjs'
import { LADDERS } from './troubles.mjs'

const LAST_EVENTS = 20
const REMEDIES = new Set(['redraw', 'reload', 'tab', 'browser', 'reboot'])

/**
 * @param {{ screen: string, runFolder: string, stateFolder: string, print: (line: string) => void }} to
 */
export function createReport({ screen, runFolder, stateFolder, print }) {
  for (const folder of [runFolder, stateFolder]) mkdirSync(folder, { recursive: true })
  const actsFile = join(stateFolder, 'acts.json')
  /** @type {object[]} */
  const recent = []
  let full = false

  /** @param {Event} event */
  function tell(event) {
    const line = { at: new Date().toISOString(), ...(screen ? { screen } : {}), ...event }
    print(JSON.stringify(line))
    recent.push(line)
    if (recent.length > LAST_EVENTS) recent.shift()
  }

  /** A full disk must not keep a wall from being mended. @param {string} file @param {object} value */
  function keep(file, value) {
    try {
      replace(file, value)
      if (full) tell({ event: 'disk-failed-over' })
      full = false
    } catch (reason) {
      if (!full) tell({ event: 'disk-failed', reason: String(reason) })
      full = true
    }
  }

  return {
    tell,
    /** For a monitoring system to read. @param {object} status */
    status: (status) =>
      keep(join(runFolder, 'status.json'), {
        at: new Date().toISOString(),
        screen,
        ...status,
        events: recent,
      }),
    /** A budget that a restart fills again is none. @param {readonly Act[]} acts */
    keepActs: (acts) => keep(actsFile, acts),
    keptActs: () => readActs(actsFile),
  }
}

/** @typedef {ReturnType<typeof createReport>} Report */

/** Never half written. @param {string} file @param {object} value */
function replace(file, value) {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, undefined, 2)}\n`)
  renameSync(`${file}.new`, file)
}

/** @param {string} file @returns {Act[]} none when the file is missing or damaged */
function readActs(file) {
  try {
    return objects(JSON.parse(readFileSync(file, 'utf8'))).flatMap((each) => {
      const { at, step, for: cause } = object(each)
      return typeof at === 'number' && isRemedy(step) && isCause(cause) ? [{ at, step, for: cause }] : []
    })
  } catch {
    return []
  }
}

/** @param {unknown} step @returns {step is Remedy} */
const isRemedy = (step) => REMEDIES.has(text(step))

/** @param {unknown} trouble @returns {trouble is Trouble | 'planned'} */
const isCause = (trouble) => trouble === 'planned' || text(trouble) in LADDERS
