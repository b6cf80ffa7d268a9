import type { Page } from '@playwright/test'

declare global {
  interface Window {
    __clock: {
      /** Both clocks jump ahead by ms, timers do not: what a page sees after its machine slept. */
      sleep(ms: number): void
      /** The wall clock is set ahead (or back) by ms, the monotonic one goes on. */
      set(ms: number): void
      /** From now on the wall clock gains this many ms per real second. */
      drift(msPerSecond: number): void
    }
  }
}

/**
 * Gives the page clocks that a row can set. A Proxy, because Playwright's own clock makes a Date that the time zone
 * library cannot copy.
 */
export function plantClock(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const wall = Date.now.bind(Date)
    const mono = performance.now.bind(performance)
    const ahead = { wall: 0, mono: 0, drift: 0, since: 0 }
    Date.now = () => Math.round(wall() + ahead.wall + (ahead.drift * (mono() - ahead.since)) / 1000)
    performance.now = () => mono() + ahead.mono
    window.Date = new Proxy(Date, {
      construct: (date, args, target) =>
        Reflect.construct(date, args.length > 0 ? args : [Date.now()], target),
    })
    window.__clock = {
      sleep(ms) {
        ahead.wall += ms
        ahead.mono += ms
      },
      set: (ms) => void (ahead.wall += ms),
      drift(msPerSecond) {
        ahead.since = mono()
        ahead.drift = msPerSecond
      },
    }
  })
}

/** Timers of a minute and more come sixty times sooner: for what a screen does every few minutes. */
export function hastenLongTimers(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const LONG = 60_000
    const later = window.setTimeout.bind(window)
    const often = window.setInterval.bind(window)
    const sooner = (ms = 0) => (ms >= LONG ? ms / 60 : ms)
    Object.assign(window, {
      setTimeout: (act: () => void, ms?: number) => later(act, sooner(ms)),
      setInterval: (act: () => void, ms?: number) => often(act, sooner(ms)),
    })
  })
}
