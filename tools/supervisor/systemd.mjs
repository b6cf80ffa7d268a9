// @ts-check
/** Word to systemd (sd_notify): Node has no datagram sockets of that kind, so its own small program says it. */
import { execFile } from 'node:child_process'

/** @param {...string} words such as `--ready` or `WATCHDOG=1`; without systemd nothing happens */
export function notifySystemd(...words) {
  if (process.env.NOTIFY_SOCKET === undefined) return
  // If it fails, systemd restarts us: that is what the watchdog is for.
  execFile('systemd-notify', words, () => {})
}
