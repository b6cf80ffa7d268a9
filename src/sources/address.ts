import type { City } from '../city/schema'
import { SourceFault, type ReadContext } from './contract'

/**
 * Resolves a source's address: `via` under the city's gateway, `url` from the city file. A `via` cannot climb
 * out of the gateway, where credentials are added. Throws SourceFault `refused`.
 */
export function resolver({ url: file, gateway }: Pick<City, 'url' | 'gateway'>): ReadContext['resolve'] {
  return ({ via, url }) => {
    if (via === undefined) return web(url ?? '', file)
    if (gateway === undefined) throw new SourceFault('refused', 'the city file names no gateway')
    const base = web(gateway.endsWith('/') ? gateway : `${gateway}/`, file)
    const target = web(via.replace(/^\/+/, ''), base)
    if (!target.startsWith(base)) throw new SourceFault('refused', `"${via}" leads out of the gateway`)
    return target
  }
}

function web(address: string, base: string): string {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new SourceFault('refused', 'not a web address without credentials')
  return url.href
}
