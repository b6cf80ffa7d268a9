import { readFileSync } from 'node:fs'
import type { CDPSession } from '@playwright/test'

/** Proportional memory of the browser's processes in MB (10⁶ bytes), by kind: the JS heap is blind to most of it (faults §0.10). */
export async function memoryByProcess(browser: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  const sums = new Map<string, number>()
  for (const { type, id } of processInfo) sums.set(type, (sums.get(type) ?? 0) + pssOf(id))
  return sums
}

/** 0 where the process has just ended, or the system keeps no such account. */
function pssOf(pid: number): number {
  try {
    const [, kB = '0'] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return (Number(kB) * 1024) / 1e6
  } catch {
    return 0
  }
}
