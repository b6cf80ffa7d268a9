import type { FigureData } from '../contract'
import type { ChartOption } from '../Chart.vue'
import { amountText } from '../facts'
import { chartBase } from '../chartLook'
import { formatPeriod, type Language } from '../../ui/format'
import type { Look } from '../../ui/look'

/** Bars of the dated readings in order of time; the newest one stands out, the others are context. */
export function seriesOption(data: FigureData, zone: string, language: Language, look: Look): ChartOption {
  const base = chartBase(look)
  const readings = data.history.filter((reading) => reading.value !== null)
  const { target } = data.figure
  return {
    ...base.root,
    grid: { ...base.grid, top: look.scale.textPx * 1.5 },
    xAxis: {
      type: 'category',
      data: readings.map(({ asOf }) => formatPeriod(asOf, language, zone, true)),
      axisLabel: { ...base.text, interval: 0 },
      axisLine: base.axisLine,
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      show: false,
      min: 0,
      ...(data.figure.unit === '%' ? { max: 100 } : {}),
    },
    series: [
      {
        id: data.figure.id,
        type: 'bar',
        barMaxWidth: look.scale.textPx * 3,
        data: readings.map((reading, index) => ({
          value: reading.value ?? 0,
          itemStyle: { color: index === readings.length - 1 ? look.theme.data : look.theme.dataSoft },
          label: {
            show: true,
            position: 'top' as const,
            formatter: amountText(data.figure, reading, language).replaceAll('{', ''),
            ...base.text,
            color: look.theme.text,
            fontWeight: 600,
          },
        })),
        ...(target
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: look.theme.text, type: 'dashed' as const, width: 2 },
                data: [{ yAxis: target.value }],
              },
            }
          : {}),
      },
    ],
  }
}
