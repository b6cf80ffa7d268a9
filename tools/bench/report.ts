/** One measured quantity. */
export interface Row {
  part: string
  name: string
  value: number
  unit: string
  /** The value that is still good, where there is one. */
  atMost?: number
  /** A count, which no busy machine excuses: past its goal the whole run fails. */
  firm?: boolean
}

const figure = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, useGrouping: false })

const missed = ({ value, atMost }: Row) => atMost !== undefined && !(value <= atMost)

/** Whether a count is past its goal. Times only inform: they measure this machine as much as the app. */
export function failed(rows: readonly Row[]): boolean {
  return rows.some((row) => row.firm && missed(row))
}

/** The rows as aligned text, each with its goal and whether it is met. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.part,
    row.name,
    figure.format(row.value),
    row.unit,
    row.atMost === undefined ? '' : `≤ ${figure.format(row.atMost)}`,
    row.atMost === undefined ? '' : missed(row) ? '✗' : '✓',
  ])
  const widths = [0, 1, 2, 3, 4, 5].map((column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  )
  return cells
    .map((line) =>
      line
        .map((text, column) =>
          column === 2 ? text.padStart(widths[2] ?? 0) : text.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
