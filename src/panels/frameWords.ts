import { computed } from 'vue'
import type { City } from '../city/schema'
import type { PartName } from '../sources/aged'
import { systemClock } from '../sources/clock'
import { causeText, momentText, type CauseSetting } from '../sources/causeWords'
import type { SourceState } from '../sources/freshness'
import type { JointView } from '../sources/useSeveral'
import { formatNumber } from '../ui/format'
import { useWords } from '../ui/i18n'
import type { FigureData } from './contract'
import type { Gap } from './gaps'

/** What a frame has to say beside its data. */
export interface FrameFacts {
  state: SourceState
  view: JointView
  gaps: readonly Gap[]
  /** Figures whose newest value is not believed. */
  doubted: readonly FigureData[]
  isBehind: boolean
  /** Its own fault, not the sources'. */
  hasCrashed: boolean
}

/** So many names, so many causes: the rest is a number, and in full on the source page. */
const NAMES = 3
const CAUSES = 2

/** Why a panel is as it is: a sentence for where there is nothing else, and short lines for below the data. */
export function useFrameWords(city: City, facts: () => FrameFacts) {
  const { t, tx, language } = useWords()
  const list = (names: readonly string[], of = names.length) => {
    const rest = of - NAMES
    const shown = names.slice(0, NAMES).join(', ')
    return rest > 0 ? `${shown} +${formatNumber(rest, language.value, 0)}` : shown
  }
  const nameOf = (by: string, name: string) => {
    const area = by === 'area' ? city.areas[name] : undefined
    return area ? tx(area.name) : name
  }
  /** A part by its area, where that is not the whole city, and by what breaks it down. */
  const nameOfPart = ({ area, dims }: PartName) => {
    const values = Object.values(dims)
    const place = area === city.area && values.length > 0 ? [] : [nameOf('area', area)]
    return [...place, ...values].join(' ')
  }

  const why = computed(() => {
    const { state, view, hasCrashed } = facts()
    if (hasCrashed) return t('broken.crash')
    const sentence = t(`stateWhy.${state}`)
    if (view.since === undefined) return sentence
    return t('source.since', {
      why: sentence,
      time: momentText(view.since, systemClock().wall, city.zone),
    })
  })

  const causes = computed(() => {
    const { view, gaps, doubted, isBehind, hasCrashed } = facts()
    if (hasCrashed) return t('cause.crashed')
    const setting: CauseSetting = {
      t,
      language: language.value,
      zone: city.zone,
      now: systemClock().wall,
      list: (parts, of) => list(parts.map(nameOfPart), of),
    }
    const several = new Set(view.causes.map(({ source }) => source)).size > 1
    const ofSources = view.causes.map(({ source, cause }) => {
      const text = causeText(cause, setting)
      const name = city.sources.get(source)?.name
      return several && name ? t('cause.of', { source: tx(name), why: text }) : text
    })
    const ofGaps = gaps.map(({ have, all, missing, by }) =>
      t('cause.missing', { have, all, names: list(missing.map((name) => nameOf(by, name))) }),
    )
    const ofDoubts =
      doubted.length > 0
        ? [t('cause.doubt', { names: list(doubted.map(({ figure }) => tx(figure.short ?? figure.name))) })]
        : []
    const ofPaint = isBehind ? [t('cause.unpainted')] : []
    const lines = [...ofPaint, ...ofSources, ...ofGaps, ...ofDoubts]
    const rest = lines.length - CAUSES
    return lines.slice(0, CAUSES).join(' · ') + (rest > 0 ? ` +${rest}` : '')
  })
  return { why, causes }
}
