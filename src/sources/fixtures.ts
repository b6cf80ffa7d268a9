import type { Figure } from '../city/figure'
import { instant } from '../city/period'
import type { Http, ReadContext } from './contract'
import { createHttp } from './http'
import { systemClock } from './clock'
import type { Batch, Feature, Reading } from './records'

/** For tests: a Sunday in the city, 30/04/2023 18:25 there. */
export const NOW = Date.UTC(2023, 3, 30, 11, 25)
export const ZONE = 'Asia/Ho_Chi_Minh'
export const BOUNDS: [number, number, number, number] = [106.56, 20.75, 106.72, 20.86]
/** The page's own origin: happy-dom asks for leave before a request to any other. */
export const ORIGIN = 'http://localhost'

export function realHttp(more: { timeoutMs?: number; maxBytes?: number; signal?: AbortSignal } = {}): Http {
  const open = createHttp({ fetch: (...request) => globalThis.fetch(...request), clock: systemClock })
  return open({ signal: new AbortController().signal, timeoutMs: 2_000, ...more })
}

export function contextWith(http: Http): ReadContext {
  const resolve: ReadContext['resolve'] = ({ via, url }) => `${ORIGIN}/${via ?? url ?? ''}`
  return { http, now: NOW, zone: ZONE, area: 'kien-an', bounds: BOUNDS, resolve }
}

/** A network that answers with one body, to those who want text with the text of it. */
export const answering = (json: unknown): Http => ({
  json: ({ url }) => Promise.resolve({ json, url, bytes: 1, latencyMs: 1, date: undefined }),
  text: ({ url }) => {
    const text = typeof json === 'string' ? json : (JSON.stringify(json) ?? '')
    return Promise.resolve({ text, url, bytes: 1, latencyMs: 1, date: undefined })
  },
})

export const aFigure = (id: string, more: Partial<Figure> = {}): Figure & { id: string } => ({
  id,
  name: { vi: id, en: id },
  pillar: 'cqs',
  unit: '%',
  better: 'high',
  sources: [],
  ...more,
})

export function aReading(more: Partial<Reading> = {}): Reading {
  return {
    figure: 'ho-so-truc-tuyen',
    area: 'kien-an',
    dims: {},
    value: 86,
    qualifier: 'gt',
    compare: [],
    asOf: instant(NOW),
    quality: 'live',
    ...more,
  }
}

export function aFeature(more: Partial<Feature> = {}): Feature {
  return {
    id: 'a',
    geometry: { type: 'Point', coordinates: [106.63, 20.81] },
    name: 'A',
    kind: '',
    status: 'ok',
    accuracy: 'ward',
    props: {},
    links: [],
    quality: 'live',
    ...more,
  }
}

export function aBatch(more: Partial<Batch> = {}): Batch {
  const batch = {
    readings: [],
    features: [],
    items: [],
    cases: [],
    posts: [],
    alerts: [],
    dropped: [],
    ...more,
  }
  const { readings, features, items, cases, posts, dropped } = batch
  const lists = [readings, features, items, cases, posts, dropped]
  return { total: lists.reduce((sum, list) => sum + list.length, 0), ...batch }
}
