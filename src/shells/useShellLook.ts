import { computed, onScopeDispose, provide, watchEffect, type Ref } from 'vue'
import { lookKey, type Look } from '../ui/look'
import type { TypeScale } from '../ui/scale'
import { themeVariables, type Theme } from '../ui/themes'

/** Gives the shell's theme and type sizes to everything below it, as CSS variables and as an injected Look. */
export function useShellLook(theme: Ref<Theme>, scale: Ref<TypeScale>): Ref<Look> {
  const look = computed<Look>(() => ({ theme: theme.value, scale: scale.value }))
  provide(lookKey, look)
  const root = document.documentElement.style
  const variables = computed(() => ({
    ...themeVariables(theme.value),
    '--text-size': `${scale.value.textPx}px`,
    '--value-size': `${scale.value.valuePx}px`,
    '--headline-size': `${scale.value.headlinePx}px`,
  }))
  watchEffect(() => {
    for (const [name, value] of Object.entries(variables.value)) root.setProperty(name, value)
  })
  onScopeDispose(() => {
    for (const name of Object.keys(variables.value)) root.removeProperty(name)
  })
  return look
}
