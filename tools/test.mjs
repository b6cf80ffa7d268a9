// npm test: everything from a fresh clone, on the project's own Node.
import { spawnSync } from 'node:child_process'
import { ensureChromium, ensureInstalled, ensureServers, orExplain, pinnedNode, ROOT } from './install.mjs'

await orExplain(() => {
  ensureInstalled()
  ensureChromium()
  ensureServers()
  return spawnSync(pinnedNode(), ['tools/verify.mjs', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  }).status
})
