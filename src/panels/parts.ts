import { computed } from 'vue'
import { useWords } from '../ui/i18n'
import type { FactWords } from './facts'

/** The words of the facts in the reader's language, for the city's own zone. */
export function useFactWords(zone: () => string) {
  const { t, language } = useWords()
  return computed<FactWords>(() => ({
    language: language.value,
    zone: zone(),
    target: (value, due) => t('target', { value }) + (due ? ` ${t('due', { date: due })}` : ''),
    usual: (value) => t('usual', { value }),
    compare: {
      previous: t('compare.previous'),
      baseline: t('compare.baseline'),
      nation: t('compare.nation'),
      peer: t('compare.peer'),
      usual: t('compare.usual'),
    },
  }))
}
