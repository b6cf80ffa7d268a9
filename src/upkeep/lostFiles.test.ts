import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  begin,
  deploy,
  end,
  MINUTE,
  MODULE,
  network,
  NEW,
  OWN,
  page,
  pass,
  reload,
  run,
  server,
} from './fixtures'
import { createReloads } from './reloads'
import { useMissingChunks } from './useUpdate'

beforeEach(begin)
afterEach(end)

describe('a module that could not be read at the start', () => {
  const start = () => {
    deploy(OWN)
    server.unreadable = [MODULE]
    return run({ missing: [MODULE] })
  }

  it('is taken up at the next change of scene after it is there, by one reload', async () => {
    start()
    await pass(20 * MINUTE)
    page.scene.value = 'e'
    await pass(0)
    expect(reload).not.toHaveBeenCalled()
    server.unreadable = []
    await pass(MINUTE)
    expect(reload).not.toHaveBeenCalled()
    page.scene.value = 'f'
    await pass(0)
    page.scene.value = 'g'
    await pass(0)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('is taken up on a wall that is held on one scene, ten minutes later', async () => {
    start()
    server.unreadable = []
    await pass(9 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
    await pass(3 * MINUTE)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('waits while an alarm waits to be seen', async () => {
    start()
    server.unreadable = []
    page.alarms.value = 1
    await pass(30 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
    page.alarms.value = 0
    await pass(MINUTE)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['the server has no page', () => (server.answers = {})],
    ['another file of the city went', () => (server.unreadable = ['/cities/modules/traffic.json'])],
    ['it went again', () => (server.unreadable = [MODULE])],
  ])('is not taken up when %s before its moment came', async (_, happens) => {
    start()
    server.unreadable = []
    await pass(MINUTE)
    happens()
    page.scene.value = 'h'
    await pass(30 * MINUTE)
    expect(reload).not.toHaveBeenCalled()
  })

  it('that comes and goes costs three reloads a day and no more', async () => {
    start()
    server.unreadable = []
    for (let step = 0; step < 5 * 60; step++) await pass(MINUTE)
    expect(reload).toHaveBeenCalledTimes(3)
  })
})

it('a missing file of the running build costs one reload, and none while the server or the city is gone', async () => {
  page.scope.run(() => useMissingChunks(createReloads(reload), async () => server.unreadable, network))
  const miss = async () => {
    window.dispatchEvent(new Event('vite:preloadError'))
    await pass(0)
  }
  server.answers = {}
  await miss()
  expect(reload).not.toHaveBeenCalled()
  deploy(NEW)
  server.unreadable = ['/cities/a.json']
  await miss()
  expect(reload).not.toHaveBeenCalled()
  server.unreadable = []
  for (let time = 0; time < 20; time++) await miss()
  expect(reload).toHaveBeenCalledTimes(1)
})
