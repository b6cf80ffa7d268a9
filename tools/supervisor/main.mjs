// @ts-check
/** Keeps one screen alive (docs/kiosk.md). Needs Node 20 and nothing else: copy this folder to the machine. */
import { settingsFrom, USAGE } from './config.mjs'
import { createReport } from './report.mjs'
import { supervise } from './supervise.mjs'
import { notifySystemd } from './systemd.mjs'

/** @returns {import('./config.mjs').Settings | undefined} */
function settings() {
  try {
    return settingsFrom(process.argv.slice(2), process.env)
  } catch (problem) {
    console.error(`${problem instanceof Error ? problem.message : String(problem)}\n\n${USAGE}`)
    return undefined
  }
}

const wanted = settings()
if (wanted === undefined) {
  process.exitCode = 2
} else {
  let ready = false
  const report = createReport({ ...wanted, print: (line) => console.log(line) })
  const { done, stop } = supervise(wanted, report, () => {
    notifySystemd(...(ready ? ['WATCHDOG=1'] : ['--ready', 'WATCHDOG=1']))
    ready = true
  })
  process.once('SIGTERM', stop).once('SIGINT', stop)
  await done
}
