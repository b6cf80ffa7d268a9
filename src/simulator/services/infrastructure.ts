import { lastTick, MINUTE } from '../clock'
import type { Place } from '../place'
import { json, type Call } from '../wire'
import { linkDownSince } from './connections'
import { PLATFORMS, platformDownSince } from './platforms'

/** A rule waits so long before it fires. */
const PENDING = 5 * MINUTE

interface Outage {
  code: string
  name: string
  since: number
}

/** What the city's IT watches is what its other systems tell: the links of its systems, or its platforms. */
function outages({ systems }: Place, seed: number, at: number): Outage[] {
  const watched = systems.length > 0 ? systems : PLATFORMS
  const downSince = systems.length > 0 ? linkDownSince : platformDownSince
  return watched.flatMap(({ ma, ten }) => {
    const since = downSince(seed, ma, at)
    return since === undefined ? [] : [{ code: ma, name: ten, since }]
  })
}

/** Prometheus over the city's infrastructure: `/api/v1/alerts`. One rule always fires, to prove that alerting works. */
export function infrastructureAlerts({ place, seed, at, rest }: Call): Response {
  if (rest.join('/') !== 'api/v1/alerts')
    return json({ status: 'error', errorType: 'not_found', error: 'no such endpoint' }, { status: 404 })
  const tick = lastTick(at, MINUTE)
  const alerts = outages(place, seed, tick).map(({ code, name, since }) => ({
    labels: { alertname: 'LienThongMatKetNoi', severity: 'warning', he_thong: code, job: 'blackbox' },
    annotations: {
      summary: `Mất kết nối: ${name}`,
      description: 'Không nhận được trả lời qua trục liên thông (mô phỏng).',
    },
    state: tick - since < PENDING ? 'pending' : 'firing',
    activeAt: new Date(since).toISOString(),
    value: '0e+00',
  }))
  const watchdog = {
    labels: { alertname: 'Watchdog', severity: 'none' },
    annotations: { summary: 'Cảnh báo này luôn bật để biết hệ thống cảnh báo còn chạy.' },
    state: 'firing',
    activeAt: new Date(lastTick(at, 7 * 24 * 60 * MINUTE)).toISOString(),
    value: '1e+00',
  }
  return json({ status: 'success', data: { alerts: [watchdog, ...alerts] } })
}
