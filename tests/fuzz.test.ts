import { describe, expect, it } from 'vitest'
import { connectors } from '../src/kinds'
import { allFixtures } from './fuzz/fixtures'
import { attempt } from './fuzz/trial'

/** The same on every machine; `npm run fuzz` takes another one each time. */
const SEED = 2026
/** For each source of each shipped city, and each shape that no city uses. */
const TRIALS = 200

const fixtures = await allFixtures()

describe('the fixtures of the fuzz test', () => {
  it('has answers for every connector there is: a new one needs a source in a shipped city or a shape', () => {
    const telling = fixtures.filter(({ usable }) => usable > 0)
    const tried = new Set(telling.map(({ source }) => source.connector))
    expect([...connectors.keys()].filter((kind) => !tried.has(kind))).toEqual([])
  })
})

describe('an answer with something wrong in it (row 31)', () => {
  it.each(fixtures.map((fixture) => ({ id: fixture.id, fixture })))(
    'of "$id" breaks no rule of the screen',
    async ({ fixture }) => {
      const findings = []
      for (let trial = 0; trial < TRIALS; trial++) findings.push(...(await attempt(fixture, SEED, trial)))
      // Each can be played again: npm run fuzz -- --seed 2026 --only <fixture>#<trial>
      expect(findings).toEqual([])
    },
    60_000,
  )
})
