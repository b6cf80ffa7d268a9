/** How many columns of panels stand beside the map, for a screen of that many text heights. */
export function columnCount(widthEm: number, heightEm: number): number {
  if (widthEm < heightEm * 1.1) return 1
  return widthEm >= 80 ? 3 : widthEm >= 44 ? 2 : 1
}

/** How many columns fill a screen without a map; each is at least as wide as beside one. */
export function fullColumnCount(widthEm: number): number {
  return Math.max(1, Math.floor(widthEm / COLUMN_EM))
}

/** Width of a column of panels: names and values of a figure fit on one line. */
export const COLUMN_EM = 16.6

/**
 * Panels in reading order, cut into columns so that the tallest column is as low as it can be.
 * `tall` is each panel's share of height; the answer lists the panels' indices by column.
 */
export function arrange(tall: readonly number[], columns: number): number[][] {
  const indices = tall.map((_, index) => index)
  return bestCut(indices, Math.min(columns, tall.length), (part) =>
    part.reduce((sum, index) => sum + (tall[index] ?? 0), 0),
  ).parts
}

interface Cut {
  parts: number[][]
  /** Sum of squared heights: the evenest cut, not only the lowest tallest column. */
  cost: number
}

function bestCut(indices: number[], columns: number, height: (part: number[]) => number): Cut {
  if (columns <= 1) return { parts: [indices], cost: height(indices) ** 2 }
  let best: Cut | undefined
  for (let cut = 1; cut <= indices.length - columns + 1; cut++) {
    const first = indices.slice(0, cut)
    const rest = bestCut(indices.slice(cut), columns - 1, height)
    const cost = height(first) ** 2 + rest.cost
    if (!best || cost < best.cost) best = { parts: [first, ...rest.parts], cost }
  }
  return best ?? { parts: [indices], cost: 0 }
}
