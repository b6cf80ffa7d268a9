/**
 * Two neutral themes (ISA-101): grey carries the normal, saturated colour only the abnormal. Each has a set of its own
 * for the night, which sends out less light: a filter over the wall would cost the graphics (faults §3.5).
 * Contrast on `surface`: text and the alarm colours at least 7:1 (WCAG 1.4.6), muted at least 4.5:1.
 */
export interface Theme {
  name: ThemeName
  /** What the browser paints by itself (scrollbars, form controls). */
  scheme: 'dark' | 'light'
  ground: string
  surface: string
  raised: string
  line: string
  text: string
  muted: string
  /** Data in its normal state. */
  data: string
  dataSoft: string
  accent: string
  warn: string
  alarm: string
  /** Ink on a filled warn or alarm mark. */
  onSignal: string
  old: string
}

export type DayTheme = 'dark' | 'light'
export type ThemeName = DayTheme | `${DayTheme}-night`

export const THEMES: Record<ThemeName, Theme> = {
  dark: {
    name: 'dark',
    scheme: 'dark',
    ground: '#1e2023',
    surface: '#27292d',
    raised: '#313439',
    line: '#43474d',
    text: '#eceef0',
    muted: '#b4b9c0',
    data: '#a9bccd',
    dataSoft: '#56636f',
    accent: '#8fc3ea',
    warn: '#f2c14e',
    alarm: '#ff9d8f',
    onSignal: '#1b1c1e',
    old: '#a0a5ab',
  },
  light: {
    name: 'light',
    scheme: 'light',
    ground: '#d9dbdd',
    surface: '#eceded',
    raised: '#f7f7f7',
    line: '#b3b7bb',
    text: '#1d2023',
    muted: '#4d5359',
    data: '#3f5a72',
    dataSoft: '#a9b8c5',
    accent: '#0f5080',
    warn: '#6b4600',
    alarm: '#9b1408',
    onSignal: '#ffffff',
    old: '#585e64',
  },
  'dark-night': {
    name: 'dark-night',
    scheme: 'dark',
    ground: '#121315',
    surface: '#18191b',
    raised: '#212326',
    line: '#35383d',
    text: '#b9bcbf',
    muted: '#9b9fa4',
    data: '#8496a6',
    dataSoft: '#3f4953',
    accent: '#6f9dc0',
    warn: '#cba03c',
    alarm: '#ee8a7b',
    onSignal: '#101112',
    old: '#909499',
  },
  'light-night': {
    name: 'light-night',
    scheme: 'light',
    ground: '#a3a6a8',
    surface: '#b6b8b9',
    raised: '#c1c3c4',
    line: '#878b8f',
    text: '#121416',
    muted: '#33373b',
    data: '#2b4156',
    dataSoft: '#7f8e9b',
    accent: '#07365a',
    warn: '#3c2700',
    alarm: '#560b04',
    onSignal: '#f0f0f0',
    old: '#373b3f',
  },
}

const AT_NIGHT: Record<ThemeName, ThemeName> = {
  dark: 'dark-night',
  light: 'light-night',
  'dark-night': 'dark-night',
  'light-night': 'light-night',
}

/** The same theme for the night. */
export const atNight = ({ name }: Theme): Theme => THEMES[AT_NIGHT[name]]

/** The theme as CSS custom properties: `ground` becomes `--ground`, `dataSoft` becomes `--data-soft`. */
export function themeVariables(theme: Theme): Record<string, string> {
  const { name: _name, ...values } = theme
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  )
}
