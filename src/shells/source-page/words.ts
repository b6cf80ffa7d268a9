import { computed } from 'vue'
import { useWords } from '../../ui/i18n'
import { sources as en } from '../../ui/locales/sources/en'
import { sources as vi, type SourceWords } from '../../ui/locales/sources/vi'

const WORDS = { vi, en } as const satisfies Record<string, SourceWords>

/** The words of the source page alone: they come with its chunk, so that no wall loads them. */
export function useSourceWords() {
  const { t, tx, language } = useWords()
  return { t, tx, language, words: computed<SourceWords>(() => WORDS[language.value]) }
}

/** Fills the places in braces: "since {time}". */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
