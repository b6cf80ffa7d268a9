// What a machine needs before the project's own tools can run. Plain JavaScript for the oldest Node we meet (20).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const WINDOWS = process.platform === 'win32'
const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
/** Real servers that the app is tested against, and the Debian packages they come in. */
const SERVERS = {
  '/usr/sbin/nginx': 'nginx-light',
  '/usr/lib/cgi-bin/mapserv': 'cgi-mapserver',
  '/usr/bin/spawn-fcgi': 'spawn-fcgi',
}

/** Installs the locked packages when those on disk differ from the lock file. */
export function ensureInstalled() {
  if (isInstalled()) return
  say('Đang cài các gói · Installing packages …')
  quietly(WINDOWS ? 'npm.cmd' : 'npm', ['ci', '--no-progress'], 'npm ci')
}

/** The Node that comes with the project's packages, or the current one if it will do. */
export function pinnedNode() {
  const os = WINDOWS ? 'win' : process.platform
  const pinned = join(ROOT, `node_modules/node-${os}-${process.arch}/bin/node${WINDOWS ? '.exe' : ''}`)
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath
  throw new Error(
    `Máy này cần Node 22 trở lên (đang có ${process.versions.node}).\n` +
      `This machine needs Node 22 or newer (it has ${process.versions.node}): https://nodejs.org`,
  )
}

/** Path of a Chromium for the browser tests; also put into CHROMIUM for the tools that follow. */
export function ensureChromium() {
  const known = [process.env.CHROMIUM, ...CHROMIUMS].find((path) => path && existsSync(path))
  process.env.CHROMIUM = known ?? installChromium()
  return process.env.CHROMIUM
}

/** Installs the real servers where that is possible; elsewhere their tests skip and say why. */
export function ensureServers() {
  const missing = Object.entries(SERVERS).filter(([path]) => !existsSync(path))
  if (missing.length > 0 && canApt()) apt(missing.map(([, name]) => name))
}

/** Runs a command with its output hidden, and shows the output when it fails. */
export function quietly(command, args, label = command) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: WINDOWS && command.endsWith('.cmd'),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1 << 26,
  })
  if (status === 0) return stdout
  throw new Error(`${label}: ${error?.message ?? `exit code ${status}`}\n${stdout ?? ''}${stderr ?? ''}`)
}

export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Ends the process with what went wrong instead of a stack. */
export async function orExplain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}

function isInstalled() {
  const record = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installed = packages(record)
  // Optional packages are for other platforms, so they may be absent.
  return Object.entries(packages(join(ROOT, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  )
}

function installChromium() {
  say('Đang cài Chromium · Installing Chromium …')
  if (canApt()) {
    apt(['chromium'])
    return '/usr/bin/chromium'
  }
  const node = pinnedNode()
  quietly(
    node,
    [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    'playwright install',
  )
  const ask = "import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath())"
  return quietly(node, ['--input-type=module', '-e', ask])
}

function canApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version')
}

function apt(names) {
  quietly('apt-get', ['update', '-qq'], 'apt-get update')
  quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], 'apt-get install')
}
