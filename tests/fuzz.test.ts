import { describe, expect, it } from 'vitest'
import { connectors } from '../src/kinds'
import { allFixtures, byShape } from './fuzz/fixtures'
import { attempt } from './fuzz/trial'

/** The same on every machine; `npm run fuzz` takes another one each time. */
const SEED = 2026
/** For each kind of connector and each shape of what it brings, spread over all sources of that shape. */
const TRIALS = 200

const fixtures = await allFixtures()
const shapes = [...byShape(fixtures)]

describe('the fixtures of the fuzz test', () => {
  it('has answers for every connector there is: a new one needs a source in a shipped city or a shape', () => {
    const telling = fixtures.filter(({ usable }) => usable > 0)
    const tried = new Set(telling.map(({ source }) => source.connector))
    expect([...connectors.keys()].filter((kind) => !tried.has(kind))).toEqual([])
  })
})

describe('an answer with something wrong in it (row 31)', () => {
  it.each(shapes)(
    'of the shape "%s" breaks no rule of the screen',
    async (_, sources) => {
      const findings = []
      const each = Math.ceil(TRIALS / sources.length)
      for (const fixture of sources)
        for (let trial = 0; trial < each; trial++) findings.push(...(await attempt(fixture, SEED, trial)))
      // Each can be played again: npm run fuzz -- --seed 2026 --only <fixture>#<trial>
      expect(findings).toEqual([])
    },
    60_000,
  )
})
