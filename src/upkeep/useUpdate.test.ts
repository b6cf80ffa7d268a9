import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  begin,
  deploy,
  end,
  login,
  MINUTE,
  MODULE,
  NEW,
  OWN,
  page,
  pass,
  reload,
  run,
  server,
  typed,
} from './fixtures'
import { isItsTurn } from './useUpdate'

beforeEach(begin)
afterEach(end)

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
    page.scene.value = 'b'
    await pass(0)
    expect(state.value).toBe('waiting')
    expect(reload).not.toHaveBeenCalled()
    await pass(2 * MINUTE)
    page.scene.value = 'c'
    await pass(0)
    expect(reload).toHaveBeenCalledTimes(1)
    await pass(4 * MINUTE)
    page.scene.value = 'd'
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
    page.alarms.value = 1
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    page.alarms.value = 0
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
    server.unreadable = [file]
    const state = run()
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    expect(state.value).toBe('failed')
    server.unreadable = []
    for (let step = 0; step < 40; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalled()
  })

  it('is taken although a module is missing that this page does not have either', async () => {
    deploy(NEW)
    server.unreadable = [MODULE]
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

it('says nothing when version.json is a login page', async () => {
  server.answers = { '/version.json': login }
  const state = run()
  await pass(20 * MINUTE)
  expect(state.value).toBe('current')
})

it('a turn comes at the first change of scene after its time, or ten minutes after it', () => {
  expect(isItsTurn(1000, 999, true)).toBe(false)
  expect(isItsTurn(1000, 1000, false)).toBe(false)
  expect(isItsTurn(1000, 1000, true)).toBe(true)
  expect(isItsTurn(1000, 1000 + 10 * MINUTE, false)).toBe(true)
})
