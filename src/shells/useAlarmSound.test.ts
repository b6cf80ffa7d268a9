import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { anAlarm, bookOf } from '../../tests/alarmScreen'
import { NOON } from '../alarms/fixtures'
import { useAlarmStore } from '../alarms/store'
import { useAlarmSound, type AlarmSound } from './useAlarmSound'

/** A loudspeaker that counts its tones. Browsers keep it suspended until somebody touches the page. */
class Speaker extends EventTarget {
  static started = 0
  static state: AudioContextState = 'running'
  state = Speaker.state
  currentTime = 0
  destination = {}
  resume() {
    this.state = 'running'
    this.dispatchEvent(new Event('statechange'))
    return Promise.resolve()
  }
  close = () => Promise.resolve()
}
class Oscillator {
  connect = (to: unknown) => to
  start = () => void (Speaker.started += 1)
  stop = () => {}
}
class Gain {
  gain = { setValueAtTime() {}, linearRampToValueAtTime() {} }
  connect = (to: unknown) => to
}

const screens: { unmount(): void }[] = []
function open(alarms = [anAlarm('a', { priority: 'critical' })], more: Parameters<typeof bookOf>[1] = {}) {
  const pinia = createPinia()
  setActivePinia(pinia)
  useAlarmStore().restore(bookOf(alarms, more))
  let sound: AlarmSound | undefined
  const Screen = defineComponent(() => {
    sound = useAlarmSound('wall')
    return () => null
  })
  screens.push(mount(Screen, { global: { plugins: [pinia] } }))
  if (!sound) throw new Error('not set up')
  return sound
}
/** Times that it sounded; each is two tones. */
const heard = () => Speaker.started / 2
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - NOON)
  vi.stubGlobal('AudioContext', Speaker)
  vi.stubGlobal('OscillatorNode', Oscillator)
  vi.stubGlobal('GainNode', Gain)
  Speaker.started = 0
  Speaker.state = 'running'
  localStorage.clear()
})
afterEach(() => {
  for (const screen of screens.splice(0)) screen.unmount()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the sound on a wall', () => {
  it('is off until somebody turns it on', async () => {
    const sound = open()
    await pass(60)
    expect([sound.state.value.kind, heard()]).toEqual(['off', 0])
    sound.turn()
    await pass(1)
    expect([sound.state.value.kind, heard()]).toEqual(['on', 1])
  })

  it('repeats every ten seconds while nobody acknowledges, in a flood every thirty', async () => {
    open().turn()
    await pass(61)
    expect(heard()).toBe(7)
    Speaker.started = 0
    localStorage.clear()
    open(undefined, { flood: { since: 0, count: 37, first: anAlarm('a').subject } }).turn()
    screens[0]?.unmount()
    await pass(61)
    expect(heard()).toBe(3)
  })

  it('is silent for ten minutes on demand, and comes back', async () => {
    const sound = open()
    sound.turn()
    sound.turn()
    await pass(60)
    expect(sound.state.value).toEqual({ kind: 'muted', leftMs: 540_000 })
    expect(heard()).toBe(0)
    await pass(541)
    expect(sound.state.value.kind).toBe('on')
    expect(heard()).toBeGreaterThan(0)
  })

  it('is remembered on this device, and forgotten when what was kept makes no sense', async () => {
    open().turn()
    await pass(0)
    expect(open().state.value.kind).toBe('on')
    localStorage.setItem('toan-canh sound wall', '{"kind":"loud"}')
    expect(open().state.value.kind).toBe('off')
  })

  it('says that there is none while the browser holds it back, until somebody touches the page', async () => {
    Speaker.state = 'suspended'
    const sound = open()
    sound.turn()
    await pass(5)
    expect([sound.state.value.kind, heard()]).toEqual(['blocked', 0])
    window.dispatchEvent(new Event('pointerdown'))
    await pass(1)
    expect([sound.state.value.kind, heard()]).toEqual(['on', 1])
  })
})
