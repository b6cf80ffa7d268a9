import { parseArgs } from 'node:util'
import { allFixtures, type Fixture } from '../tests/fuzz/fixtures'
import { attempt } from '../tests/fuzz/trial'

const SHOWN = 20

/**
 * `npm run fuzz [-- --seed 7] [--trials 100000] [--only kien-an/cameras#12]`: spoils answers of every source of every
 * shipped city, and says which ones broke a rule of the screen. The seed is new each time and printed; with `--seed`
 * and `--only` a finding is played again. Ends with 1 when anything broke.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      trials: { type: 'string', default: '100000' },
      only: { type: 'string' },
    },
  })
  const [seed, trials] = [Number(values.seed), Number(values.trials)]
  const fixtures = await allFixtures()
  let findings = 0
  print(`seed ${seed}, ${fixtures.length} fixtures`)
  const began = performance.now()
  let done = 0
  for (const { fixture, from, to } of plan(fixtures, trials, values.only))
    for (let trial = from; trial < to; trial++) {
      const found = await attempt(fixture, seed, trial)
      for (const { change, broken } of found) {
        if (findings++ < SHOWN)
          print(`✗ --seed ${seed} --only '${fixture.id}#${trial}': ${broken}\n    ${change}`)
      }
      if (++done % 10_000 === 0) print(`${done} spoilt answers, ${findings} findings`)
    }
  if (done === 0) throw new Error(`--trials ${values.trials} --only ${values.only}: nothing was tried`)
  const seconds = Math.round((performance.now() - began) / 1000)
  print(`${findings === 0 ? '✓' : '✗'} ${done} spoilt answers in ${seconds} s, ${findings} findings`)
  return findings === 0 ? 0 : 1
}

interface Part {
  fixture: Fixture
  from: number
  to: number
}

/** All fixtures alike, or the one that is named, or one trial of it. */
function plan(fixtures: readonly Fixture[], trials: number, only: string | undefined): Part[] {
  const [id, trial] = only?.split('#') ?? []
  const chosen = fixtures.filter((fixture) => id === undefined || fixture.id === id)
  if (chosen.length === 0) throw new Error(`${only}? ${fixtures.map((fixture) => fixture.id).join(', ')}`)
  const each = Math.ceil(trials / chosen.length)
  return chosen.map((fixture) =>
    trial === undefined
      ? { fixture, from: 0, to: each }
      : { fixture, from: Number(trial), to: Number(trial) + 1 },
  )
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
