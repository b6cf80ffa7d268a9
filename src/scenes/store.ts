import { defineStore } from 'pinia'
import { ref } from 'vue'
import { jump, rotate, startRotation, step, toggleHold, type Rotation } from './rotation'

/** Which scene is on the wall. The page's only owner of the rotation; the rules are in rotation.ts. */
export const useSceneStore = defineStore('scenes', () => {
  const rotation = ref<Rotation>(startRotation(0))
  const durations = ref<readonly number[]>([])
  const now = () => performance.now()

  function begin(durationsMs: readonly number[]): void {
    durations.value = durationsMs
    rotation.value = startRotation(now())
  }
  function tick(): void {
    const next = rotate(rotation.value, durations.value, now())
    if (next !== rotation.value) rotation.value = next
  }
  const turn = (by: 1 | -1) => {
    rotation.value = step(rotation.value, by, durations.value.length, now())
  }
  return {
    rotation,
    begin,
    tick,
    next: () => turn(1),
    previous: () => turn(-1),
    toggle: () => {
      rotation.value = toggleHold(rotation.value, now())
    },
    show: (index: number) => {
      rotation.value = jump(rotation.value, index, now())
    },
  }
})
