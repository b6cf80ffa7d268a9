import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { extname, join, normalize } from 'node:path'
import type { AddressInfo, Socket } from 'node:net'
import { send, type Answer } from '../../tools/faults'
import { cacheControl, SECURITY_HEADERS } from '../../tools/headers'
import { ANSWERS, cityFile } from './city'

/** What a source does with a good answer; `nth` counts its requests since the behaviour was ordered, from 1. */
export type Behaviour = (res: ServerResponse, answer: Answer, nth: number, req: IncomingMessage) => void

export interface Asked {
  path: string
  /** Epoch ms. */
  at: number
  /** Until the answer was sent, or the browser went away; undefined while neither. */
  done?: number
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** The other hosts of the rows belong to the deployment's policy, else the browser would never get as far as the fault. */
const HOSTS = "connect-src 'self' http://127.0.0.1:* https://127.0.0.1:* http://gone.test:*"
const HEADERS = {
  ...SECURITY_HEADERS,
  'Content-Security-Policy': SECURITY_HEADERS['Content-Security-Policy']?.replace(
    "connect-src 'self'",
    HOSTS,
  ),
}

const LOGIN = '/gw/__login'

export function jsonAnswer(value: unknown, at = Date.now()): Answer {
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  const type =
    typeof value === 'string' ? 'application/rss+xml; charset=utf-8' : 'application/json; charset=utf-8'
  return { status: 200, headers: { 'content-type': type, date: new Date(at).toUTCString() }, body }
}

/** Listens on a free port of this machine and closes with all its connections. */
export async function listen(server: Server, port = 0) {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { port: address.port, close }
}

/**
 * Another host of the same city, by the same clock: answers every path with the answer of the source of that name,
 * spoilt as `behave` says.
 */
export function otherHost(
  clock: { aheadMs: number },
  behave: (res: ServerResponse, answer: Answer) => void,
  port = 0,
) {
  return listen(
    createServer((req, res) =>
      behave(res, goodAnswer((req.url ?? '/').split(/[/?]/)[1] ?? '', Date.now() + clock.aheadMs)),
    ),
    port,
  )
}

/** The same behind TLS that no browser trusts. */
export function untrustedHost(pem: string) {
  return listen(createTlsServer({ key: pem, cert: pem }, (_, res) => send(res, jsonAnswer({}))))
}

export const goodAnswer = (path: string, at = Date.now()): Answer => jsonAnswer(ANSWERS[path]?.(at) ?? {}, at)

/** A web server of the app as built (folder `dist`), with the systems of the small city behind /gw/. */
export async function startCity(dist: string) {
  const behaviours = new Map<string, { behave: Behaviour; nth: number }>()
  const asked: Asked[] = []
  const state = {
    dist,
    city: cityFile(),
    files: new Map<string, (res: ServerResponse) => void>(),
    aheadMs: 0,
  }

  function gateway(req: IncomingMessage, res: ServerResponse, path: string) {
    const entry: Asked = { path, at: Date.now() }
    asked.push(entry)
    res.on('close', () => (entry.done = Date.now()))
    const order = behaviours.get(path) ?? behaviours.get('*')
    const good = goodAnswer(path, Date.now() + state.aheadMs)
    if (!order) return send(res, good)
    order.nth++
    order.behave(res, good, order.nth, req)
  }

  async function file(res: ServerResponse, path: string) {
    const ordered = state.files.get(path)
    if (ordered) return ordered(res)
    const name = normalize(path === '/' ? '/index.html' : path)
    const headers = {
      ...HEADERS,
      'Cache-Control': cacheControl(path),
      'content-type': TYPES[extname(name)] ?? 'text/plain',
    }
    if (name === '/matrix.json') return void res.writeHead(200, headers).end(JSON.stringify(state.city))
    const body = await readFile(join(state.dist, name)).catch(() => undefined)
    if (body) res.writeHead(200, headers).end(body)
    else res.writeHead(404, HEADERS).end('404')
  }

  const { port, close } = await listen(
    createServer((req, res) => {
      res.on('error', () => undefined)
      const { pathname } = new URL(req.url ?? '/', 'http://x')
      if (pathname === LOGIN)
        res.writeHead(200, { 'content-type': 'text/html' }).end('<form>Đăng nhập</form>')
      else if (pathname.startsWith('/gw/')) gateway(req, res, pathname.slice('/gw/'.length))
      else void file(res, pathname)
    }),
  )

  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    state,
    asked,
    /** From now on a source ("*": every one without an order of its own) behaves like that. */
    order: (path: string, behave: Behaviour) => void behaviours.set(path, { behave, nth: 0 }),
    clear: () => behaviours.clear(),
    close,
  }
}
export type MatrixCity = Awaited<ReturnType<typeof startCity>>
