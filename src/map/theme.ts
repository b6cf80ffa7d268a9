import { THEMES, type ThemeName } from '../ui/themes'
import type { MapTheme } from './contract'

const GROUND = {
  dark: {
    backdrop: '#1e2023',
    land: '#2b2e32',
    hill: '#34383b',
    water: '#223441',
    road: '#454a50',
    boundary: '#5f666d',
    label: '#d3d7db',
    halo: '#1e2023',
    off: '#cfa3dd',
    cover: '#37424c',
  },
  light: {
    backdrop: '#d3d6d8',
    land: '#eaebec',
    hill: '#dadedb',
    water: '#bccbd5',
    road: '#ffffff',
    boundary: '#969da3',
    label: '#2a2f34',
    halo: '#f2f3f3',
    off: '#6f3d85',
    cover: '#d3dce3',
  },
  'dark-night': {
    backdrop: '#121315',
    land: '#1b1d20',
    hill: '#222528',
    water: '#15222c',
    road: '#303439',
    boundary: '#454b51',
    label: '#aeb2b6',
    halo: '#121315',
    off: '#b78cc4',
    cover: '#252d34',
  },
  'light-night': {
    backdrop: '#9fa2a4',
    land: '#b3b5b6',
    hill: '#a6a9a7',
    water: '#8f9da8',
    road: '#c6c8c9',
    boundary: '#6d7379',
    label: '#15181b',
    halo: '#babcbd',
    off: '#47215a',
    cover: '#a0a9b0',
  },
} satisfies Record<ThemeName, Partial<MapTheme>>

/**
 * The map's colours in one theme: grey ground, and the interface's own colours for data and alarms.
 * `textPx` is the smallest text that the room can read, in CSS px; icons and lines grow with it.
 */
export function mapTheme(name: ThemeName, textPx: number): MapTheme {
  const { data, dataSoft, accent, warn, alarm, onSignal, muted } = THEMES[name]
  // Working order is drawn like any other data: green would claim more than we know.
  return {
    name,
    ...GROUND[name],
    data,
    dataSoft,
    accent,
    ok: data,
    warn,
    alarm,
    onSignal,
    unknown: muted,
    textPx,
  }
}

/** CSS px of an icon's height: one and a half lines, so that the glyph inside its plate is as tall as a letter. */
export function iconPx(theme: MapTheme): number {
  return Math.round(theme.textPx * 1.5)
}

/** A length in CSS px that was chosen for 16 px text, grown with the text. */
export function scaled(px: number, theme: MapTheme): number {
  return Math.round(((px * theme.textPx) / 16) * 10) / 10
}
