import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { serveApp } from '../serve'
import { controls, wait, type Build } from '../bench/wall'
import type { Watched } from './growth'

const FIRST_PORT = 4330
const OUT = '.results/soak-control'

/** In a process of its own: this one has already chosen development. */
function makeControl(): void {
  const vite = 'node_modules/vite/bin/vite.js'
  const args = ['build', 'tools/soak/control', '--base', './', '--outDir', resolve(OUT), '--emptyOutDir']
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync(process.execPath, [vite, ...args, '--logLevel', 'error'], { env, stdio: 'inherit' })
}

/** Opens the bare page in the browser of the app, asking for the same paths as often, and closes it again. */
export async function withControl<T>(
  { browser }: Build,
  paths: readonly string[],
  everyS: number,
  act: (control: Watched) => Promise<T>,
): Promise<T> {
  makeControl()
  const server = await serveApp({ port: FIRST_PORT, outDir: OUT })
  const context = await browser.newContext({ baseURL: server.resolvedUrls?.local[0] ?? '' })
  try {
    const page = await context.newPage()
    const query = new URLSearchParams([['every', `${everyS}`], ...paths.map((path) => ['path', path])])
    await page.goto(`?${query.toString()}`)
    const updates = () => page.evaluate(() => window.__control?.updates ?? 0)
    while ((await updates()) === 0) await wait(200)
    const { metrics, collectGarbage, devtools } = await controls(page)
    return await act({ metrics, collectGarbage, devtools, updates })
  } finally {
    await context.close()
    await server.close()
  }
}
