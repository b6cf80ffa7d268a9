import { useElementSize, type MaybeElement } from '@vueuse/core'
import { computed, type ComputedRef, type Ref } from 'vue'
import { useLook } from '../ui/look'

/** Whether a panel has less than so many lines' height, and has to leave out what can be left out. */
export function useShort(box: Ref<MaybeElement>, em: number): ComputedRef<boolean> {
  const { height } = useElementSize(box)
  const look = useLook()
  return computed(() => height.value > 0 && height.value < em * look.value.scale.textPx)
}
