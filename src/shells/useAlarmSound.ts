import { useIntervalFn, useLocalStorage } from '@vueuse/core'
import { safeParse, literal, number, strictObject, variant } from 'valibot'
import { computed, ref, watch, type ComputedRef } from 'vue'
import { useAlarmStore } from '../alarms/store'
import { awake, isDue, nextWish, soundState, type SoundState, type SoundWish } from './alarmSound'
import { useSpeaker } from './useSpeaker'

const TICK_MS = 1_000
const Wish = variant('kind', [
  strictObject({ kind: literal('off') }),
  strictObject({ kind: literal('on') }),
  strictObject({ kind: literal('muted'), until: number() }),
])

export interface AlarmSound {
  state: ComputedRef<SoundState>
  /** To the next of off, on and silent for ten minutes. */
  turn: () => void
}

/** The sound of alarms on one kind of screen: off until a person turns it on, and remembered on this device. */
export function useAlarmSound(screen: 'wall' | 'desk'): AlarmSound {
  const store = useAlarmStore()
  const wish = useLocalStorage<SoundWish>(
    `toan-canh sound ${screen}`,
    { kind: 'off' },
    { serializer, onError: () => {} },
  )
  const now = ref(Date.now())
  const speaker = useSpeaker()
  const state = computed(() => soundState(wish.value, speaker.canPlay.value, now.value))
  watch(wish, ({ kind }) => void (kind !== 'off' && speaker.open()), { immediate: true })

  let last: number | undefined
  useIntervalFn(() => {
    now.value = Date.now()
    if (awake(wish.value, now.value).kind !== 'on') return
    const mono = performance.now()
    if (!isDue(store.shown, store.book.flood !== undefined, last, mono)) return
    if (speaker.play()) last = mono
  }, TICK_MS)

  const turn = () => {
    now.value = Date.now()
    wish.value = nextWish(wish.value, now.value)
  }
  return { state, turn }
}

/** What another version wrote is no wish of anybody's. */
const serializer = {
  read(text: string): SoundWish {
    const read = safeParse(Wish, parse(text))
    return read.success ? read.output : { kind: 'off' }
  },
  write: (wish: SoundWish) => JSON.stringify(wish),
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
