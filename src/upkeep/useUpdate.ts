import { useEventListener, useIntervalFn } from '@vueuse/core'
import { shallowRef, watch, type InjectionKey, type Ref } from 'vue'
import { isWhole, ownBuild, readBuild, type Build } from './build'
import type { Reloads } from './reloads'

/** `waiting`: a new build is there and whole, and the screen waits for a quiet moment. */
export type UpdateState = 'current' | 'waiting' | 'failed'
export const updateKey: InjectionKey<Readonly<Ref<UpdateState>>> = Symbol('update')

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
  fetch?: typeof globalThis.fetch
  /** From 0 to 1. */
  random?: () => number
  own?: string | undefined
}

/** Whether a new build is taken now: its turn has come, and the scene changes or has not for long. Times in ms. */
export function isItsTurn(dueAt: number, now: number, sceneChanges: boolean): boolean {
  return now >= dueAt && (sceneChanges || now >= dueAt + PATIENCE_MS)
}

/** Looks for a new build every five minutes and reloads into it at a quiet moment (faults §2.8). */
export function useUpdate(options: UpdateOptions): Readonly<Ref<UpdateState>> {
  const {
    quiet,
    scene,
    reloads,
    fetch = window.fetch.bind(window),
    random = Math.random,
    own = ownBuild(),
  } = options
  const base = new URL('./', location.href).href
  const state = shallowRef<UpdateState>('current')
  let next: { build: Build; dueAt: number } | undefined
  let busy = false

  async function look(): Promise<void> {
    const found = await readBuild(fetch, base)
    // No answer says nothing about builds: what is known stays.
    if (!found) return
    if (found.build === own) {
      next = undefined
      state.value = 'current'
    } else if (found.build !== next?.build.build) {
      next = { build: found, dueAt: performance.now() + random() * SPREAD_MS }
      state.value = 'waiting'
    }
    if (next) await check(next.build)
  }

  async function check(build: Build): Promise<boolean> {
    const possible = (await isWhole(build, fetch, base)) && reloads.leave(build.build) !== 'spent'
    state.value = possible ? 'waiting' : 'failed'
    return possible
  }

  async function take(sceneChanges: boolean): Promise<void> {
    if (busy || !next || state.value === 'failed') return
    if (!quiet() || !isItsTurn(next.dueAt, performance.now(), sceneChanges)) return
    busy = true
    // Asked again: the server may have gone since, and a reload would then leave a browser's error page.
    const possible = await check(next.build)
    if (possible && quiet()) reloads.ask(next.build.build)
    busy = false
  }

  if (own === undefined) return state
  useIntervalFn(() => void look(), LOOK_MS, { immediateCallback: true })
  useIntervalFn(() => void take(false), TRY_MS)
  watch(scene, () => void take(true))
  return state
}

/**
 * A file of the running build is gone, since another one was deployed over it (row 56): the new page has its own
 * files, so it is loaded, if the server has it whole.
 */
export function useMissingChunks(reloads: Reloads, fetch = window.fetch.bind(window)): void {
  const base = new URL('./', location.href).href
  useEventListener(window, 'vite:preloadError', async () => {
    const found = await readBuild(fetch, base)
    if (found && (await isWhole(found, fetch, base))) reloads.ask('chunk')
  })
}
