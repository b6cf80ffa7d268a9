import { useEventListener, useIntervalFn } from '@vueuse/core'
import { inject, shallowRef, watch, type InjectionKey, type Ref } from 'vue'
import { againMs } from '../city/load'
import type { City } from '../city/schema'
import { isWhole, ownBuild, readBuild, type Build } from './build'
import type { Reloads } from './reloads'

/** `waiting`: a new build is there and whole, and the screen waits for a quiet moment. */
export type UpdateState = 'current' | 'waiting' | 'failed'
export const updateKey: InjectionKey<Readonly<Ref<UpdateState>>> = Symbol('update')

/** The city as this page opened it, and a look at its files as they are now. */
export interface Opened extends Pick<City, 'url' | 'missing' | 'problems'> {
  /** Addresses of its files that cannot be read. */
  unreadable: () => Promise<readonly string[]>
}
export const openedKey: InjectionKey<Opened> = Symbol('opened')

const MINUTE = 60_000
const LOOK_MS = 5 * MINUTE
const TRY_MS = 15_000
/** All walls of a city see the new build within minutes; they shall not go dark together. */
const SPREAD_MS = 10 * MINUTE
/** A wall that is held on one scene has no change of scene to wait for. */
const PATIENCE_MS = 10 * MINUTE

export interface UpdateOptions {
  /** No urgent alarm that nobody has seen, and nobody working on the screen. */
  quiet: () => boolean
  /** What is on the wall: the moment when it changes is the one at which a reload is least noticed. */
  scene: () => unknown
  reloads: Reloads
  opened?: Opened | undefined
  fetch?: typeof globalThis.fetch
  /** From 0 to 1. */
  random?: () => number
  own?: string | undefined
}

/** Whether a reload is due: its turn has come, and the scene changes or has not for long. Times in ms. */
export function isItsTurn(dueAt: number, now: number, sceneChanges: boolean): boolean {
  return now >= dueAt && (sceneChanges || now >= dueAt + PATIENCE_MS)
}

/**
 * Looks for a new build every five minutes, and every minute for modules that could not be read at the start; reloads
 * into them at a quiet moment (faults §2.8).
 */
export function useUpdate(options: UpdateOptions): Readonly<Ref<UpdateState>> {
  const {
    reloads,
    opened = inject(openedKey),
    fetch = window.fetch.bind(window),
    random = Math.random,
    own = ownBuild(),
  } = options
  if (!opened) throw new Error('useUpdate needs an opened city above it')
  const state = shallowRef<UpdateState>('current')
  if (own === undefined) return state
  const base = new URL('./', location.href).href
  const { missing, unreadable } = opened
  const newBuild = useTurn(options)

  async function look(): Promise<void> {
    const found = await readBuild(fetch, base)
    // No answer says nothing about builds: what is known stays.
    if (!found) return
    if (found.build === own) {
      newBuild.value = undefined
      state.value = 'current'
    } else if (!(await check(found))) {
      newBuild.value = undefined
    } else if (found.build !== newBuild.value?.why) {
      const dueAt = performance.now() + random() * SPREAD_MS
      newBuild.value = { why: found.build, dueAt, isSafe: () => check(found) }
    }
  }

  async function check(build: Build): Promise<boolean> {
    const isSafe = keepsAll(await unreadable()) && (await isWhole(build, fetch, base))
    const possible = isSafe && reloads.leave(build.build) !== 'spent'
    state.value = possible ? 'waiting' : 'failed'
    return possible
  }

  /** An update never trades a running wall for a refused screen, or for one that shows less of the city. */
  const keepsAll = (lost: readonly string[]) => lost.every((file) => missing.includes(file))

  async function bringsMore(): Promise<boolean> {
    const lost = await unreadable()
    return keepsAll(lost) && missing.some((file) => !lost.includes(file))
  }

  function watchMissing(): void {
    const there = useTurn(options)
    const isSafe = async () => (await bringsMore()) && isServed(fetch, base)
    useIntervalFn(async () => {
      if (!there.value && (await bringsMore()))
        there.value = { why: 'city', dueAt: performance.now(), isSafe }
    }, againMs(random))
  }

  useIntervalFn(() => void look(), LOOK_MS, { immediateCallback: true })
  if (missing.length > 0) watchMissing()
  return state
}

/** A reload that waits until it is least noticed. */
interface Turn {
  why: string
  dueAt: number
  /** Whether the page would come back, and with what it was reloaded for. */
  isSafe: () => Promise<boolean>
}

function useTurn({ quiet, scene, reloads }: UpdateOptions): Ref<Turn | undefined> {
  const next = shallowRef<Turn>()
  let busy = false

  async function take(sceneChanges: boolean): Promise<void> {
    const turn = next.value
    if (busy || !turn || reloads.leave(turn.why) !== 'now') return
    if (!quiet() || !isItsTurn(turn.dueAt, performance.now(), sceneChanges)) return
    busy = true
    // Asked again: the server may have gone since, and a reload would then leave a browser's error page.
    if (!(await turn.isSafe())) next.value = undefined
    else if (quiet()) reloads.ask(turn.why)
    busy = false
  }

  useIntervalFn(() => void take(false), TRY_MS)
  watch(scene, () => void take(true))
  return next
}

/** Whether the server has a build, and has it whole. */
async function isServed(fetch: typeof globalThis.fetch, base: string): Promise<boolean> {
  const found = await readBuild(fetch, base)
  return found !== undefined && isWhole(found, fetch, base)
}

/**
 * A file of the running build is gone, since another one was deployed over it (row 56): the new page has its own
 * files, so it is loaded, if the server has it and the city's files whole.
 */
export function useMissingChunks(
  reloads: Reloads,
  unreadable: Opened['unreadable'],
  fetch = window.fetch.bind(window),
): void {
  const base = new URL('./', location.href).href
  useEventListener(window, 'vite:preloadError', async () => {
    if ((await unreadable()).length === 0 && (await isServed(fetch, base))) reloads.ask('chunk')
  })
}
