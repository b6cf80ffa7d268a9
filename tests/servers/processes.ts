import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NGINX = '/usr/sbin/nginx'

/** Why these tests cannot run here, or undefined when every program is there. */
export function missing(...programs: string[]): string | undefined {
  const absent = programs.filter((path) => !existsSync(path))
  return absent.length > 0
    ? `needs ${absent.join(', ')} (Debian: nginx-light, cgi-mapserver, spawn-fcgi)`
    : undefined
}

/** A folder for one test's server, and the way to stop everything that was started in it. */
export interface Stage {
  folder: string
  /** Writes a file into the folder and returns its path. */
  write(name: string, text: string): string
  /** Starts a program that stays in the foreground. */
  start(command: string, args: string[], env?: Record<string, string>): ChildProcess
  /** Starts nginx with what stands in its http block. */
  nginx(http: string): void
  close(): Promise<void>
}

export function stage(): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'toan-canh-'))
  const running: ChildProcess[] = []
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const start: Stage['start'] = (command, args, env = {}) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore' })
    running.push(child)
    return child
  }
  return {
    folder,
    write,
    start,
    nginx(http) {
      mkdirSync(join(folder, 'logs'), { recursive: true })
      const config = write('nginx.conf', mainConfig(folder, http))
      start(NGINX, ['-p', folder, '-c', config])
    },
    async close() {
      await Promise.all(
        running.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return
          const gone = once(child, 'exit')
          child.kill('SIGTERM')
          // MapServer notes the signal and goes on waiting for a request that never comes.
          const patience = setTimeout(() => child.kill('SIGKILL'), 1000)
          await gone
          clearTimeout(patience)
        }),
      )
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Waits until a server answers at all. */
export async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at ${url}`)
}

function mainConfig(folder: string, http: string): string {
  // Workers must read the checkout wherever it lies, also below a home that is closed to others.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `${user}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/logs/error.log;
events {}
http {
  access_log off;
  include /etc/nginx/mime.types;
  ${bodies.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${http}
}
`
}
