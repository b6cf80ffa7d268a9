import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { City } from '../city/schema'
import type { Id } from '../city/text'
import { figureReadings } from '../sources/figures'
import type { Batch } from '../sources/records'
import { findAbnormal, type Abnormal } from './abnormal'

/** What is past its limits now, on screen or not. Fed by App with every change of the sources. */
export const useAlarmStore = defineStore('alarms', () => {
  const abnormal = shallowRef<readonly Abnormal[]>([])

  function judge(city: City, batches: ReadonlyMap<Id, Batch>, now: number): void {
    const limited = [...city.figures.values()].filter((figure) => figure.limits)
    const figures = limited.map((figure) => {
      const { latest, parts } = figureReadings(figure, city.area, batches)
      return { figure, readings: latest ? [latest, ...parts] : parts }
    })
    const found = findAbnormal(abnormal.value, figures, now)
    const same =
      found.length === abnormal.value.length &&
      found.every((finding, index) => {
        const before = abnormal.value[index]
        return (
          before?.key === finding.key &&
          before.reading.value === finding.reading.value &&
          before.severity === finding.severity
        )
      })
    if (!same) abnormal.value = found
  }
  return { abnormal, judge }
})
