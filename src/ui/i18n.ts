import { createI18n, useI18n } from 'vue-i18n'
import { computed } from 'vue'
import type { Language } from './format'
import { en } from './locales/en'
import { vi } from './locales/vi'
import type { Messages } from './locales/vi'

/** One row for each language; a new one is a file and a row here. */
const MESSAGES: Record<Language, Messages> = { vi, en }
export const LANGUAGES = ['vi', 'en'] as const satisfies readonly Language[]

export function createLanguages(language: Language) {
  return createI18n({ legacy: false, locale: language, fallbackLocale: 'vi', messages: MESSAGES })
}

/** `t` for the interface's own words, `tx` for the words of the city file, and the language itself. */
export function useWords() {
  const { t, locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'en' ? 'en' : 'vi'))
  const tx = (text: Record<Language, string>) => text[language.value]
  return { t, tx, language, locale }
}
