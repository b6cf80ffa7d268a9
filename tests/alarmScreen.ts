import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { computed, type Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import type { AlarmAct } from '../src/alarms/acts'
import { standingOf, STANDINGS, type Alarm, type Book } from '../src/alarms/alarm'
import { finding, limits, NOON, waiting } from '../src/alarms/fixtures'
import { useAlarmStore } from '../src/alarms/store'
import { alarmActKey } from '../src/alarms/useAlarms'
import type { City } from '../src/city/schema'
import { panelKindsKey } from '../src/panels/contract'
import { aBatch } from '../src/sources/fixtures'
import { sourcesKey } from '../src/sources/useSource'
import type { Language } from '../src/ui/format'
import { createLanguages } from '../src/ui/i18n'
import { lookKey } from '../src/ui/look'
import { HAND_SCALE } from '../src/ui/scale'
import { THEMES } from '../src/ui/themes'
import { cityOf, goodFile, kinds, read } from './cityFile'
import { aMemory, moment, sourcesOf } from './sourcePage'

const name = { vi: 'Văn phòng', en: 'Office' }
/** A figure whose alarm says what it must: its limits, owner, cause and action. */
const figure = {
  ...waiting,
  owner: 'office',
  limits: limits({
    warn: 20,
    alarm: 40,
    cause: { vi: 'Quầy tạm nghỉ.', en: 'A counter is closed.' },
    action: { vi: 'Mở thêm quầy.', en: 'Open another counter.' },
  }),
}
export const city: City = {
  ...cityOf(read(goodFile())),
  figures: new Map([['waiting', figure]]),
  organisations: { office: { name } },
  area: 'kien-an',
  areas: {
    'kien-an': { name: { vi: 'Kiến An', en: 'Kien An' }, level: 'district' },
    'lam-ha': {
      name: { vi: 'Phường Lãm Hà', en: 'Lam Ha Ward' },
      short: { vi: 'Lãm Hà', en: 'Lam Ha' },
      level: 'commune',
    },
  },
}

/** An alarm that has been announced at noon. */
export function anAlarm(key: string, more: Partial<Alarm> = {}): Alarm {
  return {
    ...finding(key),
    phase: { kind: 'active' },
    raisedAt: NOON,
    announcedAt: NOON,
    acked: undefined,
    shelf: undefined,
    turn: undefined,
    chattering: false,
    swungAt: undefined,
    ...more,
  }
}

const by = { by: 'Ca trực 1', at: NOON + 60_000 }
/** How each standing comes about. */
export const AS: Record<Exclude<(typeof STANDINGS)[number], 'pending'>, Partial<Alarm>> = {
  unacked: {},
  acked: { acked: by },
  returned: { phase: { kind: 'returned', at: NOON + 60_000, again: undefined } },
  shelved: { shelf: { ...by, until: NOON + 900_000, reason: 'Đang bảo trì' } },
}
export const VISIBLE = STANDINGS.filter((standing) => standing !== 'pending')

export const bookOf = (alarms: readonly Alarm[], more: Partial<Book> = {}): Book => ({
  alarms,
  log: [],
  raises: [],
  flood: undefined,
  ahead: [],
  ...more,
})

export interface Opened {
  book?: Book
  language?: Language
  address?: string
  /** Sources that answer; all of them unless told. */
  live?: readonly string[]
}

/** A part of a shell over a book of alarms: what people do there is applied and kept for the test to read. */
export async function openScreen(
  screen: Component,
  {
    book = bookOf([]),
    language = 'vi',
    address = '/alarms?city=a',
    live = ['onestop', 'masts'],
  }: Opened = {},
) {
  const good = aMemory({ successes: 9, okAt: moment(-1), batch: aBatch({ total: 1 }) })
  const { sources } = sourcesOf(city, Object.fromEntries(live.map((id) => [id, good])))
  const pinia = createPinia()
  setActivePinia(pinia)
  const store = useAlarmStore()
  store.restore(book)
  const acts: AlarmAct[] = []
  const act = (done: AlarmAct) => {
    acts.push(done)
    store.apply(done)
  }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/alarms', component: screen },
      { path: '/:rest(.*)*', component: { template: '<p>elsewhere</p>' } },
    ],
  })
  await router.push(address)
  const App = {
    components: { RouterView },
    setup: () => ({ city }),
    template: '<RouterView v-slot="{ Component }"><component :is="Component" :city /></RouterView>',
  }
  const look = computed(() => ({ theme: THEMES.dark, scale: HAND_SCALE }))
  const page = mount(App, {
    attachTo: document.body,
    global: {
      plugins: [router, pinia, createLanguages(language)],
      provide: {
        [sourcesKey]: sources,
        [panelKindsKey]: kinds.panels,
        [alarmActKey]: act,
        [lookKey]: look,
      },
    },
  })
  await flushPromises()
  return { page, store, router, acts, standings: () => store.book.alarms.map(standingOf) }
}
