import { STATUSES, type Status } from '../sources/records'
import type { MapTheme } from './contract'

/** A glyph in a box from -8 to 8: a filled path, and a stroked one where lines say it better. */
interface Glyph {
  fill: string
  line?: string
}

/** Our own drawings; filled with the even-odd rule so that windows can be cut out. */
export const GLYPHS = {
  dot: { fill: 'M0 -4.5A4.5 4.5 0 0 1 0 4.5A4.5 4.5 0 0 1 0 -4.5Z' },
  temple: {
    fill: 'M-8.5 0C-5 -1 -2 -3.5 0 -7.5C2 -3.5 5 -1 8.5 0L7 2H-7ZM-5.5 3H-3V7H-5.5ZM-1.25 3H1.25V7H-1.25ZM3 3H5.5V7H3Z',
  },
  mountain: { fill: 'M-8 6L-2.5 -6L0.6 0.6L3.2 -3.2L8 6Z' },
  market: {
    fill: 'M-6.5 -7H6.5L8 -1H-8ZM-6.5 0.4H-4.5V7H-6.5ZM4.5 0.4H6.5V7H4.5ZM-4.5 3H4.5V5H-4.5Z',
  },
  camera: { fill: 'M-8 -4.8H3V4.8H-8ZM4 -1.5L8.2 -4.6V4.6L4 1.5Z' },
  mast: {
    fill: 'M-1.4 -1.2H1.4L4.4 8H2.3L1.5 5.4H-1.5L-2.3 8H-4.4ZM0 -6.6A2 2 0 0 1 0 -2.6A2 2 0 0 1 0 -6.6Z',
    line: 'M-4 -1.2A5.3 5.3 0 0 1 -4 -8M4 -1.2A5.3 5.3 0 0 0 4 -8',
  },
  report: { fill: 'M-7.5 -6.5H7.5V3.5H0.5L-4 7.5V3.5H-7.5ZM-1 -5V-0.5H1V-5ZM-1 0.6V2.2H1V0.6Z' },
  office: {
    fill: 'M-6.5 -7H6.5V7H1.5V3.4H-1.5V7H-6.5ZM-4 -4.8V-2.2H-1.3V-4.8ZM1.3 -4.8V-2.2H4V-4.8ZM-4 -0.6V2H-1.3V-0.6ZM1.3 -0.6V2H4V-0.6Z',
  },
  hospital: { fill: 'M-2.4 -7H2.4V-2.4H7V2.4H2.4V7H-2.4V2.4H-7V-2.4H-2.4Z' },
  school: { fill: 'M0 -6.5L8.5 -2.2L0 2.1L-8.5 -2.2ZM-5 1.3L0 3.9L5 1.3V4.4L0 7L-5 4.4Z' },
  hotel: {
    fill: 'M-8 -6H-6V0.5H8V6.5H6V4H-6V6.5H-8ZM-3.4 -4.6A2 2 0 0 1 -3.4 -0.6A2 2 0 0 1 -3.4 -4.6ZM-0.4 -4.4H5A3 3 0 0 1 8 -1.4V-0.6H-0.4Z',
  },
  water: { fill: 'M0 -8C3 -3.6 5.6 -0.7 5.6 2.3A5.6 5.6 0 0 1 -5.6 2.3C-5.6 -0.7 -3 -3.6 0 -8Z' },
  traffic: {
    fill: 'M-6.5 -7H6.5V5H5V7.5H2.4V5H-2.4V7.5H-5V5H-6.5ZM-4.8 -5.2V-0.6H4.8V-5.2ZM-4.8 1.2V3.2H-2.4V1.2ZM2.4 1.2V3.2H4.8V1.2Z',
  },
  network: {
    fill: 'M-2.4 -7.5H2.4V-2.7H-2.4ZM-8 2.7H-3.2V7.5H-8ZM3.2 2.7H8V7.5H3.2Z',
    line: 'M0 -2.7V0H-5.6V2.7M0 0H5.6V2.7',
  },
  bus: {
    fill: 'M-8 -6H6.5L8 -1.6V3H-8ZM-6.4 -4.4V-1.2H-3.4V-4.4ZM-2.2 -4.4V-1.2H0.8V-4.4ZM2 -4.4V-1.2H6.2L5.2 -4.4ZM-4.4 3.8A1.9 1.9 0 0 1 -4.4 7.6A1.9 1.9 0 0 1 -4.4 3.8ZM4.4 3.8A1.9 1.9 0 0 1 4.4 7.6A1.9 1.9 0 0 1 4.4 3.8Z',
  },
  incident: {
    fill: 'M-1.2 -7.5H1.2L2.4 -3H-2.4ZM-2.9 -1.4H2.9L3.8 2H-3.8ZM-4.3 3.6H4.3L4.8 5H8V7.2H-8V5H-4.8Z',
  },
  order: {
    fill: 'M0 -8L7 -5.5V-0.5C7 4 3.5 6.8 0 8.2C-3.5 6.8 -7 4 -7 -0.5V-5.5ZM-1.1 -4.2V1.2H1.1V-4.2ZM-1.1 2.6V4.8H1.1V2.6Z',
  },
  phone: {
    fill: 'M-6.5 -7L-3 -7.5L-1.2 -3.4L-3.4 -1.6C-2.4 0.8 -0.8 2.4 1.6 3.4L3.4 1.2L7.5 3L7 6.5C6.6 7.4 5.8 7.8 4.8 7.6C-2 6.8 -6.8 2 -7.6 -4.8C-7.8 -5.8 -7.4 -6.6 -6.5 -7Z',
  },
} as const satisfies Record<string, Glyph>

export type IconName = keyof typeof GLYPHS

function isIconName(name: string): name is IconName {
  return Object.hasOwn(GLYPHS, name)
}

export const ICON_NAMES: readonly IconName[] = Object.keys(GLYPHS).filter(isIconName)

/** A path in a box from -16 to 16, drawn bottom first. */
export interface Stroke {
  path: string
  fill?: string
  stroke?: string
  width?: number
  dash?: readonly number[]
  /** Moves and shrinks a glyph to where its plate has room. */
  scale?: number
  down?: number
}

const DISC = 'M0 -13.5A13.5 13.5 0 0 1 0 13.5A13.5 13.5 0 0 1 0 -13.5Z'
const TRIANGLE = 'M0 -13.5L14.5 12.5H-14.5Z'
const DIAMOND = 'M0 -15.5L15.5 0L0 15.5L-15.5 0Z'
const SLASH = 'M-10 10L10 -10'

/**
 * One object's sign: the status is told by the outline of its plate as well as by colour, so that it survives
 * greyscale. Disc: in order; triangle: look; diamond: act; struck out: off; broken outline: not known.
 */
export function iconStrokes(name: IconName, status: Status, theme: MapTheme): Stroke[] {
  const glyph = (ink: string, scale: number, down = 0): Stroke[] => {
    const { fill, line }: Glyph = GLYPHS[name]
    const filled = { path: fill, fill: ink, scale, down }
    return line ? [filled, { path: line, stroke: ink, width: 1.6, scale, down }] : [filled]
  }
  const disc = (ink: string, dash?: readonly number[]): Stroke[] => [
    { path: DISC, fill: theme.halo },
    { path: DISC, stroke: ink, width: 2, ...(dash ? { dash } : {}) },
  ]
  const signal = (plate: string, colour: string): Stroke => ({
    path: plate,
    fill: colour,
    stroke: theme.halo,
    width: 1,
  })
  switch (status) {
    case 'ok':
      return [...disc(theme.ok), ...glyph(theme.ok, 1.12)]
    case 'warn':
      return [signal(TRIANGLE, theme.warn), ...glyph(theme.onSignal, 0.86, 4.4)]
    case 'alarm':
      return [signal(DIAMOND, theme.alarm), ...glyph(theme.onSignal, 1)]
    case 'off':
      return [
        ...disc(theme.off),
        ...glyph(theme.off, 1.05),
        { path: SLASH, stroke: theme.halo, width: 6 },
        { path: SLASH, stroke: theme.off, width: 2.6 },
      ]
    case 'unknown':
      return [...disc(theme.unknown, [4.2, 4.3]), ...glyph(theme.unknown, 1.05)]
  }
}

/** The plate alone, with the sign a reader knows from the alarm list: what a cluster says of its members. */
export function badgeStrokes(status: Status, theme: MapTheme): Stroke[] {
  const bang = { path: 'M-1.6 -6H1.6L1 2.5H-1ZM-1.5 4.2H1.5V7.2H-1.5Z', fill: theme.onSignal }
  switch (status) {
    case 'warn':
      return [
        { path: TRIANGLE, fill: theme.warn, stroke: theme.halo, width: 2 },
        { ...bang, down: 2.6, scale: 1.1 },
      ]
    case 'alarm':
      return [
        { path: DIAMOND, fill: theme.alarm, stroke: theme.halo, width: 2 },
        { ...bang, scale: 1.3 },
      ]
    case 'off':
      return [
        { path: DISC, fill: theme.halo, stroke: theme.off, width: 3 },
        { path: SLASH, stroke: theme.off, width: 3.4 },
      ]
    case 'unknown':
    case 'ok':
      return []
  }
}

const SEPARATOR = '|'

/** The name under which MapLibre asks for a picture. It holds all that the picture depends on. */
export function imageId(art: string, status: string, theme: MapTheme): string {
  return [art, status, theme.name, theme.textPx].join(SEPARATOR)
}

/** Reads a picture's name back; undefined when it is not one of ours. */
export function parseImageId(id: string): { art: IconName | 'badge' | 'hatch'; status: Status } | undefined {
  const [art = '', state = ''] = id.split(SEPARATOR)
  const status = STATUSES.find((known) => known === state)
  if (!status) return undefined
  return isIconName(art) || art === 'badge' || art === 'hatch' ? { art, status } : undefined
}
