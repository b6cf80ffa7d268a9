import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { surplus, type Caps, type Label } from './caps'

/** An IndexedDB that opens or answers neither yes nor no is taken for broken: the screen must not wait for it. */
const PATIENCE_MS = 10_000

interface Stores extends DBSchema {
  texts: { key: string; value: string }
  /** Apart from the texts, so that counting what is held reads none of them. */
  labels: { key: string; value: Label }
}

/** Texts under keys in one IndexedDB; every method rejects when the browser's storage does not work. */
export interface Shelf {
  get(key: string): Promise<string | undefined>
  /** All whose key starts so, by key. */
  all(prefix: string): Promise<Map<string, string>>
  /** Undefined takes the entry away, and so does a text over the cap: the one before it would be older. */
  put(key: string, text: string | undefined): Promise<void>
}

export function openShelf(name: string, version: string, caps: Caps): Shelf {
  let connection: Promise<IDBPDatabase<Stores>> | undefined

  /** Once for all calls; again after it failed or the browser ended it (faults §2.8: quota, wiped profile). */
  function connect(): Promise<IDBPDatabase<Stores>> {
    connection ??= open(name, () => (connection = undefined)).catch((error: unknown) => {
      connection = undefined
      throw error
    })
    return connection
  }

  async function get(key: string): Promise<string | undefined> {
    const stores = (await connect()).transaction(['texts', 'labels'])
    const [text, label] = await Promise.all([
      stores.objectStore('texts').get(key),
      stores.objectStore('labels').get(key),
      stores.done,
    ])
    return label?.version === version ? text : undefined
  }

  async function all(prefix: string): Promise<Map<string, string>> {
    const stores = (await connect()).transaction(['texts', 'labels'])
    const [texts, labels] = [stores.objectStore('texts'), stores.objectStore('labels')]
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
    const [keys, held, marks] = await Promise.all([
      texts.getAllKeys(range),
      texts.getAll(range),
      labels.getAll(range),
      stores.done,
    ])
    const valid = keys.flatMap((key, index) => {
      const [text, label] = [held[index], marks[index]]
      return text !== undefined && label?.version === version ? [[key, text] as const] : []
    })
    return new Map(valid)
  }

  async function put(key: string, text: string | undefined): Promise<void> {
    const stores = (await connect()).transaction(['texts', 'labels'], 'readwrite')
    const [texts, labels] = [stores.objectStore('texts'), stores.objectStore('labels')]
    // A browser may store a text with two bytes for each letter.
    const bytes = 2 * (text?.length ?? 0)
    const written =
      text === undefined || bytes > caps.entryBytes
        ? [texts.delete(key), labels.delete(key)]
        : [texts.put(text, key), labels.put({ version, at: Date.now(), bytes }, key)]
    // At once: a page that is going away does not live to see its requests answered.
    stores.commit()
    await Promise.all([...written, stores.done])
    await trim()
  }

  async function trim(): Promise<void> {
    const stores = (await connect()).transaction(['texts', 'labels'], 'readwrite')
    const [texts, labels] = [stores.objectStore('texts'), stores.objectStore('labels')]
    const [keys, all] = await Promise.all([labels.getAllKeys(), labels.getAll()])
    const held = new Map(keys.flatMap((key, index) => entryOf(key, all[index])))
    const gone = surplus(held, version, caps)
    await Promise.all([...gone.flatMap((key) => [texts.delete(key), labels.delete(key)]), stores.done])
  }

  return {
    get: (key) => within(get(key)),
    all: (prefix) => within(all(prefix)),
    put: (key, text) => within(put(key, text)),
  }
}

const entryOf = (key: string, label: Label | undefined): [string, Label][] => (label ? [[key, label]] : [])

async function open(name: string, ended: () => void) {
  return openDB<Stores>(`toan-canh:${name}`, 1, {
    upgrade(database) {
      database.createObjectStore('texts')
      database.createObjectStore('labels')
    },
    terminated: ended,
  })
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('storage does not answer')), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
