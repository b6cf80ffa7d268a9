import * as v from 'valibot'
import { mayReload, REMEMBER_MS, type Leave, type Reload } from './budget'

const KEY = 'toan-canh reloads'
const History = v.pipe(v.string(), v.parseJson(), v.array(v.object({ at: v.number(), why: v.string() })))

export interface Reloads {
  /** Whether the budget allows a reload now. */
  leave(why: string): Leave
  /** Reloads the page if it does. */
  ask(why: string): void
}

/** The page's own reloads, counted over them in sessionStorage: it is as old as the tab. */
export function createReloads(reload: () => void, now: () => number = Date.now): Reloads {
  function leave(why: string): Leave {
    const history = read()
    // Without a memory a reload could repeat for ever, so there is none.
    return history === undefined ? 'spent' : mayReload(history, why, now())
  }
  return {
    leave,
    ask(why) {
      if (leave(why) === 'now' && write([...(read() ?? []), { at: now(), why }], now())) reload()
    },
  }
}

function read(): Reload[] | undefined {
  try {
    const text = sessionStorage.getItem(KEY)
    if (text === null) return []
    const parsed = v.safeParse(History, text)
    return parsed.success ? parsed.output : []
  } catch {
    return undefined
  }
}

function write(history: readonly Reload[], now: number): boolean {
  try {
    const recent = history.filter(({ at }) => Math.abs(now - at) < REMEMBER_MS)
    sessionStorage.setItem(KEY, JSON.stringify(recent))
    return true
  } catch {
    return false
  }
}
