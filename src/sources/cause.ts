import type { Aged, PartName } from './aged'
import type { Freshness, SourceState } from './freshness'
import type { Failure, Memory } from './memory'

/**
 * What a screen says of a source besides its state: why, as far as a browser can know it, and what is not as it
 * should be although the answer came. DNS, refusal, TLS and CORS all look the same to a page, so silence claims no
 * reason (faults §0.7). Times are epoch ms.
 */
export type Cause =
  | { kind: 'network' | 'timeout'; since: number; attempts: number }
  | { kind: 'server'; since: number; status: number | undefined }
  | { kind: 'auth' | 'forbidden' | 'gone' | 'refused' | 'parse' | 'shape' | 'limit' }
  | { kind: 'http'; status: number | undefined }
  | { kind: 'throttled'; until: number | undefined }
  | { kind: 'drift'; count: number; of: number }
  | { kind: 'frozen'; since: number }
  | { kind: 'old'; since: number }
  | { kind: 'aged'; count: number; of: number; names: readonly PartName[] }
  | { kind: 'dropped'; count: number; of: number }
  | { kind: 'skipped'; shown: number; of: number }
  | { kind: 'ahead'; ms: number }

type Standing = Pick<Freshness, 'state' | 'aged'>

/** The gravest first; empty when all is well. */
export function causesOf(memory: Memory, standing: Standing): Cause[] {
  return [...whyOf(memory, standing), ...noteCauses(memory)]
}

function whyOf(memory: Memory, { state, aged }: Standing): Cause[] {
  switch (state) {
    // A single failure behind data that are still fresh is nobody's business yet.
    case 'live':
    case 'empty':
    case 'waiting':
      return []
    case 'partial':
      return aged ? [{ kind: 'aged', count: aged.count, of: aged.of, names: aged.names }] : []
    default:
      return failureCause(memory) ?? oldCause(memory, state, aged)
  }
}

function failureCause(memory: Memory): Cause[] | undefined {
  const { failure, failures, okAt, startedAt } = memory
  if (!failure) return undefined
  const { kind, status } = failure
  const since = (okAt ?? startedAt).wall
  switch (kind) {
    case 'network':
    case 'timeout':
      return [{ kind, since, attempts: failures }]
    case 'server':
      return [{ kind, since, status }]
    case 'http':
      return [{ kind, status }]
    case 'throttled':
      return [{ kind, until: untilOf(failure) }]
    case 'shape':
      return [driftCause(failure) ?? { kind }]
    default:
      return [{ kind }]
  }
}

function untilOf({ retryAfterMs, at }: Failure): number | undefined {
  return retryAfterMs === undefined ? undefined : at.wall + retryAfterMs
}

function driftCause({ drift }: Failure): Cause | undefined {
  const [first] = drift
  if (!first) return undefined
  const count = drift.reduce((sum, row) => sum + row.count, 0)
  return { kind: 'drift', count: Math.min(count, first.of), of: first.of }
}

function oldCause({ movedAt, batch }: Memory, state: SourceState, aged: Aged | undefined): Cause[] {
  if (state === 'frozen' && movedAt) return [{ kind: 'frozen', since: movedAt.wall }]
  const since = aged ? aged.newest : batch?.observedAt
  return (state === 'stale' || state === 'late') && since !== undefined ? [{ kind: 'old', since }] : []
}

function noteCauses({ batch, sourceAheadMs }: Memory): Cause[] {
  const notes: Cause[] = []
  if (batch && batch.dropped.length > 0)
    notes.push({ kind: 'dropped', count: batch.dropped.length, of: batch.total })
  if (batch?.skipped)
    notes.push({
      kind: 'skipped',
      shown: batch.total - batch.dropped.length,
      of: batch.total + batch.skipped,
    })
  if (sourceAheadMs > 0) notes.push({ kind: 'ahead', ms: sourceAheadMs })
  return notes
}
