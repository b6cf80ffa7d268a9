import type { Batch } from '../../src/sources/records'
import { readingKey } from '../../src/sources/settle'
import { spoil, type Body } from './bytes'
import { fresh, readOnce, replay, stateAt, usableOf, type Fixture } from './fixtures'
import { chanceOf, type Chance } from './random'
import { written } from './shown'
import { NEVER } from './values'

/** More than this share lost, and a source is not live (faults §2.6). */
const MAX_LOST = 0.2

/** What went wrong in a trial: enough to find it and to play it again. */
export interface Finding {
  fixture: string
  seed: number
  trial: number
  change: string
  broken: string
}

type Spoilt = { pages: readonly Body[]; what: string; fewer: boolean }

function spoilPages(pages: readonly Body[], chance: Chance): Spoilt {
  const at = chance.below(pages.length)
  const page = pages[at]
  if (!page) return { pages, what: 'nothing', fewer: false }
  const { body, change } = spoil(page, chance)
  return { pages: pages.with(at, body), what: change.what, fewer: change.fewer }
}

/**
 * One spoilt answer, read twice as the app reads it: by a source that has nothing yet, and by one that already holds
 * a newer good answer. Gives every invariant that broke.
 */
export async function attempt(fixture: Fixture, seed: number, trial: number): Promise<Finding[]> {
  const spoilt = spoilPages(fixture.pages, chanceOf(seed, `${fixture.id}#${trial}`))
  const broken = [...(await read(fixture, spoilt)), ...(await readLate(fixture, spoilt))]
  if ('polluted' in {}) broken.push('the prototype of all objects was changed')
  return broken.map((each) => ({ fixture: fixture.id, seed, trial, change: spoilt.what, broken: each }))
}

/** By a source that has nothing yet. */
async function read(fixture: Fixture, { pages, fewer }: Spoilt): Promise<string[]> {
  const { city, source, at, usable } = fixture
  const memory = await readOnce(city, source, fresh(at), at, replay(pages))
  const { batch, failure } = memory
  if (failure) return unforeseen(failure.detail)
  if (!batch) return ['neither records nor a reason']
  const state = stateAt(memory, fixture, at)
  const fine = state === 'live' || state === 'empty'
  const lost = batch.dropped.length / Math.max(1, batch.total)
  return [
    ...(fine && lost > MAX_LOST ? [`${state} with ${Math.round(lost * 100)}% dropped`] : []),
    ...(fine && !fewer && !byPresence(fixture) && usableOf(batch) < usable * (1 - MAX_LOST)
      ? [`${state} with ${usableOf(batch)} of ${usable} records and no record taken away`]
      : []),
    ...misprints(batch, fixture, at),
  ]
}

/** It takes the records that have a field, and lets those go that have not; and a hand-kept file need not have all lists. */
const byPresence = ({ source }: Fixture) =>
  source.connector === 'static' || /\[\?@\.\w+\]/.test(JSON.stringify(source.options))

/** By a source that already holds a newer good answer: whatever it says, nothing older may come over it. */
async function readLate(fixture: Fixture, { pages }: Spoilt): Promise<string[]> {
  const { city, source, later, laterAt } = fixture
  const now = laterAt + source.every
  const memory = await readOnce(city, source, later, now, replay(pages))
  const { batch, failure } = memory
  if (failure) return unforeseen(failure.detail)
  if (!batch || !later.batch) return ['the last good records are gone']
  return [...overtaken(later.batch, batch), ...misprints(batch, fixture, now)]
}

/** A reason that poll.ts gives when something other than SourceFault was thrown. */
const unforeseen = (detail: string) => (detail.startsWith('cannot be read') ? [`threw: ${detail}`] : [])

function misprints(batch: Batch, { city }: Fixture, now: number): string[] {
  const wrong = written(batch, city, now).find((text) => NEVER.test(text))
  return wrong === undefined ? [] : [`a panel would read "${wrong.slice(0, 80)}"`]
}

/** Records that stand on the screen with an older time than what stood there. */
function overtaken(held: Batch, next: Batch): string[] {
  if (held === next) return []
  const times = new Map(held.readings.map((reading) => [readingKey(reading), reading.observedAt]))
  const older = next.readings.find(
    (reading) => (reading.observedAt ?? Infinity) < (times.get(readingKey(reading)) ?? -Infinity),
  )
  const whole = (next.observedAt ?? Infinity) < (held.observedAt ?? -Infinity)
  return [
    ...(older ? [`an older value of ${older.figure} over a newer one`] : []),
    ...(whole ? ['an older answer over a newer one'] : []),
  ]
}
