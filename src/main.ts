import './trustedTypes'
import './ui/base.css'
import './ui/hand.css'
import { PiniaColada } from '@pinia/colada'
import { PiniaColadaAutoRefetch } from '@pinia/colada-plugin-auto-refetch'
import { useEventListener } from '@vueuse/core'
import { createPinia } from 'pinia'
import { createApp, h, shallowRef } from 'vue'
import App from './App.vue'
import { loadCity, unreadableFiles, untilOpen, type Loaded } from './city/load'
import type { Problem } from './city/problems'
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
import { openedKey, useMissingChunks, type UpdateOptions } from './upkeep/useUpdate'

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

/** The city, as soon as it can be shown; until then the screen says why it cannot. */
async function openCity(name: string, load: () => Promise<Loaded>, update: UpdateOptions) {
  const refusal = shallowRef<readonly Problem[]>()
  const notice = createApp(() => refusal.value && h(CityRefused, { name, problems: refusal.value, update }))
  notice.use(createLanguages('vi')).mount('#app')
  const opened = await untilOpen(load, (problems) => (refusal.value = problems))
  notice.unmount()
  return opened
}

/** Ms between two writes of what a source holds: a wall writes for years, and its disk must last as long. */
const KEEP_EVERY_MS = 60_000

/** Ms after the first picture when the rest of the build is loaded. */
const HOLD_AFTER_MS = 8_000

async function start(): Promise<void> {
  const name = wanted()
  const base = new URL('./', location.href).href
  const network = window.fetch.bind(window)
  const unreadable = () => unreadableFiles(name, base, network)
  const reloads = createReloads(() => location.reload())
  useMissingChunks(reloads, unreadable)
  // Another city is another set of sources: a fresh page is the simplest thing that cannot leak.
  const follow = () => {
    if (wanted() !== name) location.reload()
  }
  // Until there is a router, also on the screen that says that the address names no city.
  const stopFollowing = useEventListener('hashchange', follow)
  const keep = openKeep('last good', RECORDS_VERSION, { everyMs: KEEP_EVERY_MS })
  const held = readLastGood(keep, name)
  // The largest chunk comes while the city file is fetched and checked.
  void import('./map/CityMap.vue')
  const { city, simulatedOverHttp } = await openCity(name, () => loadCity(name, base, network, kinds), {
    quiet: () => true,
    scene: () => undefined,
    reloads,
    opened: { url: name, missing: [], problems: [], unreadable },
  })
  stopFollowing()
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
    .provide(openedKey, { ...city, unreadable })
    .mount('#app')
  setTimeout(() => void holdBuild(network), HOLD_AFTER_MS)
  router.afterEach(follow)
}

void start()
