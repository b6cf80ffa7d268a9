import { inject, type InjectionKey, type Ref } from 'vue'
import type { TypeScale } from './scale'
import type { Theme } from './themes'

/** How the screen looks now: what a library that does not read CSS (charts, map) must be told. */
export interface Look {
  theme: Theme
  scale: TypeScale
}

export const lookKey: InjectionKey<Readonly<Ref<Look>>> = Symbol('look')

export function useLook(): Readonly<Ref<Look>> {
  const look = inject(lookKey)
  if (!look) throw new Error('useLook: no shell has provided a look')
  return look
}
