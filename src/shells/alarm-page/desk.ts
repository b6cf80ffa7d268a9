import { useIntervalFn, useLocalStorage, useNow } from '@vueuse/core'
import { parseJson, safeParse, pipe, string, object, number, type InferOutput } from 'valibot'
import { computed, inject, provide, shallowRef, type InjectionKey, type Ref } from 'vue'
import type { Alarm } from '../../alarms/alarm'
import { alarmActKey } from '../../alarms/useAlarms'
import { endOfShift } from './shelf'

/** What a person at a desk may do to alarms; each asks first who they are, once in a shift. */
export interface Desk {
  /** Who is on duty; empty when nobody has said so in this shift. */
  operator: Readonly<Ref<string>>
  /** Whether somebody has to say who they are now. */
  asking: Readonly<Ref<boolean>>
  ask: () => void
  /** The answer; without one nothing is done. */
  answer: (name: string | undefined) => void
  acknowledge: (alarms: readonly Pick<Alarm, 'key'>[]) => void
  shelve: (key: string, until: number, reason: string) => void
  unshelve: (key: string) => void
}

const deskKey: InjectionKey<Desk> = Symbol('alarm desk')

/** Whoever takes over must not act under the name of the shift before (faults §3.4: who, when, why). */
const Duty = pipe(string(), parseJson(), object({ name: string(), until: number() }))
type Duty = InferOutput<typeof Duty>
const NOBODY: Duty = { name: '', until: 0 }
const serializer = {
  write: (duty: Duty) => JSON.stringify(duty),
  read(text: string): Duty {
    const kept = safeParse(Duty, text)
    return kept.success ? kept.output : NOBODY
  },
}

export function provideDesk(zone: string): Desk {
  const act = inject(alarmActKey)
  if (!act) throw new Error('provideDesk needs useAlarms above it')
  const duty = useLocalStorage('toan-canh operator', NOBODY, { serializer, onError: () => {} })
  const now = useNow({ scheduler: (tick) => useIntervalFn(tick, 60_000) })
  const operator = computed(() => (now.value.getTime() < duty.value.until ? duty.value.name : ''))
  const asking = shallowRef(false)
  let waiting: ((by: string) => void) | undefined

  function asOperator(done: (by: string) => void): void {
    if (operator.value !== '') return done(operator.value)
    waiting = done
    asking.value = true
  }
  const desk: Desk = {
    operator,
    asking,
    ask: () => (asking.value = true),
    answer(name) {
      const done = waiting
      waiting = undefined
      asking.value = false
      if (name === undefined || name.trim() === '') return
      duty.value = { name: name.trim(), until: endOfShift(Date.now(), zone) }
      done?.(duty.value.name)
    },
    acknowledge(alarms) {
      const keys = alarms.map(({ key }) => key)
      // The moment of the press counts: nobody has seen what came while they typed their name (faults §3.4 c).
      const at = Date.now()
      if (keys.length > 0) asOperator((by) => act({ act: 'acknowledge', keys, by, at }))
    },
    shelve: (key, until, reason) =>
      asOperator((by) => act({ act: 'shelve', key, by, at: Date.now(), until, reason })),
    unshelve: (key) => asOperator((by) => act({ act: 'unshelve', key, by, at: Date.now() })),
  }
  provide(deskKey, desk)
  return desk
}

export function useDesk(): Desk {
  const desk = inject(deskKey)
  if (!desk) throw new Error('useDesk needs provideDesk above it')
  return desk
}
