import type { Figure } from '../../city/figure'
import { formatAmount, type Language } from '../../ui/format'
import type { Look } from '../../ui/look'
import type { ChartOption } from '../Chart.vue'
import { chartBase } from '../chartLook'
import type { Pair, Relation } from './relate'

/** Every pair as a point, and the least-squares line as far as the points go. */
export function scatterOption(
  figures: { x: Figure; y: Figure },
  pairs: readonly Pair[],
  relation: Extract<Relation, { kind: 'found' }>,
  language: Language,
  look: Look,
): ChartOption {
  const base = chartBase(look)
  const xs = pairs.map(({ x }) => x)
  const ends = [Math.min(...xs), Math.max(...xs)]
  /** A count below zero does not exist, so its axis begins there. */
  const fromZero = (figure: Figure) => figure.plausible?.[0] === 0
  const axis = (figure: Figure, zero: boolean) => ({
    type: 'value' as const,
    scale: true,
    ...(fromZero(figure) ? { min: 0 } : {}),
    splitNumber: 3,
    axisLabel: {
      ...base.text,
      hideOverlap: true,
      formatter: (value: number) => {
        if (value === 0 && !zero) return ''
        const amount = formatAmount({ value, unit: figure.unit, digits: figure.digits }, language)
        return figure.unit === '%' ? `${amount.value}%` : amount.value
      },
    },
    axisLine: base.axisLine,
    splitLine: base.splitLine,
  })
  return {
    ...base.root,
    grid: { ...base.grid, top: look.scale.textPx * 0.6, right: look.scale.textPx },
    xAxis: axis(figures.x, true),
    // Where both begin at zero, one of the two labels is enough.
    yAxis: axis(figures.y, !(fromZero(figures.x) && fromZero(figures.y))),
    series: [
      {
        id: 'pairs',
        type: 'scatter',
        silent: true,
        symbolSize: look.scale.textPx * 0.3,
        itemStyle: { color: look.theme.data, opacity: 0.5 },
        data: distinct(pairs),
      },
      {
        id: 'line',
        type: 'line',
        silent: true,
        showSymbol: false,
        lineStyle: { color: look.theme.text, width: look.scale.textPx / 9 },
        data: ends.map((x) => [x, relation.slope * x + relation.intercept]),
      },
    ],
  }
}

/** Points that lie on each other are drawn once: hundreds of dry hours are a few points. */
function distinct(pairs: readonly Pair[]): [number, number][] {
  return [...new Map(pairs.map(({ x, y }) => [`${x} ${y}`, [x, y] satisfies [number, number]])).values()]
}
