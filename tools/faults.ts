import type { ServerResponse } from 'node:http'

/** What a system would have answered, before it misbehaves. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** What a caller of the fault desk asks for. */
export interface FaultOrder {
  /** Path below the gateway, or "*" for all. */
  path: string
  fault: string
  /** With `fault: "status"`. */
  status: number
  headers: Record<string, string>
  /** How many answers are spoilt; null: all, until the desk is cleared. */
  times: number | null
}

const DAY = 86_400_000
const HOUR = 3_600_000
const SLOW_MS = 250

/** Faults of the clock: the city answers, for another moment. `since` is when the fault was ordered. */
export const CLOCK_FAULTS: Readonly<Record<string, (now: number, since: number) => number>> = {
  old: (now) => now - DAY,
  frozen: (_, since) => since,
  future: (now) => now + 2 * HOUR,
}

const LOGIN =
  '<!doctype html><html><head><title>Đăng nhập</title></head><body><form>Đăng nhập</form></body></html>'

function withBody(text: () => string): (answer: Answer) => Answer {
  return (answer) => ({ ...answer, body: Buffer.from(text()) })
}

function withHeaders(answer: Answer, headers: Record<string, string>, body: Buffer): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers }, body }
}

/** Faults of content: transport is fine, what arrives is not. */
export const CONTENT_FAULTS: Readonly<Record<string, (answer: Answer, order: FaultOrder) => Answer>> = {
  html: (answer) => withHeaders(answer, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from(LOGIN)),
  'login-redirect': (answer) => ({
    ...withHeaders(answer, { location: '/gw/__login' }, Buffer.alloc(0)),
    status: 302,
  }),
  status: (answer, { status, headers }) => ({
    ...withHeaders(answer, headers, Buffer.from(JSON.stringify({ message: `status ${status}` }))),
    status,
  }),
  'empty-204': (answer) => ({ ...answer, status: 204, body: Buffer.alloc(0) }),
  'empty-list': withBody(() => '[]'),
  null: withBody(() => 'null'),
  object: withBody(() => '{}'),
  'not-json': withBody(() => '{"success":true,"result":{'),
  nan: (answer) => ({
    ...answer,
    body: Buffer.from(answer.body.toString().replace(/:\s*"?[\d.,]+"?(?=[,}])/, ':NaN')),
  }),
  huge: withBody(() => JSON.stringify({ data: 'x'.repeat(16 * 1024 * 1024) })),
  deep: withBody(() => '['.repeat(200_000) + ']'.repeat(200_000)),
  bom: (answer) => ({ ...answer, body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), answer.body]) }),
  latin1: (answer) =>
    withHeaders(
      answer,
      { 'content-type': 'application/json; charset=iso-8859-1' },
      Buffer.from('{"ten":"Phường Quán Trữ"}', 'latin1'),
    ),
  'success-false': withBody(() =>
    JSON.stringify({ success: false, isSuccess: false, status: 500, code: '99', message: 'Lỗi hệ thống' }),
  ),
}

function head(res: ServerResponse, { status, headers }: Answer, more: Record<string, string> = {}): void {
  res.writeHead(status, { ...headers, ...more })
}

function firstHalf({ body }: Answer): Buffer {
  return body.subarray(0, Math.ceil(body.length / 2))
}

/** Sends the body in ten pieces, so that a deadline over headers only never fires. */
function drip(res: ServerResponse, body: Buffer): void {
  const step = Math.ceil(body.length / 10)
  let sent = 0
  const timer = setInterval(() => {
    res.write(body.subarray(sent, sent + step))
    sent += step
    if (sent < body.length) return
    clearInterval(timer)
    res.end()
  }, SLOW_MS)
  res.on('close', () => clearInterval(timer))
}

/** Faults of the wire: what the socket does with a good answer. */
export const WIRE_FAULTS: Readonly<Record<string, (res: ServerResponse, answer: Answer) => void>> = {
  hang: () => undefined,
  'slow-headers': (res, answer) => {
    const timer = setTimeout(() => send(res, answer), 8 * SLOW_MS)
    res.on('close', () => clearTimeout(timer))
  },
  'slow-body': (res, answer) => {
    head(res, answer)
    drip(res, answer.body)
  },
  reset: (res) => res.socket?.resetAndDestroy(),
  'truncate-length': (res, answer) => {
    head(res, answer, { 'content-length': String(answer.body.length) })
    res.write(firstHalf(answer), () => res.destroy())
  },
  'truncate-chunk': (res, answer) => {
    head(res, answer, { 'transfer-encoding': 'chunked' })
    res.write(firstHalf(answer), () => res.destroy())
  },
  // Neither a length nor chunks: the end of the connection is the end of the body, so a cut looks complete.
  'truncate-close': (res, answer) => {
    res.useChunkedEncodingByDefault = false
    res.shouldKeepAlive = false
    head(res, answer, { connection: 'close' })
    res.end(firstHalf(answer))
  },
}

export const FAULTS = [
  ...Object.keys(CLOCK_FAULTS),
  ...Object.keys(CONTENT_FAULTS),
  ...Object.keys(WIRE_FAULTS),
]

/** Sends an answer as it should be sent. */
export function send(res: ServerResponse, answer: Answer): void {
  head(res, answer, answer.status === 204 ? {} : { 'content-length': String(answer.body.length) })
  res.end(answer.body)
}
