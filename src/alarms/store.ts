import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { City } from '../city/schema'
import { systemClock } from '../sources/clock'
import { apply, hear, takenOn, type AlarmAct } from './acts'
import { advance } from './advance'
import { EMPTY_BOOK, standingOf, type Book, type Judgement } from './alarm'
import { judge, type Evidence } from './judge'
import { inOrder, mostUrgent, standingOfFigures } from './order'

/** All alarms of the city, on screen or not. App feeds it, people act on it, `useAlarms.ts` keeps and spreads it. */
export const useAlarmStore = defineStore('alarms', () => {
  const book = shallowRef<Book>(EMPTY_BOOK)
  let judgement: Judgement = { findings: [], unknown: new Set() }

  /** Delays, shelves and floods go by time alone. */
  function tick(): void {
    const next = advance(book.value, judgement, systemClock())
    const before = book.value
    const same =
      next.alarms === before.alarms &&
      next.log === before.log &&
      next.raises === before.raises &&
      next.flood === before.flood &&
      next.ahead.length === before.ahead.length
    if (!same) book.value = next
  }
  function weigh(city: City, evidence: Evidence): void {
    judgement = judge(city, evidence, book.value.alarms, Date.now())
    tick()
  }
  return {
    book,
    /** What a wall shows, most urgent first. */
    shown: computed(() => inOrder(book.value.alarms)),
    shelved: computed(() => book.value.alarms.filter((alarm) => standingOf(alarm) === 'shelved')),
    urgent: computed(() => mostUrgent(book.value.alarms)),
    ofFigures: computed(() => standingOfFigures(book.value.alarms)),
    weigh,
    tick,
    /** Somebody's act at this window; what it came to, for the other windows, or undefined when to nothing. */
    apply: (act: AlarmAct): AlarmAct | undefined => {
      const before = book.value
      book.value = apply(before, act, Date.now())
      return takenOn(before, book.value, act)
    },
    /** An act that another window of this browser took on. */
    hear: (act: AlarmAct) => {
      book.value = hear(book.value, act, Date.now())
    },
    restore: (kept: Book) => {
      book.value = kept
    },
  }
})
