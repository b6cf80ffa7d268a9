import { useEventListener } from '@vueuse/core'
import { parseJson, pipe, safeParse, string, type GenericSchema } from 'valibot'
import { computed, shallowReactive, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Caps } from './caps'
import { openShelf } from './shelf'

/** Whether what is written survives a restart. Trouble with the storage never is trouble of the screen (row 59). */
export type KeepState = 'working' | 'without'

/** What survives a restart, under keys. Nothing here throws or rejects. */
export interface Keep {
  /** What was kept, checked; undefined when there is nothing, or nothing that fits the schema. */
  read<T>(key: string, schema: GenericSchema<unknown, T>): Promise<T | undefined>
  /** The same for all keys that start so. */
  readAll<T>(prefix: string, schema: GenericSchema<unknown, T>): Promise<ReadonlyMap<string, T>>
  /** Plain data, kept soon; the latest wins. Undefined forgets the key. */
  write(key: string, value: unknown): void
  /** Keeps at once what still waits: for what must not be lost, such as an acknowledgement. */
  flush(): Promise<void>
  state: Readonly<Ref<KeepState>>
}

/** Ms that a value may wait, and so the shortest time between two writes of one key. */
const EVERY_MS = 10_000
/** Ms after which a write that failed is tried again, with what is the latest then. */
const RETRY_MS = 60_000
const MB = 1024 * 1024
const CAPS: Caps = { bytes: 20 * MB, entries: 500, entryBytes: 2 * MB }

const states = shallowReactive(new Map<string, Readonly<Ref<KeepState>>>())
/** Of all keeps together: what a shell says in its badge. */
export const storage: ComputedRef<KeepState> = computed(() =>
  [...states.values()].some(({ value }) => value === 'without') ? 'without' : 'working',
)

/** Opens the keep called `name`. What another `version` wrote is forgotten. */
export function openKeep(
  name: string,
  version: string | number,
  { everyMs = EVERY_MS, ...caps }: Partial<Caps> & { everyMs?: number } = {},
): Keep {
  const shelf = openShelf(name, String(version), { ...CAPS, ...caps })
  const state = shallowRef<KeepState>('working')
  states.set(name, state)
  const waiting = new Map<string, unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await work()
      state.value = 'working'
      return done
    } catch {
      state.value = 'without'
      return undefined
    }
  }

  async function read<T>(key: string, schema: GenericSchema<unknown, T>): Promise<T | undefined> {
    const text = waiting.has(key) ? textOf(waiting.get(key)) : await attempt(() => shelf.get(key))
    return checked(text, schema)
  }

  async function readAll<T>(prefix: string, schema: GenericSchema<unknown, T>): Promise<Map<string, T>> {
    const texts = (await attempt(() => shelf.all(prefix))) ?? new Map<string, string>()
    const entries = [...texts].flatMap(([key, text]): [string, T][] => {
      const value = checked(text, schema)
      return value === undefined ? [] : [[key, value]]
    })
    return new Map(entries)
  }

  function write(key: string, value: unknown): void {
    waiting.set(key, value)
    timer ??= setTimeout(() => void flush(), everyMs)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const due = [...waiting]
    waiting.clear()
    const written = await attempt(() => Promise.all(due.map(([key, value]) => shelf.put(key, textOf(value)))))
    if (written) return
    for (const [key, value] of due) if (!waiting.has(key)) waiting.set(key, value)
    timer ??= setTimeout(() => void flush(), RETRY_MS)
  }

  // The last chance to keep: `unload` comes too late, and not at all on tablets.
  useEventListener(window, 'pagehide', () => void flush())
  return { read, readAll, write, flush, state }
}

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value)

/** A text that is no JSON, or not of the shape, is as good as none. */
function checked<T>(text: string | undefined, schema: GenericSchema<unknown, T>): T | undefined {
  if (text === undefined) return undefined
  const parsed = safeParse(pipe(string(), parseJson(), schema), text)
  return parsed.success ? parsed.output : undefined
}
