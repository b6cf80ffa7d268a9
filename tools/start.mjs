// npm start: one command from a fresh clone to a running city.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, orExplain, pinnedNode, quietly, ROOT, say } from './install.mjs'

const SOURCES = ['index.html', 'package-lock.json', 'public', 'src', 'vite.config.ts']

await orExplain(async () => {
  ensureInstalled()
  const node = pinnedNode()
  if (isStale()) {
    say('Đang dựng ứng dụng · Building the app …')
    quietly(node, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], 'vite build')
  }
  const args = ['tools/run.mjs', 'tools/serve.ts', ...process.argv.slice(2)]
  const server = spawn(node, args, { cwd: ROOT, stdio: 'inherit' })
  // Ctrl-C reaches the server as well; this process only waits for it to close its sockets.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
  return new Promise((resolve) => server.on('exit', (code) => resolve(code ?? 0)))
})

/** Whether the build is missing or older than what it is built from. */
function isStale() {
  const built = join(ROOT, 'dist/index.html')
  if (!existsSync(built)) return true
  return SOURCES.some((name) => newest(join(ROOT, name)) > statSync(built).mtimeMs)
}

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
