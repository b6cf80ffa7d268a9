import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'

/** The day whose borders the screen shows, `2023-12-31` (domain.md §2.4: districts ended on 1 July 2025). */
export const bordersKey: InjectionKey<ComputedRef<string>> = Symbol('borders')

/** The borders of the shell; where none says, the newest there are. */
export function useBorders(): ComputedRef<string> {
  return inject(bordersKey, () => computed(() => NEWEST), true)
}

const NEWEST = '9999-12-31'
