import type { Drop } from './records'

/** One field that no longer is what the city file expects, and how often. */
export interface DriftRow {
  /** Where: the list and the field in it, `$.data[*] $.tyLe`. */
  path: string
  reason: string
  count: number
  /** Records looked at. */
  of: number
  /** Redacted, at most three, each once. */
  samples: readonly string[]
}

const MOST_ROWS = 50
const MOST_SAMPLES = 3

/** The number of a record between the list it stands in and its field. */
const INDEX = /^(.*\S) \d+(?: (.*))?$/

/**
 * What was dropped, field by field, the most frequent first: a renamed field is one row with its count, not ten
 * thousand (faults §2.6). `of` is how many records there were.
 */
export function driftOf(drops: readonly Drop[], of: number): DriftRow[] {
  const rows = new Map<string, { path: string; reason: string; count: number; samples: string[] }>()
  for (const drop of drops) {
    const [, list, field] = INDEX.exec(drop.path) ?? []
    const path = list === undefined ? drop.path : [list, field].filter(Boolean).join(' ')
    const key = `${path}\n${drop.reason}`
    const row = rows.get(key) ?? { path, reason: drop.reason, count: 0, samples: [] }
    rows.set(key, row)
    row.count++
    if (drop.sample && row.samples.length < MOST_SAMPLES && !row.samples.includes(drop.sample))
      row.samples.push(drop.sample)
  }
  return [...rows.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_ROWS)
    .map((row) => ({ ...row, of }))
}
