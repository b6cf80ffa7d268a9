import { PLACES } from './places'
import { COMMON } from './services'
import { json } from './wire'

export { PLACES }

/** Which simulated city answers, and where. */
export interface SimulatedCity {
  /** Which of the simulator's cities plays. */
  place: string
  /** Another seed is another day in the same city. */
  seed: number
  /** Absolute address of the city's gateway, with a trailing slash. */
  gateway: string
}

/**
 * Answers a request to the simulated city at one moment (epoch ms). The same seed, address and moment give the same
 * bytes wherever it runs. Undefined when the address is not under the gateway; 404 when no system lives there.
 */
export async function simulate(
  request: Request,
  city: SimulatedCity,
  at: number,
): Promise<Response | undefined> {
  if (!request.url.startsWith(city.gateway)) return undefined
  const url = new URL(request.url)
  const path = url.href.slice(city.gateway.length).split(/[?#]/)[0] ?? ''
  const place = PLACES.get(city.place)
  if (!place)
    return json(
      { message: `No such city: ${city.place}. Known: ${[...PLACES.keys()].join(', ')}` },
      { status: 404 },
    )
  const found = [...place.services, ...COMMON].find(
    ([prefix]) => path === prefix || path.startsWith(`${prefix}/`),
  )
  if (!found) return json({ message: 'Not found' }, { status: 404 })
  const [prefix, service] = found
  const rest = path.slice(prefix.length).split('/').filter(Boolean)
  const response = await service({
    request,
    url,
    rest,
    root: city.gateway + prefix,
    place,
    seed: city.seed,
    at,
  })
  response.headers.set('date', new Date(at).toUTCString())
  return response
}

/**
 * A `fetch` for a page without a network: addresses under the gateway are answered here, all others by `real`.
 * `now` is the city's clock, epoch ms.
 */
export function simulatedFetch(
  city: SimulatedCity,
  real: typeof fetch,
  now: () => number = Date.now,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const response = await simulate(request.clone(), city, now())
    return response ?? real(request)
  }
}
