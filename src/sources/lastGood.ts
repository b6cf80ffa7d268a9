import * as v from 'valibot'
import type { City, Source } from '../city/schema'
import type { Id } from '../city/text'
import type { Keep } from '../keep/keep'
import type { Moment } from './clock'
import { hash } from './hash'
import { KeptBatch } from './keptRecords'
import { begin, type Memory } from './memory'
import { MAX_AHEAD_MS } from './settle'

/** What is painted at once after a restart, marked with its age, until the source answers (row 52). */
export interface LastGood {
  /** What a source starts with: its last good data of an earlier run, or nothing. */
  begin(source: Source, now: Moment): Memory
  /** Keeps what a source holds. */
  note(source: Source, memory: Memory): void
}

export const NOTHING_KEPT: LastGood = { begin: (_source, now) => begin(now), note: () => undefined }

const Kept = v.object({
  /** Which definition of the source brought it. */
  from: v.number(),
  /** Epoch ms by this machine: the monotonic clock starts anew with every run. */
  okAt: v.number(),
  movedAt: v.optional(v.number()),
  batch: KeptBatch,
})
type Kept = v.InferOutput<typeof Kept>

/** The first picture waits no longer than this for storage that hangs. */
const PATIENCE_MS = 3_000
/** Our clock was set back since, by more than this: then an age cannot be told. */
const AHEAD_MS = 60_000

/**
 * Begins to read everything kept of the city that the address calls `name`, while the city file still loads. What it
 * returns is called when the data are needed: from then on the first picture waits a little, and never rejects.
 */
export function readLastGood(keep: Keep, name: string): () => Promise<Map<string, Kept>> {
  const reading = keep.readAll(prefix(name), Kept).then((kept) => new Map(kept))
  return () => {
    const late = new Promise<Map<string, Kept>>((resolve) =>
      setTimeout(() => resolve(new Map()), PATIENCE_MS),
    )
    return Promise.race([reading, late])
  }
}

export function createLastGood(
  city: Pick<City, 'simulated'>,
  name: string,
  keep: Keep,
  held: Map<string, Kept>,
): LastGood {
  const keyOf = (id: Id) => `${prefix(name)}${id}`
  return {
    begin(source, now) {
      const kept = held.get(keyOf(source.id))
      // Held once: what replaced it must not keep it in memory for weeks.
      held.delete(keyOf(source.id))
      return kept?.from === definition(city, source) && isPast(kept, now) ? resume(kept, now) : begin(now)
    },
    note(source, { batch, okAt, movedAt }) {
      if (!batch || !okAt) return
      const kept: Kept = {
        from: definition(city, source),
        okAt: okAt.wall,
        movedAt: movedAt?.wall,
        batch,
      }
      keep.write(keyOf(source.id), kept)
    },
  }
}

const prefix = (name: string) => `${name}#`

/** Of another connector, other options, or a simulator, it would be somebody else's data. */
const definition = ({ simulated }: Pick<City, 'simulated'>, { connector, options }: Source) =>
  hash(JSON.stringify([connector, options, simulated ?? null]))

/** Data that claim to come from later than any answer may would never be replaced. */
const isPast = ({ okAt, batch }: Kept, { wall }: Moment) =>
  okAt <= wall + AHEAD_MS && (batch.observedAt ?? 0) <= wall + MAX_AHEAD_MS

function resume({ batch, okAt, movedAt }: Kept, now: Moment): Memory {
  const before = (wall: number): Moment => ({ wall, mono: now.mono - (now.wall - wall) })
  return {
    ...begin(now),
    batch,
    okAt: before(okAt),
    movedAt: movedAt === undefined ? undefined : before(movedAt),
  }
}
