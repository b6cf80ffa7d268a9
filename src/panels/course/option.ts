import { formatNumber, type Language } from '../../ui/format'
import type { Look } from '../../ui/look'
import type { ChartOption } from '../Chart.vue'
import { chartBase } from '../chartLook'
import type { FigureData } from '../contract'
import type { CoursePoint } from '../today'

export function courseOption(
  data: FigureData,
  points: readonly CoursePoint[],
  language: Language,
  look: Look,
): ChartOption {
  const base = chartBase(look)
  const line = (id: string, pick: (point: CoursePoint) => number | null) => ({
    id: `${data.figure.id}-${id}`,
    type: 'line' as const,
    showSymbol: false,
    silent: true,
    data: points.map((point) => [point.hour, pick(point)]),
  })
  return {
    ...base.root,
    grid: { ...base.grid, top: look.scale.textPx * 0.8, right: look.scale.textPx },
    xAxis: {
      type: 'value',
      min: 0,
      max: 24,
      interval: 6,
      axisLabel: { ...base.text, formatter: '{value}h' },
      axisLine: base.axisLine,
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      splitNumber: 2,
      min: 0,
      ...(data.figure.unit === 'count' ? { minInterval: 1 } : {}),
      axisLabel: {
        ...base.text,
        hideOverlap: true, // Zero stands where the hours begin: one of the two labels is enough.
        formatter: (value: number) => (value === 0 ? '' : formatNumber(value, language)),
      },
      splitLine: base.splitLine,
    },
    series: [
      {
        ...line('usual', ({ usual }) => usual),
        lineStyle: { color: look.theme.muted, type: 'dashed', width: look.scale.textPx / 14 },
      },
      {
        ...line('value', ({ value }) => value),
        lineStyle: { color: look.theme.data, width: look.scale.textPx / 7 },
        areaStyle: { color: look.theme.data, opacity: 0.15 },
      },
    ],
  }
}
