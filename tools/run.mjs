// Runs a TypeScript tool through Vite, so that tools and app share one module graph (import.meta.glob included).
import { createServer } from 'vite'

const [file, ...args] = process.argv.slice(2)
const vite = await createServer({
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
})
try {
  const { main } = await vite.ssrLoadModule(`/${file}`)
  process.exitCode = (await main(args)) ?? 0
} finally {
  await vite.close()
}
