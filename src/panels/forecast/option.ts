import type { Figure } from '../../city/figure'
import { calendar, formatAmount, formatDate, type Language } from '../../ui/format'
import type { Look } from '../../ui/look'
import type { ChartOption } from '../Chart.vue'
import { chartBase } from '../chartLook'
import { stepsPerDay, timeOf, type Timeline } from '../timeline'
import type { ForecastStep } from './forecast'

/** Days of past beside a forecast of so many days: enough to see what it follows from. */
const PAST = { hour: 2, day: 14 } as const

/** The observed past as a line, the forecast dashed over its interval: never to be taken for data. */
export function forecastOption(
  figure: Figure,
  line: Timeline,
  steps: readonly ForecastStep[],
  zone: string,
  language: Language,
  look: Look,
): ChartOption {
  const base = chartBase(look)
  const seen = Math.min(line.values.length, Math.max(PAST[line.step] * stepsPerDay(line), steps.length))
  const first = line.values.length - seen
  const past = line.values.slice(first)
  const byTime = new Map(steps.map((step) => [step.at, step]))
  const end = Math.max(...steps.map(({ at }) => at), timeOf(line, line.values.length))
  const ahead = Math.round((end - timeOf(line, line.values.length)) / line.stepMs) + 1
  const times = Array.from({ length: seen + ahead }, (_, index) => timeOf(line, first + index))
  const ofSteps = (pick: (step: ForecastStep) => number) =>
    times.map((at) => {
      const step = byTime.get(at)
      return step ? pick(step) : null
    })
  // The dashed line begins where the observed one ends.
  const dashes = ofSteps(({ value }) => value)
  dashes[seen - 1] = past.at(-1) ?? null

  const plain = { type: 'line' as const, showSymbol: false, silent: true }
  return {
    ...base.root,
    grid: { ...base.grid, top: look.scale.textPx * 0.4, right: look.scale.textPx },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: times.map((at) => formatDate(at, zone).slice(0, 5)),
      axisLabel: {
        ...base.text,
        interval: (index) => isMark(line, times[index], index, zone),
        hideOverlap: true,
      },
      axisTick: { interval: (index) => isMark(line, times[index], index, zone) },
      axisLine: base.axisLine,
    },
    yAxis: {
      type: 'value',
      splitNumber: 2,
      scale: figure.unit === '%',
      axisLabel: {
        ...base.text,
        hideOverlap: true,
        formatter: (value: number) => {
          const amount = formatAmount({ value, unit: figure.unit, digits: figure.digits }, language)
          return figure.unit === '%' ? `${amount.value}%` : amount.value
        },
      },
      splitLine: base.splitLine,
    },
    series: [
      { ...plain, id: 'low', stack: 'interval', lineStyle: { opacity: 0 }, data: ofSteps(({ low }) => low) },
      {
        ...plain,
        id: 'interval',
        stack: 'interval',
        lineStyle: { opacity: 0 },
        areaStyle: { color: look.theme.dataSoft, opacity: 0.8 },
        data: ofSteps(({ low, high }) => high - low),
      },
      {
        ...plain,
        id: 'observed',
        lineStyle: { color: look.theme.data, width: look.scale.textPx / 8 },
        data: times.map((_, index) => past[index] ?? null),
      },
      {
        ...plain,
        id: 'forecast',
        lineStyle: { color: look.theme.text, type: 'dashed', width: look.scale.textPx / 14 },
        data: dashes,
      },
    ],
  }
}

/** Hours from the start of the axis to its first date. */
const LEAST_MARK = 5

/** Each midnight, or each seventh day; not beside the lowest number of the other axis, where two texts have no room. */
function isMark({ step }: Timeline, at: number | undefined, index: number, zone: string): boolean {
  if (at === undefined) return false
  return step === 'day' ? index % 7 === 0 : index >= LEAST_MARK && calendar(at, zone).hour === 0
}
