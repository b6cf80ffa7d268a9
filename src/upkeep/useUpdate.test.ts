import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef, type EffectScope } from 'vue'
import { createReloads } from './reloads'
import { isItsTurn, useMissingChunks, useUpdate, type Opened } from './useUpdate'

const MINUTE = 60_000
const SCRIPT = 'export default 1'
const OWN = 'aaaaaaaaaaaa'
const NEW = 'bbbbbbbbbbbb'

const typed = (type: string, body: string) => new Response(body, { headers: { 'content-type': type } })
const script = () => typed('text/javascript', SCRIPT)
const login = () => typed('text/html', '<form>Đăng nhập</form>')

type Answers = Record<string, () => Response>
let answers: Answers = {}
/** A server; what it has no answer for cannot be reached. */
const network = (url: unknown): Promise<Response> => {
  const answer = answers[new URL(String(url)).pathname]
  return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'))
}
/** Puts a build on the server, of which some parts answer otherwise. */
function deploy(build: string, parts: Answers = {}): void {
  const record = { version: '1', build, time: '2026-11-22', files: { 'assets/a.js': SCRIPT.length } }
  answers = {
    '/version.json': () => Response.json(record),
    '/': () => typed('text/html', `<meta name="build" content="${build}">`),
    '/assets/a.js': script,
    ...parts,
  }
}

let scope: EffectScope
const reload = vi.fn()
const scene = shallowRef('a')
const alarms = shallowRef(0)
const MODULE = '/cities/modules/health.json'
/** Files of the city that cannot be read on the server now. */
let unreadable: string[] = []
const opened: Opened = {
  url: '/cities/a.json',
  missing: [],
  problems: [],
  unreadable: async () => unreadable,
}

function run(more: Partial<Opened> = {}) {
  const state = scope.run(() =>
    useUpdate({
      own: OWN,
      quiet: () => alarms.value === 0,
      scene: () => scene.value,
      reloads: createReloads(reload),
      opened: { ...opened, ...more },
      fetch: network,
      random: () => 0.5,
    }),
  )
  if (!state) throw new Error('not started')
  return state
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  scope = effectScope()
  alarms.value = 0
  unreadable = []
  sessionStorage.clear()
  reload.mockClear()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('a screen whose build is the one on the server', () => {
  it('never reloads', async () => {
    deploy(OWN)
    const state = run()
    for (let step = 0; step < 12; step++) await pass(5 * MINUTE)
    expect(state.value).toBe('current')
    expect(reload).not.toHaveBeenCalled()
  })
})

describe('a new build on the server', () => {
  it('is taken when its turn has come, at a change of scene, and once', async () => {
    deploy(NEW)
    const state = run()
    await pass(4 * MINUTE)
    scene.value = 'b'
    await pass(0)
    expect(state.value).toBe('waiting')
    expect(reload).not.toHaveBeenCalled()
    await pass(2 * MINUTE)
    scene.value = 'c'
    await pass(0)
    expect(reload).toHaveBeenCalledTimes(1)
    await pass(4 * MINUTE)
    scene.value = 'd'
    await pass(0)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('is taken on a wall that is held on one scene, a little later', async () => {
    deploy(NEW)
    run()
    await pass(14 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
    for (let step = 0; step < 4; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('waits while an alarm waits to be seen', async () => {
    deploy(NEW)
    run()
    alarms.value = 1
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    alarms.value = 0
    await pass(MINUTE)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['a login page stands for its script', { '/assets/a.js': login }],
    ['its script is missing', { '/assets/a.js': () => new Response(null, { status: 404 }) }],
    ['its script was cut short', { '/assets/a.js': () => typed('text/javascript', 'exp') }],
    [
      'its page is still the old one',
      { '/': () => typed('text/html', `<meta name="build" content="${OWN}">`) },
    ],
    ['its page is an error', { '/': () => new Response('', { status: 502 }) }],
  ])('is not taken while %s, and the screen says that updating failed', async (_, parts) => {
    deploy(NEW, parts)
    const state = run()
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    expect(state.value).toBe('failed')
    deploy(NEW)
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalled()
  })

  it.each([
    ['the city file', '/cities/a.json'],
    ['a module that is on the screen', MODULE],
  ])('is not taken while %s cannot be read: a running wall is worth more', async (_, file) => {
    deploy(NEW)
    unreadable = [file]
    const state = run()
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    expect(state.value).toBe('failed')
    unreadable = []
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalled()
  })

  it('is taken although a module is missing that this page does not have either', async () => {
    deploy(NEW)
    unreadable = [MODULE]
    run({ missing: [MODULE] })
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalled()
  })

  it('is given up when three reloads did not bring it', async () => {
    deploy(NEW)
    const state = run()
    for (let step = 0; step < 120; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalledTimes(3)
    expect(state.value).toBe('failed')
  })
})

describe('a module that could not be read at the start', () => {
  const start = () => {
    deploy(OWN)
    unreadable = [MODULE]
    return run({ missing: [MODULE] })
  }

  it('is taken up at the next change of scene after it is there, by one reload', async () => {
    start()
    await pass(20 * MINUTE)
    scene.value = 'e'
    await pass(0)
    expect(reload).not.toHaveBeenCalled()
    unreadable = []
    await pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    scene.value = 'f'
    await pass(0)
    scene.value = 'g'
    await pass(0)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('is taken up on a wall that is held on one scene, ten minutes later', async () => {
    start()
    unreadable = []
    await pass(9 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
    await pass(3 * MINUTE)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('waits while an alarm waits to be seen', async () => {
    start()
    unreadable = []
    alarms.value = 1
    await pass(30 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
    alarms.value = 0
    await pass(MINUTE)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['the server has no page', () => (answers = {})],
    ['another file of the city went', () => (unreadable = ['/cities/modules/traffic.json'])],
    ['it went again', () => (unreadable = [MODULE])],
  ])('is not taken up when %s before its moment came', async (_, happens) => {
    start()
    unreadable = []
    await pass(MINUTE)
    happens()
    scene.value = 'h'
    await pass(30 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
  })

  it('that comes and goes costs three reloads a day and no more', async () => {
    start()
    unreadable = []
    for (let step = 0; step < 5 * 60; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalledTimes(3)
  })
})

it('says nothing when version.json is a login page', async () => {
  answers = { '/version.json': login }
  const state = run()
  await pass(20 * MINUTE)
  expect(state.value).toBe('current')
})

it('a missing file of the running build costs one reload, and none while the server or the city is gone', async () => {
  scope.run(() => useMissingChunks(createReloads(reload), async () => unreadable, network))
  const miss = async () => {
    window.dispatchEvent(new Event('vite:preloadError'))
    await pass(0)
  }
  answers = {}
  await miss()
  expect(reload).not.toHaveBeenCalled()
  deploy(NEW)
  unreadable = ['/cities/a.json']
  await miss()
  expect(reload).not.toHaveBeenCalled()
  unreadable = []
  for (let time = 0; time < 20; time++) await miss()
  expect(reload).toHaveBeenCalledTimes(1)
})

it('a turn comes at the first change of scene after its time, or ten minutes after it', () => {
  expect(isItsTurn(1000, 999, true)).toBe(false)
  expect(isItsTurn(1000, 1000, false)).toBe(false)
  expect(isItsTurn(1000, 1000, true)).toBe(true)
  expect(isItsTurn(1000, 1000 + 10 * MINUTE, false)).toBe(true)
})
