/** Height of a capital letter as a share of the font size (Be Vietnam Pro; NUREG-0700 counts capitals). */
const CAP_HEIGHT = 0.716

/** Where a screen stands: its height, how many CSS pixels that is, and how far the farthest reader is. */
export interface Viewing {
  heightM: number
  heightPx: number
  distanceM: number
}

/** Font size in CSS px whose capitals subtend `arcminutes` at the viewing distance (faults §3.1). */
export function fontPx(arcminutes: number, { heightM, heightPx, distanceM }: Viewing): number {
  const capM = 2 * distanceM * Math.tan((arcminutes / 60 / 2) * (Math.PI / 180))
  return (capM / CAP_HEIGHT) * (heightPx / heightM)
}

/** The inverse, for the check that nothing on a wall is smaller than can be read. */
export function arcminutes(px: number, { heightM, heightPx, distanceM }: Viewing): number {
  const capM = px * CAP_HEIGHT * (heightM / heightPx)
  return (2 * Math.atan(capM / (2 * distanceM)) * 180 * 60) / Math.PI
}

export interface TypeScale {
  /** Any data text: 16 arc-minutes. */
  textPx: number
  /** Values and alarms: 22 arc-minutes. */
  valuePx: number
  /** The one figure of a panel: 34 arc-minutes, and never above 45. */
  headlinePx: number
}

export function wallScale(viewing: Viewing): TypeScale {
  return {
    textPx: Math.ceil(fontPx(16, viewing)),
    valuePx: Math.ceil(fontPx(22, viewing)),
    headlinePx: Math.ceil(fontPx(34, viewing)),
  }
}

/** A tablet is held at arm's length: sizes follow the reader's own text size (rem), not the screen. */
export const HAND_SCALE: TypeScale = { textPx: 16, valuePx: 22, headlinePx: 34 }
