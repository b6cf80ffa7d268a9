import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, shallowRef, type Ref } from 'vue'
import { usePaint } from './usePaint'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A panel whose data come from `accepted`; while `stuck`, its drawing does not follow them. */
function panel() {
  const accepted = shallowRef(1)
  const stuck = shallowRef(false)
  let behind: Readonly<Ref<boolean>> | undefined
  let drawn = 1
  const wrapper = mount(
    defineComponent(() => {
      behind = usePaint(() => accepted.value)
      return () => {
        if (!stuck.value) drawn = accepted.value
        return h('p', drawn)
      }
    }),
  )
  return { accepted, stuck, wrapper, isBehind: () => behind?.value }
}

describe('what was accepted', () => {
  it('and drawn within a frame is never behind', async () => {
    const { accepted, isBehind } = panel()
    for (let data = 2; data < 50; data++) {
      accepted.value = data
      await vi.advanceTimersByTimeAsync(100)
      expect(isBehind()).toBe(false)
    }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(isBehind()).toBe(false)
  })

  it('and not drawn within two seconds is behind until it is', async () => {
    const { accepted, stuck, isBehind } = panel()
    await vi.advanceTimersByTimeAsync(100)
    stuck.value = true
    await nextTick()
    accepted.value = 2
    await vi.advanceTimersByTimeAsync(1_900)
    expect(isBehind()).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(isBehind()).toBe(true)
    stuck.value = false
    await vi.advanceTimersByTimeAsync(100)
    expect(isBehind()).toBe(false)
  })

  it('counts from the first that was not drawn, however fast others follow', async () => {
    const { accepted, stuck, isBehind } = panel()
    await vi.advanceTimersByTimeAsync(100)
    stuck.value = true
    await nextTick()
    for (let second = 0; second < 4; second++) {
      accepted.value += 1
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(isBehind()).toBe(true)
  })

  it('counts as drawn after the flush where there are no frames, as on a hidden page', async () => {
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0)
    const { accepted, isBehind } = panel()
    accepted.value = 2
    await vi.advanceTimersByTimeAsync(5_000)
    expect(isBehind()).toBe(false)
    vi.restoreAllMocks()
  })

  it('leaves no timer and asks for no frame while nothing changes, nor when the panel goes', async () => {
    const { accepted, wrapper } = panel()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(vi.getTimerCount()).toBe(0)
    accepted.value = 2
    await nextTick()
    wrapper.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
