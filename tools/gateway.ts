import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { simulate } from '../src/simulator'
import { CLOCK_FAULTS, FAULTS, send, sendSpoilt, type Answer, type FaultOrder } from './faults'

export interface GatewayOptions {
  /** The seed of every simulated city; the shipped city files have the same. */
  seed?: number
  /** The city's clock, epoch ms. */
  now?: () => number
}

/** A connect-style middleware: answers below /gw/ and hands everything else on. */
export type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

const CITY = /^\/gw\/([a-z0-9-]+)\//
const DESK = '/gw/__faults'
const COUNTS = '/gw/__requests'
const LOGIN = '/gw/__login'

const Order = v.object({
  path: v.optional(v.string(), '*'),
  fault: v.picklist(FAULTS),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 503),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  times: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
})

type OpenOrder = FaultOrder & { since: number }

/**
 * The simulated city behind a real socket. `POST /gw/__faults` orders a fault, `DELETE` clears all;
 * `GET /gw/__requests` tells how often each path was asked. Every response is marked, also those of later
 * middlewares, so that the app knows that it need not play the city itself.
 */
export function gateway({ seed = 2023, now = Date.now }: GatewayOptions = {}): Middleware {
  const orders: OpenOrder[] = []
  const counts = new Map<string, number>()

  const desk = async (req: IncomingMessage, res: ServerResponse) => {
    if (req.method === 'DELETE') orders.length = 0
    else if (req.method === 'POST')
      orders.push({ ...v.parse(Order, JSON.parse(await bodyOf(req))), since: now() })
    sendJson(res, 200, orders)
  }

  const city = async (req: IncomingMessage, res: ServerResponse, url: URL) => {
    const [root = '', place = ''] = CITY.exec(url.pathname) ?? []
    const path = url.pathname.slice(root.length)
    counts.set(path, (counts.get(path) ?? 0) + 1)
    const order = take(orders, path)
    const clock = order ? CLOCK_FAULTS[order.fault] : undefined
    const at = order && clock ? clock(now(), order.since) : now()
    const response = await simulate(
      await asRequest(req, url),
      { place, seed, gateway: url.origin + root },
      at,
    )
    if (!response) return sendJson(res, 404, { message: 'Not found' })
    const answer = await asAnswer(response)
    // Only the data's clock is wrong: the web server in front still dates its answers rightly.
    if (clock) answer.headers.date = new Date(now()).toUTCString()
    if (!order) return send(res, answer)
    return sendSpoilt(res, answer, order)
  }

  const routes: Record<string, (req: IncomingMessage, res: ServerResponse) => Promise<void> | void> = {
    [DESK]: desk,
    [COUNTS]: (_, res) => sendJson(res, 200, Object.fromEntries(counts)),
    [LOGIN]: (_, res) => sendHtml(res, '<!doctype html><title>Đăng nhập</title><form>Đăng nhập</form>'),
  }

  return (req, res, next) => {
    res.setHeader('x-toan-canh-simulator', 'http')
    const url = new URL(req.url ?? '/', `http://${req.headers.host ?? 'localhost'}`)
    if (!url.pathname.startsWith('/gw/')) return next()
    allowAllOrigins(res)
    if (req.method === 'OPTIONS') return void res.writeHead(204).end()
    const route = routes[url.pathname]
    const answered = route ? route(req, res) : city(req, res, url)
    Promise.resolve(answered).catch((error: unknown) => {
      sendJson(res, error instanceof v.ValiError || error instanceof SyntaxError ? 400 : 500, {
        message: String(error),
      })
    })
  }
}

/** The newest order for a path; an order that has done its times is gone. */
function take(orders: OpenOrder[], path: string): OpenOrder | undefined {
  const order = orders.findLast((each) => each.path === '*' || each.path === path)
  if (!order || order.times === null) return order
  order.times -= 1
  if (order.times === 0) orders.splice(orders.indexOf(order), 1)
  return order
}

function allowAllOrigins(res: ServerResponse): void {
  res.setHeader('access-control-allow-origin', '*')
  res.setHeader('access-control-allow-methods', 'GET, POST, DELETE, OPTIONS')
  res.setHeader('access-control-allow-headers', '*')
  res.setHeader('access-control-expose-headers', 'date, etag, retry-after, x-toan-canh-simulator')
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

async function asRequest(req: IncomingMessage, url: URL): Promise<Request> {
  const method = req.method ?? 'GET'
  if (method !== 'POST') return new Request(url, { method })
  const type = req.headers['content-type'] ?? 'text/plain'
  return new Request(url, { method, headers: { 'content-type': type }, body: await bodyOf(req) })
}

async function asAnswer(response: Response): Promise<Answer> {
  const body = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}

function sendJson(res: ServerResponse, status: number, value: unknown): void {
  if (res.headersSent) return void res.destroy()
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function sendHtml(res: ServerResponse, html: string): void {
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}
