import { HOUR, isoLocal, lastTick, MINUTE } from '../../clock'
import { chance } from '../../random'
import { downSince } from '../../rhythm'
import { json, type Call } from '../../wire'

/**
 * The district's end of the wide-area network on which the city meets online with every commune (S4-13): one meeting
 * point in each unit. That they all exist is reported; whether one answers now is simulated.
 */
export function meetingPoints({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const points = place.wards.map(({ id, name }) => {
    const since = downSince(seed, `wan/${id}`, tick, 12 * HOUR, 0.035)
    const slow = since === undefined && downSince(seed, `wan-slow/${id}`, tick, 4 * HOUR, 0.06) !== undefined
    const lag = Math.floor(3 * chance(seed, 'wan', id, tick)) * MINUTE
    return {
      siteId: id,
      siteName: name,
      status: since === undefined ? (slow ? 'DEGRADED' : 'UP') : 'DOWN',
      lastSeen: isoLocal(Math.floor((since ?? tick - lag) / MINUTE) * MINUTE),
    }
  })
  const up = points.filter(({ status }) => status !== 'DOWN').length
  return json({
    ts: tick / 1000,
    network: 'WAN Hà Nội',
    simulated: true,
    up,
    total: points.length,
    upRate: Number(((100 * up) / points.length).toFixed(1)),
    points,
  })
}
