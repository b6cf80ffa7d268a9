/** Leaves the pool; calling it twice does no harm. */
export type Leave = () => void

/**
 * Lets at most `size` requests per origin through at once, in order of arrival. Browsers open six connections
 * to an HTTP/1.1 origin: without this, six hanging reads silence every other source there (faults §0.5).
 */
export function createPool(size: number) {
  const active = new Map<string, number>()
  const queues = new Map<string, (() => void)[]>()

  function leaveOnce(origin: string): Leave {
    let left = false
    return () => {
      if (left) return
      left = true
      const next = queues.get(origin)?.shift()
      // The place is handed on, so the count stays.
      if (next) return next()
      const rest = (active.get(origin) ?? 1) - 1
      if (rest > 0) active.set(origin, rest)
      else active.delete(origin)
    }
  }

  /** Resolves when there is a place. Rejects with the signal's reason when it aborts first. */
  return function enter(origin: string, signal: AbortSignal): Promise<Leave> {
    if (signal.aborted) return Promise.reject(signal.reason)
    const count = active.get(origin) ?? 0
    if (count < size) {
      active.set(origin, count + 1)
      return Promise.resolve(leaveOnce(origin))
    }
    return new Promise((resolve, reject) => {
      const queue = queues.get(origin) ?? []
      queues.set(origin, queue)
      const go = () => {
        signal.removeEventListener('abort', giveUp)
        resolve(leaveOnce(origin))
      }
      const giveUp = () => {
        queue.splice(queue.indexOf(go), 1)
        reject(signal.reason)
      }
      queue.push(go)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }
}
