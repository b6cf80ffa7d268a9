import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hastenLongTimers } from './clock'
import { DIST, expect, test, type Stage } from './stage'

/** A copy of the build that a row may spoil. */
async function ownBuild(stage: Stage): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'toan-canh-deploy-'))
  await cp(DIST, folder, { recursive: true })
  stage.city.state.dist = folder
  stage.afterwards(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Puts another build's record over the one that runs. */
async function deploy(folder: string, build = 'abcdef012345'): Promise<void> {
  const record = JSON.parse(await readFile(join(folder, 'version.json'), 'utf8'))
  await writeFile(join(folder, 'version.json'), JSON.stringify({ ...record, build }))
}

async function replaceInPage(folder: string, build = 'abcdef012345'): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const replaced = page.replace(/(name="build" content=")[^"]*/, `$1${build}`)
  await writeFile(join(folder, 'index.html'), replaced)
}

function countLoads(page: Page): () => number {
  let loads = 0
  page.on('load', () => loads++)
  return () => loads
}

test('row 56: a file of the running build that is gone costs one panel at most and one reload at most', async ({
  stage,
}) => {
  const folder = await ownBuild(stage)
  const [chunk] = (await readdir(join(folder, 'assets'))).filter((name) => /^SeriesPanel-.*\.js$/.test(name))
  await rm(join(folder, 'assets', chunk ?? ''))
  const loads = countLoads(stage.page)
  await stage.visit()
  await stage.othersLive('months')
  await expect(stage.panel('months')).toBeVisible()
  await expect(stage.panel('months')).not.toHaveAttribute('data-state', 'live')
  await expect(stage.panel('months').locator('.note')).not.toBeEmpty()
  expect(loads()).toBeLessThanOrEqual(2)
  stage.ends({ recovery: false, why: 'the file never comes back' })
})

for (const [what, spoilt] of [
  ['whose page is 404', (folder: string) => rm(join(folder, 'index.html'))],
  [
    'with a script of another length',
    async (folder: string) => {
      await replaceInPage(folder)
      const [entry] = (await readdir(join(folder, 'assets'))).filter((name) => /^index-.*\.js$/.test(name))
      await writeFile(join(folder, 'assets', entry ?? ''), 'this is no script (')
    },
  ],
] as const)
  test(`row 57: a deploy ${what} is not taken, and the screen says that updating failed`, async ({
    stage,
  }) => {
    const folder = await ownBuild(stage)
    await hastenLongTimers(stage.page)
    await stage.open()
    const loads = countLoads(stage.page)
    await spoilt(folder)
    await deploy(folder)
    await expect(stage.page.locator('[data-upkeep~=failed]')).toBeVisible()
    await stage.sleep(25 * 60_000)
    await stage.page.waitForTimeout(3_000)
    expect(loads()).toBe(0)
    await stage.othersLive()
    await deploy(folder, 'abcdef012346')
    await cp(DIST, folder, { recursive: true })
    await expect(stage.page.locator('[data-upkeep~=failed]')).toHaveCount(0)
  })

test('row 57: a whole new build is taken by one reload', async ({ stage }) => {
  const folder = await ownBuild(stage)
  await hastenLongTimers(stage.page)
  await stage.open()
  const loads = countLoads(stage.page)
  await deploy(folder)
  await replaceInPage(folder)
  // Its turn comes within ten minutes, and after ten more it does not wait for a change of scene.
  await stage.page.waitForTimeout(7_000)
  await stage.sleep(25 * 60_000)
  await expect.poll(loads, { timeout: 30_000 }).toBe(1)
  await stage.page.waitForTimeout(8_000)
  expect(loads()).toBe(1)
  stage.ends({ recovery: false, why: 'the page was reloaded' })
})

test('row 58: a storm of events of service workers and missing files reloads at most once', async ({
  stage,
}) => {
  await stage.open()
  const loads = countLoads(stage.page)
  await stage.page
    .evaluate(() => {
      for (let event = 0; event < 20; event++) {
        navigator.serviceWorker?.dispatchEvent(new Event('controllerchange'))
        window.dispatchEvent(new Event('vite:preloadError'))
      }
    })
    .catch(() => undefined)
  await stage.page.waitForTimeout(8_000)
  expect(loads()).toBeLessThanOrEqual(1)
  await stage.othersLive()
  stage.ends({ recovery: false, why: 'the page may have been reloaded once' })
})

test('row 59: without room in the storage the screen runs and says that it remembers nothing', async ({
  stage,
}) => {
  await hastenLongTimers(stage.page)
  await stage.page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await stage.cdp.send('Storage.overrideQuotaForOrigin', { origin: stage.city.origin, quotaSize: 0 })
  await stage.open()
  await expect(stage.page.locator('[data-upkeep~=without]')).toBeVisible()
})

/** Runs in the page: everything that it keeps is something else now. Resolves to the texts of IndexedDB that were spoilt. */
async function spoilStorage(): Promise<number> {
  for (const key of ['toan-canh reloads', 'toan-canh operator', ...Object.keys(localStorage)]) {
    localStorage.setItem(key, '{"broken')
    sessionStorage.setItem(key, '[null,{"at":"x"}]')
  }
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  // Kept at the latest when the page goes away.
  window.dispatchEvent(new Event('pagehide'))
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  let spoilt = 0
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name ?? ''))
    const texts = database.transaction('texts', 'readwrite').objectStore('texts')
    for (const [index, key] of (await done(texts.getAllKeys())).entries()) {
      await done(texts.put(['{"alarms":[{"key":1}]', '[null,{"at":"x"}]', '\u0000'][index % 3], key))
      spoilt++
    }
    database.close()
  }
  return spoilt
}

test('row 59: with garbage in the storage the screen runs as if there were none', async ({ stage }) => {
  await stage.open()
  const spoilt = await stage.page.evaluate(spoilStorage)
  expect(spoilt, 'entries of IndexedDB that are garbage now').toBeGreaterThan(0)
  await stage.page.reload()
  await stage.othersLive()
})
