import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { City } from '../city/schema'
import {
  attend,
  indexOf,
  isHeld,
  jump,
  rotate,
  startRotation,
  step,
  toggleHold,
  type Rotation,
} from './rotation'
import { isDue } from './timetable'

type Programme = Pick<City, 'scenes' | 'zone'>

/** Which scene is on the wall. The page's only owner of the rotation; the rules are in rotation.ts. */
export const useSceneStore = defineStore('scenes', () => {
  const rotation = ref<Rotation>(startRotation(0))
  const programme = ref<Programme>({ scenes: [], zone: 'UTC' })
  const now = () => performance.now()
  const slots = () =>
    programme.value.scenes.map((scene) => ({
      durationMs: scene.duration,
      due: isDue(scene, Date.now(), programme.value.zone),
    }))

  function begin(shown: Programme): void {
    programme.value = shown
    rotation.value = startRotation(
      now(),
      Math.max(
        0,
        slots().findIndex(({ due }) => due),
      ),
    )
  }
  /** `urgent` is the key of the alarm that the wall belongs to until somebody has seen it. */
  function tick(urgent: string | undefined): void {
    const next = attend(rotate(rotation.value, slots(), now()), urgent, now())
    if (next !== rotation.value) rotation.value = next
  }
  const turn = (by: 1 | -1) => {
    rotation.value = step(rotation.value, by, programme.value.scenes.length, now())
  }
  return {
    rotation,
    index: computed(() => indexOf(rotation.value)),
    held: computed(() => isHeld(rotation.value)),
    /** The alarm that has the wall. */
    alarm: computed(() => (rotation.value.kind === 'preempted' ? rotation.value.alarm : undefined)),
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
