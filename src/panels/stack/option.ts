import { formatNumber, type Language } from '../../ui/format'
import type { Look } from '../../ui/look'
import type { Theme } from '../../ui/themes'
import type { Severity } from '../../alarms/severity'
import type { ChartOption } from '../Chart.vue'
import { chartBase } from '../chartLook'
import type { FigureData } from '../contract'
import { valueOf, type StackHour } from './rows'

/** Greys and the data colour by lightness, neighbours far apart; colour only for a part that is past its limit. */
export function partColour(theme: Theme, index: number, severity: Severity): string {
  if (severity === 'warn' || severity === 'alarm') return theme[severity]
  return [theme.text, theme.dataSoft, theme.data, theme.line, theme.muted, theme.raised][index] ?? theme.data
}

export function stackOption(
  { figure }: FigureData,
  hours: readonly StackHour[],
  colours: readonly string[],
  language: Language,
  look: Look,
): ChartOption {
  const base = chartBase(look)
  return {
    ...base.root,
    grid: { ...base.grid, top: look.scale.textPx * 0.8 },
    xAxis: {
      type: 'category',
      data: Array.from({ length: 24 }, (_, hour) => `${hour}h`),
      axisLabel: { ...base.text, interval: (hour: number) => hour % 6 === 0 },
      axisTick: { show: false },
      axisLine: base.axisLine,
    },
    yAxis: {
      type: 'value',
      splitNumber: 2,
      min: 0,
      ...(figure.unit === 'count' ? { minInterval: 1 } : {}),
      axisLabel: {
        ...base.text,
        hideOverlap: true,
        formatter: (value: number) => (value === 0 ? '' : formatNumber(value, language)),
      },
      splitLine: base.splitLine,
    },
    series: colours.map((color, part) => ({
      id: `${figure.id}-${part}`,
      type: 'bar' as const,
      stack: figure.id,
      silent: true,
      barCategoryGap: '20%',
      itemStyle: { color, borderColor: look.theme.surface, borderWidth: look.scale.textPx / 20 },
      data: hours.map(({ hour, readings }): [number, number | '-'] => [hour, valueOf(readings[part]) ?? '-']),
    })),
  }
}
