import { DAY, HOUR, isoLocal, lastTick, MINUTE } from '../clock'
import { chance } from '../random'
import { downSince } from '../rhythm'
import { json, type Call } from '../wire'

/** Since when a system is not connected, epoch ms; undefined while it is. */
export const linkDownSince = (seed: number, ma: string, at: number) =>
  downSince(seed, `link/${ma}`, at, DAY / 2, 0.04)

/** Watch over connected systems: a failure now and then, each for some minutes. */
export function connections({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  return json(
    place.systems.map(({ ma, ten, nhom }) => {
      const since = linkDownSince(seed, ma, tick)
      const lag = Math.floor(chance(seed, 'sync', ma, Math.floor(tick / (5 * MINUTE))) * 4) * MINUTE
      const slow = since === undefined && downSince(seed, `slow/${ma}`, tick, 6 * HOUR, 0.05) !== undefined
      return {
        ma,
        ten,
        nhom,
        ketNoi: since === undefined ? (slow ? 'CHAM' : 'TOT') : 'MAT_KET_NOI',
        dongBoLanCuoi: isoLocal(Math.floor((since ?? tick - lag) / MINUTE) * MINUTE),
      }
    }),
  )
}
