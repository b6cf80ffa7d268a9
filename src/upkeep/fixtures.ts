import { vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { createReloads } from './reloads'
import { useUpdate, type Opened } from './useUpdate'

export const MINUTE = 60_000
export const OWN = 'aaaaaaaaaaaa'
export const NEW = 'bbbbbbbbbbbb'
export const MODULE = '/cities/modules/health.json'
const SCRIPT = 'export default 1'

export const typed = (type: string, body: string) => new Response(body, { headers: { 'content-type': type } })
const script = () => typed('text/javascript', SCRIPT)
export const login = () => typed('text/html', '<form>Đăng nhập</form>')

type Answers = Record<string, () => Response>
/** What it has no answer for cannot be reached; and which files of the city cannot be read on it now. */
export const server: { answers: Answers; unreadable: string[] } = { answers: {}, unreadable: [] }
export const network = (url: unknown): Promise<Response> => {
  const answer = server.answers[new URL(String(url)).pathname]
  return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'))
}
/** Puts a build on the server, of which some parts answer otherwise. */
export function deploy(build: string, parts: Answers = {}): void {
  const record = { version: '1', build, time: '2026-11-22', files: { 'assets/a.js': SCRIPT.length } }
  server.answers = {
    '/version.json': () => Response.json(record),
    '/': () => typed('text/html', `<meta name="build" content="${build}">`),
    '/assets/a.js': script,
    ...parts,
  }
}

/** The page: what it shows and what waits to be seen. */
export const page = { scope: effectScope(), scene: shallowRef('a'), alarms: shallowRef(0) }
export const reload = vi.fn()
const opened: Opened = {
  url: '/cities/a.json',
  missing: [],
  problems: [],
  unreadable: async () => server.unreadable,
}

/** A page of the build OWN that looks for newer ones. */
export function run(more: Partial<Opened> = {}) {
  const state = page.scope.run(() =>
    useUpdate({
      own: OWN,
      quiet: () => page.alarms.value === 0,
      scene: () => page.scene.value,
      reloads: createReloads(reload),
      opened: { ...opened, ...more },
      fetch: network,
      random: () => 0.5,
    }),
  )
  if (!state) throw new Error('not started')
  return state
}
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Before each test: a new page, a server with all files of the city, time that the test passes. */
export function begin(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  page.scope = effectScope()
  page.alarms.value = 0
  server.unreadable = []
  sessionStorage.clear()
  reload.mockClear()
}
export function end(): void {
  page.scope.stop()
  vi.useRealTimers()
}
