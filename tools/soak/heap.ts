import type { CDPSession } from '@playwright/test'
import * as v from 'valibot'
import { wait } from '../bench/wall'

const LOOKS = 5
const PAUSE_MS = 300

/** The least of a few looks: an answer that is being read just then weighs more than a leak of a thousand updates. */
export async function leastData(devtools: CDPSession): Promise<number> {
  const looks: number[] = []
  while (looks.length < LOOKS) {
    looks.push(await dataBytes(devtools))
    await wait(PAUSE_MS)
  }
  return Math.min(...looks)
}

/**
 * What a page's own data take, in bytes: objects, arrays, texts, closures. `JSHeapUsedSize` holds the code that V8
 * compiles as well, which grows for as long as functions get warmer; the browser keeps a note of every request for the
 * tool that looks; and the map keeps the buffers of more tiles or fewer (half a megabyte to and fro, measured), which is
 * for the memory of the process to tell. All three would hide a leak of a hundred bytes.
 */
async function dataBytes(devtools: CDPSession): Promise<number> {
  const parts: string[] = []
  const take = ({ chunk }: { chunk: string }) => void parts.push(chunk)
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take)
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take)
  return bytesOf(v.parse(Snapshot, JSON.parse(parts.join(''))))
}

/** V8's own format: all nodes in one list, so many numbers each, in the order that `node_fields` names. */
export const Snapshot = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: v.array(v.string()),
      node_types: v.looseTuple([v.array(v.string())]),
    }),
  }),
  nodes: v.custom<readonly number[]>(Array.isArray),
})

const DATA: readonly string[] = [
  ...['object', 'array', 'closure', 'regexp', 'number', 'symbol', 'bigint'],
  ...['string', 'concatenated string', 'sliced string'],
]

export function bytesOf({ snapshot, nodes }: v.InferOutput<typeof Snapshot>): number {
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [kind = -1, size = -1] = ['type', 'self_size'].map((field) => fields.indexOf(field))
  if (Math.min(kind, size) < 0) throw new Error(`a heap snapshot with other fields: ${fields.join(', ')}`)
  const isData = types[0].map((each) => DATA.includes(each))
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length)
    if (isData[nodes[node + kind] ?? -1]) bytes += nodes[node + size] ?? 0
  return bytes
}
