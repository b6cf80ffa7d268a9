/** Moments of a page's life, ms since the navigation began, and its long tasks. */
export interface Marks {
  /** The first panel is there, in whatever state. */
  shell?: number
  /** Every panel has said how its sources stand. */
  named?: number
  /** Every panel shows live data. */
  live?: number
  /** Main-thread tasks over 50 ms so far. */
  longTasks: number
}

declare global {
  interface Window {
    __marks: Marks
  }
}

/** Runs in the page before anything else: notes when the panels come and how they stand. */
export function noteMarks(): void {
  const marks: Marks = { longTasks: 0 }
  window.__marks = marks
  const look = () => {
    const states = [...document.querySelectorAll('[data-panel]')].map((panel) =>
      panel.getAttribute('data-state'),
    )
    if (states.length === 0) return
    const now = performance.now()
    marks.shell ??= now
    if (!states.includes('waiting')) marks.named ??= now
    if (states.every((state) => state === 'live')) marks.live ??= now
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-state'],
  })
  new PerformanceObserver((list) => (marks.longTasks += list.getEntries().length)).observe({
    type: 'longtask',
  })
}

/**
 * Runs in the page before anything else: its calendar is ahead by `ms`, as the city's own is, while timers and
 * the monotonic clock stay real. So a run on a Sunday measures the same working morning as any other.
 */
export function shiftCalendar(ms: number): void {
  const now = Date.now
  Date.now = () => now() + ms
  window.Date = new Proxy(Date, {
    construct: (date, args, target) => Reflect.construct(date, args.length > 0 ? args : [Date.now()], target),
  })
}

/** Runs in the page: from now on every update leaks a node, a listener and 400 bytes. */
export function plantLeak(): void {
  const leaked: unknown[] = []
  const updates = () =>
    Object.values(window.__toancanh?.().sources ?? {}).reduce((sum, { successes }) => sum + successes, 0)
  let seen = updates()
  setInterval(() => {
    for (const now = updates(); seen < now; seen++) {
      const node = document.createElement('i')
      node.addEventListener('click', () => undefined)
      // Fifty doubles of eight bytes.
      leaked.push({ node, bytes: Array.from({ length: 50 }, (_, index) => index + 0.5) })
    }
  }, 1000)
}
