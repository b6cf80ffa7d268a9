import { useIntervalFn, useNow } from '@vueuse/core'
import type { Alarm, Subject } from '../alarms/alarm'
import type { City } from '../city/schema'
import { useWords } from '../ui/i18n'
import { factsOf, headingOf, titleOf, type Speech } from './alarmWords'

const MINUTE_MS = 60_000

/** The words of alarms in the language of the screen, as they read now: yesterday's times tell their day. */
export function useAlarmWords(city: City) {
  const { t, tx, language } = useWords()
  const now = useNow({ scheduler: (tick) => useIntervalFn(tick, MINUTE_MS) })
  const speech = (): Speech => ({ city, language: language.value, now: now.value.getTime(), t })
  return {
    t,
    tx,
    language,
    speech,
    heading: (subject: Subject) => headingOf(subject, speech()),
    title: (subject: Subject) => titleOf(subject, speech()),
    facts: (alarm: Alarm) => factsOf(alarm, speech()),
  }
}
