import { parseArgs } from 'node:util'
import { preview, type Plugin, type PreviewServer, type ResolvedServerUrls } from 'vite'
import { gateway, type GatewayOptions } from './gateway'
import { cacheControl, SECURITY_HEADERS } from './headers'

/** What people open, in the order they ask for it. */
const VIEWS = [
  { path: '#/wall', name: 'Màn hình lớn · Wall' },
  { path: '#/tablet', name: 'Máy tính bảng · Tablet' },
  { path: '#/demo', name: 'Trình diễn · Presenter' },
]

/**
 * Serves the built app as a production server would, with the simulated city's systems behind its gateway.
 * `--port 4173` is where to start looking for a free port; `--strict` takes that one or fails; `--faults`
 * lets tests order faults from the gateway, `--ahead 3600000` sets the clock of this server and its city ahead (ms). Runs until it is interrupted.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4173' },
      strict: { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      ahead: { type: 'string', default: '0' },
    },
  })
  const server = await serveApp({
    ...values,
    port: Number(values.port),
    now: () => Date.now() + Number(values.ahead),
  })
  if (server.resolvedUrls) process.stdout.write(welcome(server.resolvedUrls))
  await new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)))
  await server.close()
  return 0
}

export interface AppOptions extends GatewayOptions {
  port: number
  /** Take this port or reject; otherwise the next free one. */
  strict?: boolean
  /** Let callers order faults from the gateway. */
  faults?: boolean
  /** Folder of the build. */
  outDir?: string
}

/** The app as built and the simulated city behind its gateway, on one port of every network of this machine. */
export function serveApp({
  port,
  strict = false,
  outDir = 'dist',
  ...city
}: AppOptions): Promise<PreviewServer> {
  return preview({
    // The router lives behind the #: a path that does not exist is a missing file, never the app.
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir },
    plugins: [production(city)],
    preview: { host: true, port, strictPort: strict, allowedHosts: true },
  })
}

function production({ faults = false, now = Date.now, ...options }: Omit<AppOptions, 'port'>): Plugin {
  return {
    name: 'production-server',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
        response.setHeader('Cache-Control', cacheControl(request.url ?? ''))
        response.setHeader('Date', new Date(now()).toUTCString())
        next()
      })
      const answer = gateway({ ...options, now })
      middlewares.use((request, response, next) => {
        // Whoever can see the wall must not be able to break it: faults are ordered in tests only.
        if (!faults && request.url?.startsWith('/gw/__')) response.writeHead(404).end()
        else answer(request, response, next)
      })
    },
  }
}

function welcome({ local, network }: ResolvedServerUrls): string {
  const addresses = [...local.slice(0, 1), ...network]
  const blocks = VIEWS.map(({ path, name }) =>
    [`  ${name}`, ...addresses.map((base) => `    ${base}${path}`)].join('\n'),
  )
  return `\nToàn Cảnh\n\n${blocks.join('\n')}\n\nDừng: Ctrl-C · Stop: Ctrl-C\n`
}
