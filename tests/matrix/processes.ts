import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** A session with the browser itself; it must be closed by whoever asks. */
export async function browserSession(page: Page) {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('the page has no browser')
  return session
}

/** Process ids of the browser's renderers. */
export async function renderersOf(page: Page): Promise<number[]> {
  const session = await browserSession(page)
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

/** Memory of a process that is its own, and its part of what it shares; bytes. */
export function residentOf(pid: number): number {
  const smaps = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return 1024 * Number(/^Pss:\s+(\d+)/m.exec(smaps)?.[1] ?? NaN)
}
