import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { computed, defineComponent } from 'vue'
import { figureAlarmsKey } from '../alarms/severity'
import { useStanding } from './standing'

function standingOf(figures: string[], alarms: [string, 'unacked' | 'acked' | 'returned'][]) {
  let standing: string | undefined
  const Frame = defineComponent(() => {
    standing = useStanding(figures).value
    return () => null
  })
  mount(Frame, { global: { provide: { [figureAlarmsKey]: computed(() => new Map(alarms)) } } }).unmount()
  return standing
}

it.each([
  [['speed'], undefined],
  [['waiting'], 'acked'],
  [['waiting', 'late'], 'acked'],
  [['late'], 'returned'],
  [['late', 'online', 'waiting'], 'unacked'],
])('a panel with %s shows the most urgent of its alarms: %s', (figures, standing) => {
  expect(
    standingOf(figures, [
      ['waiting', 'acked'],
      ['online', 'unacked'],
      ['late', 'returned'],
    ]),
  ).toBe(standing)
})
