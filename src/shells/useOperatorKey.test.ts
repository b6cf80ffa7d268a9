import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { anAlarm, AS } from '../../tests/alarmScreen'
import type { AlarmAct } from '../alarms/acts'
import { NOON } from '../alarms/fixtures'
import { alarmActKey } from '../alarms/useAlarms'
import { useOperatorKey } from './useOperatorKey'

async function pressOn(
  address: string,
  shown = [anAlarm('a'), anAlarm('b', AS.acked), anAlarm('c', AS.returned)],
) {
  const acts: AlarmAct[] = []
  const act = (done: AlarmAct) => void acts.push(done)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p/>' } }],
  })
  await router.push(address)
  let press: (() => void) | undefined
  const Wall = defineComponent(() => {
    press = useOperatorKey(() => shown)
    return () => null
  })
  const wall = mount(Wall, { global: { plugins: [router], provide: { [alarmActKey]: act } } })
  press?.()
  wall.unmount()
  return acts
}

beforeEach(() => void vi.useFakeTimers({ now: NOON }))
afterEach(() => void vi.useRealTimers())

describe('the key of an operator at a wall', () => {
  it('acknowledges what the strip shows and waits for it, in the name that the address gives', async () => {
    expect(await pressOn('/wall?operator=Ca%20tr%E1%BB%B1c%201')).toEqual([
      { act: 'acknowledge', keys: ['a', 'c'], by: 'Ca trực 1', at: NOON },
    ])
  })

  it('does nothing on a wall whose address names nobody', async () => {
    expect(await pressOn('/wall')).toEqual([])
    expect(await pressOn('/wall?operator=%20')).toEqual([])
  })

  it('does nothing when nothing waits', async () => {
    expect(await pressOn('/wall?operator=Hoa', [anAlarm('b', AS.acked)])).toEqual([])
  })
})
