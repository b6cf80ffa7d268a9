import { MINUTE } from './clock'
import type { Place } from './place'

/** What a service knows of one request. */
export interface Call {
  request: Request
  url: URL
  /** What follows the service's own path, split at slashes. */
  rest: readonly string[]
  /** Absolute address of the service, without a trailing slash. */
  root: string
  place: Place
  seed: number
  /** The city's clock, epoch ms. */
  at: number
}

/** One system of the city behind one path of the gateway. */
export type Service = (call: Call) => Response | Promise<Response>

const inVietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** 1.234,5 */
export function vnNumber(value: number): string {
  return inVietnamese.format(value)
}

export function json(body: unknown, init: { status?: number; type?: string } = {}): Response {
  const type = init.type ?? 'application/json'
  return new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  })
}

export function xml(body: string, init: { status?: number; type?: string } = {}): Response {
  return new Response(body, {
    status: init.status ?? 200,
    headers: {
      'content-type': `${init.type ?? 'application/xml'}; charset=utf-8`,
      'cache-control': 'no-store',
    },
  })
}

/** Text as it may stand in an element. */
export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}

/** How often the city's operational systems refresh their figures. */
export const REFRESH = MINUTE / 4
