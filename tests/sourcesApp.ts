import { PiniaColada } from '@pinia/colada'
import { PiniaColadaAutoRefetch } from '@pinia/colada-plugin-auto-refetch'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { vi } from 'vitest'
import { defineComponent, h, shallowRef, type App as AppOf } from 'vue'
import type { Source } from '../src/city/schema'
import rest from '../src/sources/connectors/rest'
import { BOUNDS, NOW, ORIGIN, ZONE } from '../src/sources/fixtures'
import type { Fetch } from '../src/sources/http'
import type { LastGood } from '../src/sources/lastGood'
import { useSource, useSources, type Sources } from '../src/sources/useSource'

export const SECOND = 1000
const name = { vi: 'Kiến An', en: 'Kien An' }

export function aSource(id: string, more: Partial<Source> = {}): Source {
  const options = {
    url: `/${id}`,
    records: [
      {
        each: '$[*]',
        reading: { figure: 'f', value: { path: '$.x' }, observedAt: { path: '$.t', pattern: 'epoch-ms' } },
      },
    ],
  }
  return { id, connector: 'rest', name, every: 30 * SECOND, cadence: 'live', options, ...more }
}

const cityOf = (sources: Source[]) => ({
  zone: ZONE,
  area: 'kien-an',
  map: { bounds: BOUNDS, center: [106.63, 20.81] satisfies [number, number], zoom: 12 },
  url: `${ORIGIN}/cities/kien-an.json`,
  sources: new Map(sources.map((source) => [source.id, source])),
  figures: new Map(),
})

const running: { unmount(): void }[] = []

/** The app as far as sources go: one parent that starts them, and panels that use them when shown. */
export function start(sources: Source[], fetch: Fetch, lastGood?: LastGood) {
  const shown = shallowRef<string[]>([])
  let started: Sources | undefined
  const Panel = defineComponent({
    props: { source: { type: String, required: true } },
    setup(props) {
      const view = useSource(props.source)
      return () => h('p', view.state.value.state)
    },
  })
  const App = defineComponent(() => {
    started = useSources({
      city: cityOf(sources),
      connectors: new Map([['rest', rest]]),
      fetch,
      random: () => 0.5,
      ...(lastGood && { lastGood }),
    })
    return () => shown.value.map((source, key) => h(Panel, { source, key }))
  })
  const colada = {
    install: (app: AppOf) => void app.use(PiniaColada, { plugins: [PiniaColadaAutoRefetch()] }),
  }
  const wrapper = mount(App, { global: { plugins: [createPinia(), colada] } })
  running.push(wrapper)
  if (!started) throw new Error('not started')
  return { sources: started, shown, wrapper }
}

/** Ends every app that a test has started. */
export function stopAll() {
  for (const app of running.splice(0)) app.unmount()
}

export const body = (value: unknown = Date.now() % 1000) => Response.json([{ x: value, t: Date.now() }])
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** A network that counts; `answer` decides by the number of the request. */
export function network(answer: (request: number, path: string) => Response | Promise<Response>) {
  const asked: { path: string; at: number }[] = []
  const fetch: Fetch = async (url) => {
    const path = new URL(String(url)).pathname.slice(1)
    asked.push({ path, at: Date.now() - NOW })
    return answer(asked.filter((request) => request.path === path).length, path)
  }
  return { fetch, asked }
}
