import './trustedTypes'
import './ui/base.css'
import './ui/hand.css'
import { PiniaColada } from '@pinia/colada'
import { PiniaColadaAutoRefetch } from '@pinia/colada-plugin-auto-refetch'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { loadCity } from './city/load'
import type { City } from './city/schema'
import { openKeep } from './keep/keep'
import { connectors, kinds, layers, panels } from './kinds'
import { layerKindsKey } from './map/contract'
import { panelKindsKey } from './panels/contract'
import { RECORDS_VERSION } from './sources/keptRecords'
import { createLastGood, readLastGood } from './sources/lastGood'
import CityRefused from './shells/CityRefused.vue'
import { createRoutes } from './shells/routes'
import { createLanguages } from './ui/i18n'
import { countErrors } from './upkeep/errors'
import { holdBuild } from './upkeep/holdBuild'
import { createReloads } from './upkeep/reloads'
import { useMissingChunks } from './upkeep/useUpdate'

const DEFAULT_CITY = 'kien-an'

/** The city is in the address (#/wall?city=…), so a link and a reload show the same one. */
function wanted(): string {
  return new URLSearchParams(location.hash.split('?')[1]).get('city') ?? DEFAULT_CITY
}

/** The city's systems: the network, or the simulator in the page unless the server already plays them. */
async function fetchOf(city: City, simulatedOverHttp: boolean): Promise<typeof fetch> {
  if (!city.simulated || simulatedOverHttp || city.gateway === undefined) return window.fetch.bind(window)
  const { simulatedFetch } = await import('./simulator')
  const gateway = new URL(city.gateway, city.url).href
  return simulatedFetch(
    { place: city.simulated.place ?? city.id, seed: city.simulated.seed, gateway },
    window.fetch.bind(window),
  )
}

const RETRY_MS = 30_000
const UNREACHABLE: readonly string[] = ['unreachable', 'http', 'html']

/**
 * The city to show. While its file cannot be had, the reasons are on the screen and it is asked for again: a wall
 * has nobody to press reload, and a reload into an outage would leave a browser's error page.
 */
async function openCity(name: string) {
  const base = new URL('./', location.href).href
  const read = () => loadCity(name, base, window.fetch.bind(window), kinds)
  let loaded = await read()
  while (loaded.reading.kind === 'refused') {
    const { problems } = loaded.reading
    const notice = createApp(CityRefused, { name, problems }).use(createLanguages('vi'))
    notice.mount('#app')
    // A file that is there and wrong stays wrong until somebody mends it and opens the page again.
    if (!problems.some(({ code }) => UNREACHABLE.includes(code))) return undefined
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    loaded = await read()
    notice.unmount()
  }
  return { ...loaded.reading, simulatedOverHttp: loaded.simulatedOverHttp }
}

/** Ms between two writes of what a source holds: a wall writes for years, and its disk must last as long. */
const KEEP_EVERY_MS = 60_000

/** Ms after the first picture when the rest of the build is loaded. */
const HOLD_AFTER_MS = 8_000

async function start(): Promise<void> {
  const name = wanted()
  const reloads = createReloads(() => location.reload())
  useMissingChunks(reloads)
  const keep = openKeep('last good', RECORDS_VERSION, { everyMs: KEEP_EVERY_MS })
  const held = readLastGood(keep, name)
  // The largest chunk comes while the city file is fetched and checked.
  void import('./map/CityMap.vue')
  const opened = await openCity(name)
  if (!opened) return
  const { city, problems, simulatedOverHttp } = opened
  if (problems.length > 0) console.warn(`${city.id}: ${problems.length} problems in the city file`, problems)
  document.title = `${city.name.vi} · Toàn Cảnh`
  const router = createRoutes()
  const lastGood = createLastGood(city, name, keep, await held())
  const fetch = await fetchOf(city, simulatedOverHttp)
  const app = createApp(App, { city, connectors, lastGood, reloads, fetch })
  countErrors(app)
  app
    .use(createPinia())
    .use(PiniaColada, { plugins: [PiniaColadaAutoRefetch()] })
    .use(createLanguages('vi'))
    .use(router)
    .provide(layerKindsKey, layers)
    .provide(panelKindsKey, panels)
    .mount('#app')
  setTimeout(() => void holdBuild(window.fetch.bind(window)), HOLD_AFTER_MS)
  // Another city is another set of sources: a fresh page is the simplest thing that cannot leak.
  router.afterEach(() => {
    if (wanted() !== name) location.reload()
  })
}

void start()
