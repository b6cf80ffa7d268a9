import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { parse, safeParse, type GenericSchema } from 'valibot'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, shallowRef } from 'vue'
import { goodFile, cityOf, read } from '../../tests/cityFile'
import { aMemory } from '../../tests/sourcePage'
import { aSource } from '../../tests/sourcesApp'
import type { Keep } from '../keep/keep'
import type { Batch } from '../sources/records'
import { aBatch } from '../sources/fixtures'
import type { Freshness } from '../sources/freshness'
import { EMPTY_BOOK, standingOf } from './alarm'
import { alert, NOON, reading, waiting } from './fixtures'
import { KeptBook, toKept } from './kept'
import { useAlarms } from './useAlarms'

const city = { ...cityOf(read(goodFile())), area: 'kien-an', figures: new Map([['waiting', waiting]]) }

type KeptHere = Pick<Keep, 'read' | 'write' | 'flush'>

/** A keep in this test's hands: as the real one it keeps what is written after a while, or when it is told to. */
function aKeep() {
  const held = new Map<string, string>()
  const waiting = new Map<string, string>()
  const flush = () => {
    for (const [key, text] of waiting) held.set(key, text)
    waiting.clear()
    return Promise.resolve()
  }
  const keep: KeptHere = {
    read<T>(key: string, schema: GenericSchema<unknown, T>) {
      const text = held.get(key)
      const found = safeParse(schema, text === undefined ? undefined : JSON.parse(text))
      return Promise.resolve(found.success ? found.output : undefined)
    },
    write(key, value) {
      waiting.set(key, JSON.stringify(value))
      setTimeout(() => void flush(), 10_000)
    },
    flush,
  }
  return { keep, held }
}

function open(keep: KeptHere) {
  const batches = shallowRef<ReadonlyMap<string, Batch>>(new Map())
  const successes = shallowRef(0)
  let opened: ReturnType<typeof useAlarms> | undefined
  const Screen = defineComponent({
    setup() {
      const state = computed<Freshness>(() => ({ state: 'live', ageMs: 0, since: NOON }))
      const memory = computed(() => aMemory({ successes: successes.value }))
      const sources = { all: [{ source: aSource('onestop'), state, memory }] }
      opened = useAlarms(
        city,
        sources,
        computed(() => batches.value),
        keep,
      )
      return () => null
    },
  })
  const wrapper = mount(Screen, { global: { plugins: [createPinia()] } })
  if (!opened) throw new Error('not set up')
  return {
    ...opened,
    wrapper,
    /** What the source answered. */
    show(data: Partial<Batch>) {
      successes.value += 1
      batches.value = new Map([['onestop', aBatch(data)]])
    },
    /** What was kept of the run before. */
    restore: (data: Partial<Batch>) => (batches.value = new Map([['onestop', aBatch(data)]])),
  }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const standings = ({ store }: ReturnType<typeof open>) => store.book.alarms.map(standingOf)

beforeEach(() => void vi.useFakeTimers({ now: NOON }))
afterEach(() => void vi.useRealTimers())

describe('the alarms of a city', () => {
  it('are announced with the data that cross the limit, and known to the frames', async () => {
    const screen = open(aKeep().keep)
    await pass(0)
    screen.show({ readings: [reading(50)] })
    await pass(0)
    expect(standings(screen)).toEqual(['unacked'])
    expect(screen.store.urgent?.key).toBe('limit waiting kien-an')
    expect(screen.store.ofFigures.get('waiting')).toBe('unacked')
    screen.wrapper.unmount()
  })

  it('survive a restart with what was done about them, and are not announced again', async () => {
    const { keep, held } = aKeep()
    const before = open(keep)
    await pass(0)
    before.show({ readings: [reading(50)], alerts: [alert({ text: 'Gió cấp 10' })] })
    await pass(1_000)
    await pass(10_000)
    before.act({ act: 'acknowledge', keys: ['limit waiting kien-an'], by: 'Ca trực 1', at: Date.now() })
    // The browser crashes in the same moment.
    before.wrapper.unmount()
    expect(parse(KeptBook, JSON.parse(held.get('alarms') ?? '')).alarms).toHaveLength(2)

    const after = open(keep)
    await pass(5_000)
    expect(standings(after)).toEqual(['acked', 'unacked'])
    after.show({ readings: [reading(50)], alerts: [alert({ text: 'Gió cấp 10' })] })
    await pass(5_000)
    expect(standings(after)).toEqual(['acked', 'unacked'])
    expect(after.store.book.log.filter(({ event }) => event === 'raised')).toHaveLength(2)
    after.wrapper.unmount()
  })

  it('are neither raised nor ended by data of the run before, which are older than the book', async () => {
    const { keep } = aKeep()
    const before = open(keep)
    await pass(0)
    before.show({ readings: [reading(50)] })
    await pass(11_000)
    before.wrapper.unmount()

    const after = open(keep)
    await pass(0)
    after.restore({ readings: [reading(1), reading(60, { area: 'lam-ha' })] })
    await pass(60_000)
    expect(standings(after)).toEqual(['unacked'])
    after.show({ readings: [reading(1)] })
    await pass(2_000)
    expect(standings(after)).toEqual(['returned'])
    after.wrapper.unmount()
  })

  it('keep the newest of a log that is too long to be kept whole', () => {
    const entry = { event: 'raised', key: 'city cap storm-1', priority: 'high' } as const
    const log = Array.from({ length: 2_000 }, (_, index) => ({
      ...{ ...entry, at: NOON + index },
      subject: { kind: 'city' as const, source: 'cap', alert: alert({ title: 'Bão số 9 '.repeat(100) }) },
    }))
    const kept = toKept({ ...EMPTY_BOOK, log })
    expect(JSON.stringify(kept).length).toBeLessThan(1_000_000)
    expect(kept.log.at(-1)?.at).toBe(NOON + 1_999)
  })

  it('begin anew when what was kept is broken', async () => {
    const { keep, held } = aKeep()
    held.set('alarms', '{"alarms":[{"key":1}]}')
    const screen = open(keep)
    await pass(0)
    screen.show({ readings: [reading(50)] })
    await pass(0)
    expect(standings(screen)).toEqual(['unacked'])
    screen.wrapper.unmount()
  })
})
