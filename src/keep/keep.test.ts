import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { number, object, string } from 'valibot'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openKeep, storage } from './keep'

const Note = object({ text: string(), count: number() })
const note = (count: number, text = 'Lãm Hà') => ({ text, count })

beforeEach(() => {
  // The database answers by setImmediate, which stays real.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a keep', () => {
  it('gives after a restart what was written before it', async () => {
    const before = openKeep('test', 1)
    before.write('note', note(1))
    await before.flush()
    expect(await openKeep('test', 1).read('note', Note)).toEqual(note(1))
  })

  it('forgets what another version wrote', async () => {
    const before = openKeep('test', 1)
    before.write('note', note(1))
    await before.flush()
    expect(await openKeep('test', 2).read('note', Note)).toBeUndefined()
  })

  it('has nothing where the shape is not the expected one', async () => {
    const before = openKeep('test', 1)
    before.write('note', { text: 'Lãm Hà' })
    await before.flush()
    expect(await openKeep('test', 1).read('note', Note)).toBeUndefined()
  })

  it('forgets a key that is set to nothing', async () => {
    const keep = openKeep('test', 1)
    keep.write('note', note(1))
    await keep.flush()
    keep.write('note', undefined)
    await keep.flush()
    expect(await keep.read('note', Note)).toBeUndefined()
  })

  it('writes at most every ten seconds, and then the latest', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    const keep = openKeep('test', 1)
    for (let second = 0; second < 10; second++) {
      keep.write('note', note(second))
      await vi.advanceTimersByTimeAsync(900)
    }
    expect(put).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_100)
    await vi.waitFor(async () => expect(await openKeep('test', 1).read('note', Note)).toEqual(note(9)))
    expect(put.mock.calls.filter(([, key]) => key === 'note').map(([value]) => value)).toHaveLength(2)
  })

  it('gives what still waits to be written', async () => {
    const keep = openKeep('test', 1)
    keep.write('note', note(1))
    expect(await keep.read('note', Note)).toEqual(note(1))
  })

  it('writes what waits when the page goes away', async () => {
    openKeep('test', 1).write('note', note(3))
    window.dispatchEvent(new Event('pagehide'))
    await vi.waitFor(async () => expect(await openKeep('test', 1).read('note', Note)).toEqual(note(3)))
  })

  it('lets the oldest go when it is full', async () => {
    const keep = openKeep('test', 1, { entries: 2 })
    for (const count of [1, 2, 3]) {
      vi.setSystemTime(count * 1000)
      keep.write(`note ${count}`, note(count))
      await keep.flush()
    }
    expect(await keep.read('note 1', Note)).toBeUndefined()
    expect(await keep.read('note 2', Note)).toEqual(note(2))
    expect(await keep.read('note 3', Note)).toEqual(note(3))
  })

  it('keeps nothing at all of what is too large, not even the one before it', async () => {
    const keep = openKeep('test', 1, { entryBytes: 200 })
    keep.write('note', note(1))
    await keep.flush()
    keep.write('note', note(2, 'a'.repeat(200)))
    await keep.flush()
    expect(await keep.read('note', Note)).toBeUndefined()
    expect(keep.state.value).toBe('working')
  })
})

describe('without storage', () => {
  it('goes on when there is none, and says so', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const keep = openKeep('test', 1)
    keep.write('note', note(1))
    await keep.flush()
    expect(await keep.read('other', Note)).toBeUndefined()
    expect(await keep.read('note', Note)).toEqual(note(1))
    expect(keep.state.value).toBe('without')
    expect(storage.value).toBe('without')
  })

  it('goes on when the disk is full, and keeps again when there is room', async () => {
    const keep = openKeep('test', 1)
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    keep.write('note', note(1))
    await keep.flush()
    expect(keep.state.value).toBe('without')
    full.mockRestore()
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.waitFor(() => expect(keep.state.value).toBe('working'))
    expect(storage.value).toBe('working')
    expect(await openKeep('test', 1).read('note', Note)).toEqual(note(1))
  })

  it('waits no longer than ten seconds for a storage that never answers', async () => {
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() })
    const keep = openKeep('test', 1)
    const answer = keep.read('note', Note)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await answer).toBeUndefined()
    expect(keep.state.value).toBe('without')
  })
})
