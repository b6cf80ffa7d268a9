// @ts-check
/**
 * The Chrome DevTools Protocol over a pipe (`--remote-debugging-pipe`): JSON messages that end with a zero byte. A
 * pipe needs no port that another user of the machine could open, no WebSocket library, and Chromium ends with it.
 */

/**
 * @typedef {Record<string, unknown>} Reply
 * @typedef {{ method: string, params: Reply, session: string | undefined }} CdpEvent
 * @typedef {{
 *   send(method: string, params?: object, session?: string, deadline?: number): Promise<Reply>,
 *   on(listener: (event: CdpEvent) => void): void,
 *   drop(session: string): void,
 * }} Cdp
 */

/** ms; a browser that takes longer for an answer is not well. */
const DEADLINE_MS = 5_000

/**
 * @param {NodeJS.ReadableStream} from what the browser writes
 * @param {NodeJS.WritableStream} to what the browser reads
 * @returns {Cdp}
 */
export function openCdp(from, to) {
  let last = 0
  let rest = ''
  /** @type {Map<number, { session: string | undefined, answer: (message: Reply) => void }>} */
  const asked = new Map()
  /** @type {((event: CdpEvent) => void)[]} */
  const listeners = []

  /** @param {string} line */
  function take(line) {
    const message = object(JSON.parse(line))
    const asker = typeof message.id === 'number' ? asked.get(message.id) : undefined
    if (asker) return asker.answer(message)
    const event = {
      method: text(message.method),
      params: object(message.params),
      session: id(message.sessionId),
    }
    for (const listener of listeners) listener(event)
  }

  /** @param {(session: string | undefined) => boolean} dead who still waits for an answer from there gets none */
  function forsake(dead) {
    for (const { session, answer } of [...asked.values()])
      if (dead(session)) answer({ error: { message: 'who was asked is gone' } })
  }

  from.setEncoding('utf8')
  from.on('data', (chunk) => {
    const lines = (rest + chunk).split('\0')
    rest = lines.pop() ?? ''
    lines.forEach(take)
  })
  from.on('error', () => {})
  from.on('close', () => forsake(() => true))
  to.on('error', () => {})

  return {
    on: (listener) => void listeners.push(listener),
    drop: (gone) => forsake((session) => session === gone),
    send: (method, params = {}, session = undefined, deadline = DEADLINE_MS) =>
      new Promise((resolve, reject) => {
        const number = ++last
        const late = setTimeout(() => {
          asked.delete(number)
          reject(new Error(`${method}: no answer in ${deadline} ms`))
        }, deadline)
        /** @param {Reply} message */
        const answer = ({ error, result }) => {
          clearTimeout(late)
          asked.delete(number)
          if (error === undefined) resolve(object(result))
          else reject(new Error(`${method}: ${text(object(error).message)}`))
        }
        asked.set(number, { session, answer })
        to.write(`${JSON.stringify({ id: number, method, params, sessionId: session })}\0`)
      }),
  }
}

/** @param {unknown} value @returns {Reply} what was sent as an object, empty when it is something else */
export function object(value) {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

/** @param {unknown} value @returns {Reply[]} */
export function objects(value) {
  return Array.isArray(value) ? value.map(object) : []
}

/** @param {unknown} value */
export function text(value) {
  return typeof value === 'string' ? value : ''
}

/** @param {unknown} value */
function id(value) {
  return typeof value === 'string' ? value : undefined
}
