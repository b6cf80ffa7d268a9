import type { Look } from '../ui/look'

/** Axis and text settings that every chart shares. No animation: motion means change (faults §3.6). */
export function chartBase({ theme, scale }: Look) {
  const text = {
    color: theme.muted,
    fontSize: scale.textPx,
    // ECharts measures a line by a Chinese letter, which a machine without such a font draws too low.
    lineHeight: scale.textPx * 1.2,
    fontFamily: 'Be Vietnam Pro, Noto Sans, sans-serif',
  }
  return {
    text,
    root: { animation: false, textStyle: { fontFamily: text.fontFamily } },
    // Labels stay inside the box: ECharts 6 moves the grid until they do.
    grid: {
      left: 0,
      right: 0,
      top: scale.textPx * 1.2,
      bottom: 0,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    } as const,
    axisLine: { show: true, lineStyle: { color: theme.line } },
    splitLine: { lineStyle: { color: theme.line, opacity: 0.5 } },
  }
}
