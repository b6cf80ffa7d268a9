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
const BYTE_MS = 200
const FLOOD_PIECE = 64 * 1024
const FLOOD_MS = 10
const FLOOD_BYTES = 200 * 1024 * 1024

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
  utf16: (answer) => ({
    ...answer,
    body: Buffer.from('\ufeff' + answer.body.toString(), 'utf16le'),
  }),
  'wrong-type': (answer) => withHeaders(answer, { 'content-type': 'text/plain; charset=utf-8' }, answer.body),
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

/** Answers byte by byte, so slowly that the deadline comes before the end of the headers. */
function dripHeaders(res: ServerResponse): void {
  const text = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-slow: ${'x'.repeat(1000)}`
  let sent = 0
  const timer = setInterval(() => res.socket?.write(text.charAt(sent++)), BYTE_MS)
  res.on('close', () => clearInterval(timer))
}

/** A body without a length, as fast as a city's network would bring it: on loopback buffers alone hold 20 MB. */
function flood(res: ServerResponse, answer: Answer): void {
  head(res, answer)
  const piece = Buffer.alloc(FLOOD_PIECE, 'x')
  let left = FLOOD_BYTES / FLOOD_PIECE
  res.write('{"x":"')
  const timer = setInterval(() => {
    if (!res.writableNeedDrain) res.write(piece)
    if (--left > 0) return
    clearInterval(timer)
    res.end('"}')
  }, FLOOD_MS)
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
  'drip-headers': dripHeaders,
  flood,
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

/** Sends an answer with the content or the wire spoilt as ordered; a fault of the clock is the caller's to make. */
export function sendSpoilt(res: ServerResponse, answer: Answer, order: FaultOrder): void {
  const spoilt = CONTENT_FAULTS[order.fault]?.(answer, order) ?? answer
  return (WIRE_FAULTS[order.fault] ?? send)(res, spoilt)
}

/** Sends an answer as it should be sent. */
export function send(res: ServerResponse, answer: Answer): void {
  head(res, answer, answer.status === 204 ? {} : { 'content-length': String(answer.body.length) })
  res.end(answer.body)
}
