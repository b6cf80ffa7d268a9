import { createServer } from 'node:http'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { PLACES } from '../src/simulator'
import { gateway, type GatewayOptions } from './gateway'

export interface CityServer {
  /** Address of the server, such as http://127.0.0.1:4180, without a trailing slash. */
  url: string
  /** Stops at once, open connections included. */
  close(): Promise<void>
}

/** Serves the simulated city; port 0 takes any free one. Rejects when the port is taken. */
export async function startCityServer(
  options: GatewayOptions & { port: number; host?: string },
): Promise<CityServer> {
  const answer = gateway(options)
  const server = createServer((req, res) => answer(req, res, () => res.writeHead(404).end()))
  server.listen(options.port, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : options.port
  return {
    url: `http://${options.host ?? '127.0.0.1'}:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** `npm run city -- --port 4180 [--host 0.0.0.0] [--seed 2023]`: runs until SIGINT. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4180' },
      host: { type: 'string', default: '127.0.0.1' },
      seed: { type: 'string', default: '2023' },
    },
  })
  const city = await startCityServer({
    port: Number(values.port),
    host: values.host,
    seed: Number(values.seed),
  })
  for (const { id, title } of PLACES.values())
    process.stdout.write(`${title} (mô phỏng): ${city.url}/gw/${id}/\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await city.close()
  return 0
}
