/** What is known of an entry without reading it. */
export interface Label {
  /** Entries of another version are forgotten: their shape is another's. */
  version: string
  /** When it was written, epoch ms. */
  at: number
  bytes: number
}

/** How much one store may hold. */
export interface Caps {
  bytes: number
  entries: number
  /** An entry larger than this is not kept at all. */
  entryBytes: number
}

/** The keys to let go so that the rest fits: of other versions first, then the longest unwritten. */
export function surplus(labels: ReadonlyMap<string, Label>, version: string, caps: Caps): string[] {
  const outdated = [...labels].filter(([, label]) => label.version !== version)
  const newestFirst = [...labels]
    .filter(([, label]) => label.version === version)
    .toSorted(([, a], [, b]) => b.at - a.at)
  let bytes = 0
  const tooMany = newestFirst.filter(([, label], index) => {
    bytes += label.bytes
    return index >= caps.entries || bytes > caps.bytes
  })
  return [...outdated, ...tooMany].map(([key]) => key)
}
