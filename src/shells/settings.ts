import { usePreferredDark } from '@vueuse/core'
import { computed, watchEffect, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { LANGUAGES, useWords } from '../ui/i18n'
import type { Language } from '../ui/format'
import { THEMES, type DayTheme, type Theme } from '../ui/themes'

/** What the address says of looks: ?theme=dark|light and ?lang=vi|en. Every view stays a link. */
export function useSettings(fallbackTheme: DayTheme | 'system') {
  const route = useRoute()
  const router = useRouter()
  const { locale } = useWords()
  const dark = usePreferredDark()

  const theme: ComputedRef<Theme> = computed(() => {
    const wanted = route.query.theme
    if (wanted === 'dark' || wanted === 'light') return THEMES[wanted]
    return fallbackTheme === 'system' ? THEMES[dark.value ? 'dark' : 'light'] : THEMES[fallbackTheme]
  })
  const language = computed<Language>(() => LANGUAGES.find((known) => known === route.query.lang) ?? 'vi')
  watchEffect(() => {
    locale.value = language.value
    document.documentElement.lang = language.value
  })

  const change = (query: Record<string, string>) => router.replace({ query: { ...route.query, ...query } })
  return {
    theme,
    language,
    toggleTheme: () => change({ theme: theme.value.name === 'dark' ? 'light' : 'dark' }),
    toggleLanguage: () => change({ lang: language.value === 'vi' ? 'en' : 'vi' }),
  }
}

export type Settings = ReturnType<typeof useSettings>
