import { describe, expect, it } from 'vitest'
import { allowedAt } from '../tools/supervisor/budget.mjs'
import { LIMITS } from '../tools/supervisor/config.mjs'
import { decide } from '../tools/supervisor/decide.mjs'
import { begin } from '../tools/supervisor/watch.mjs'
import type { Act, Event, Limits, Look, Observation, Server, Step } from '../tools/supervisor/types'

const SECOND = 1000
const HOUR = 3600 * SECOND
const EVERY = 10 * SECOND

const WELL: Look = { app: 'running', beat: '', picture: '', clock: true, map: 'drawn', alarms: 0 }
interface Scene extends Partial<Omit<Observation, 'page' | 'server'>> {
  page?: Partial<Look> | 'silent'
  server?: Server
}

/** A wall and its supervisor, checked every ten seconds; the page lives unless the scene says otherwise. */
function wall(given: Partial<Limits> = {}, acts: Act[] = []) {
  const limits = { ...LIMITS, ...given }
  let now = 1_800_000_000_000
  let state = begin(now, acts)
  const events: (Event & { after: number })[] = []
  const steps: { step: Step; at: number }[] = []
  let started = now

  function check(scene: Scene): void {
    const { page, server = 'reachable', ...more } = scene
    const alive = { ...WELL, beat: String(now), picture: String(now) }
    const seen: Observation = {
      ...{ browser: 'running', crashed: false, memory: 300e6, gpu: 7, renderers: [9], time: '12:00' },
      ...more,
      page: page === 'silent' ? undefined : { ...alive, ...page },
    }
    let decision = decide(state, seen, now, limits)
    if (decision.step === 'probe') decision = decide(state, { ...seen, server }, now, limits)
    state = decision.state
    events.push(...decision.events.map((event) => ({ ...event, after: (now - started) / SECOND })))
    if (decision.step && decision.step !== 'probe')
      steps.push({ step: decision.step, at: (now - started) / SECOND })
  }

  const run = (seconds: number, scene: Scene = {}) => {
    for (let left = seconds; left > 0; left -= EVERY / SECOND) {
      now += EVERY
      check(scene)
    }
  }
  // It opens the app, and the page is well for a minute.
  run(60)
  started = now
  steps.length = 0
  events.length = 0
  return {
    run,
    steps: () => steps.map(({ step }) => step),
    /** Steps with the seconds from the beginning. */
    timed: () => steps.map(({ step, at }) => [step, at]),
    events: () => events.map(({ event }) => event),
    event: (name: string) => events.find(({ event }) => event === name),
    phase: () => state.phase,
    acts: () => state.acts,
    sleep: (seconds: number) => void (now += seconds * SECOND),
  }
}

const FROZEN: Scene = { page: { picture: 'still' } }

describe('a supervisor that sees a wall', () => {
  it('leaves a wall alone that is well', () => {
    const kiosk = wall()
    kiosk.run(3600)
    expect(kiosk.steps()).toEqual([])
    expect(kiosk.events()).toEqual([])
  })

  it('opens a new tab for a page that crashed, at once', () => {
    const kiosk = wall()
    kiosk.run(10, { crashed: true, page: 'silent' })
    expect(kiosk.timed()).toEqual([['tab', 10]])
    kiosk.run(60)
    expect(kiosk.event('well')).toMatchObject({ after: expect.any(Number), tried: ['tab'] })
  })

  it('gives a page that hangs a new tab after half a minute, then a new browser', () => {
    const kiosk = wall()
    kiosk.run(120, { page: 'silent' })
    expect(kiosk.timed()).toEqual([
      ['tab', 40],
      ['browser', 80],
      ['load', 90],
    ])
  })

  it('goes from the mildest remedy to a new browser within three minutes of a frozen picture (row 55)', () => {
    const kiosk = wall()
    kiosk.run(180, FROZEN)
    expect(kiosk.steps().slice(0, 3)).toEqual(['redraw', 'reload', 'browser'])
    expect(kiosk.timed().find(([step]) => step === 'browser')?.[1]).toBeLessThanOrEqual(180)
  })

  it('notices a heartbeat that stands still while the pixels go on', () => {
    const kiosk = wall()
    kiosk.run(50, { page: { beat: 'still' } })
    expect(kiosk.steps()).toEqual(['reload'])
  })

  it('asks for no pixels of a clock that is not there', () => {
    const kiosk = wall()
    kiosk.run(600, { page: { clock: false, picture: undefined } })
    expect(kiosk.steps()).toEqual([])
  })

  it('says that a wall is well again only when it has seen it move', () => {
    const kiosk = wall()
    kiosk.run(80, FROZEN)
    expect(kiosk.events()).toEqual(['trouble', 'step'])
    kiosk.run(10)
    expect(kiosk.events()).toEqual(['trouble', 'step', 'well'])
  })

  it('reports edges, not levels', () => {
    const kiosk = wall()
    kiosk.run(600, { page: { app: 'refused' }, memory: undefined })
    kiosk.run(60)
    expect(kiosk.events()).toEqual([
      'city-refused',
      'memory-unknown',
      'city-refused-over',
      'memory-unknown-over',
    ])
  })

  it('blames no page for the sleep of the machine', () => {
    const kiosk = wall()
    kiosk.sleep(8 * 3600)
    kiosk.run(20, { page: { beat: 'as before', picture: 'as before' } })
    expect(kiosk.events()).toEqual(['slept'])
    kiosk.run(60)
    expect(kiosk.steps()).toEqual([])
  })
})

describe('budgets', () => {
  it('end in the card that asks for service, which comes back by itself after an hour', () => {
    const kiosk = wall()
    kiosk.run(1800, FROZEN)
    const renewals = kiosk.steps().filter((step) => step === 'browser' || step === 'tab')
    expect(renewals).toHaveLength(3)
    expect(kiosk.steps().filter((step) => step === 'reload').length).toBeLessThanOrEqual(3)
    expect(kiosk.steps().at(-1)).toBe('card')
    expect(kiosk.phase()).toBe('service')
    kiosk.run(3600)
    expect(kiosk.phase()).toBe('watching')
    expect(kiosk.events().at(-1)).toBe('well')
  })

  it('are not refilled by a restart of the supervisor', () => {
    const before = wall()
    before.run(1800, FROZEN)
    const after = wall(
      {},
      [...before.acts()].map((act) => ({ ...act, at: 1_800_000_000_000 - SECOND })),
    )
    after.run(300, { page: 'silent' })
    expect(after.steps()).toEqual(['card'])
  })

  it('allow a reboot only where somebody configured one, and one a day', () => {
    const kiosk = wall({ rebootsPerDay: 1, renewalsPerHour: 0, reloadsPerHour: 0 })
    kiosk.run(3 * 3600, { page: 'silent' })
    expect(kiosk.steps()).toEqual(['reboot', 'card'])
  })

  it('let the oldest act go after its hour', () => {
    const acts: Act[] = [10, 20, 30].map((at) => ({ at, step: 'browser', for: 'hung' }))
    expect(allowedAt(acts, 'tab', 'hung', LIMITS, 40)).toBe(10 + HOUR)
    expect(allowedAt(acts, 'reload', 'hung', LIMITS, 40)).toBe(40)
    expect(allowedAt(acts, 'reboot', 'hung', LIMITS, 40)).toBe(Infinity)
  })
})

describe('what can be borne', () => {
  it('restarts the browser when WebGL is gone within a minute (row 49), never for a machine that has none', () => {
    const kiosk = wall()
    kiosk.run(10, { page: { map: 'gone' } })
    expect(kiosk.steps()).toEqual(['browser'])
    kiosk.run(3600, { page: { map: 'gone' } })
    expect(kiosk.steps()).toEqual(['browser', 'load'])
    expect(kiosk.events()).toContain('no-webgl')
  })

  it('keeps the last renewal of the hour for a screen that shows nothing, and never puts a card over a map', () => {
    const kiosk = wall()
    kiosk.run(1800, { memory: 9e9 })
    expect(kiosk.steps().filter((step) => step === 'tab' || step === 'browser')).toHaveLength(2)
    expect(kiosk.phase()).toBe('watching')
    expect(kiosk.events().filter((event) => event === 'enduring')).toHaveLength(1)
  })

  it('draws the charts again after one GPU crash (row 48)', () => {
    const kiosk = wall()
    kiosk.run(60, { gpu: 8 })
    expect(kiosk.steps()).toEqual(['redraw'])
    expect(kiosk.events()).toEqual(['gpu-restarted'])
  })
})

describe('a server that does not answer', () => {
  it('never costs a page that can still be read', () => {
    const kiosk = wall()
    kiosk.run(600, { memory: 9e9, server: 'unreachable' })
    expect(kiosk.steps()).toEqual([])
    expect(kiosk.events()).toEqual(['server-unreachable', 'trouble'])
  })

  it.each(['unreachable', 'refused'] as const)('is waited for behind a card (%s), at no cost', (server) => {
    const kiosk = wall()
    kiosk.run(3600, { crashed: true, page: 'silent', server })
    expect(new Set(kiosk.steps())).toEqual(new Set(['wait']))
    expect(kiosk.acts()).toEqual([])
    kiosk.run(60)
    expect(kiosk.steps().at(-1)).toBe('load')
    expect(kiosk.phase()).toBe('watching')
  })
})

describe('the planned restart', () => {
  const AGED = 6 * 3600

  it('comes once a night and is reported with age and memory', () => {
    const kiosk = wall({ nightly: '23:30' })
    kiosk.run(AGED)
    kiosk.run(600, { time: '23:31' })
    kiosk.run(3600, { time: '00:15' })
    expect(kiosk.steps()).toEqual(['browser', 'load'])
    expect(kiosk.event('planned-restart')).toMatchObject({ hours: 6, memory: 300e6 })
  })

  it('waits for the alarms to end', () => {
    const kiosk = wall({ nightly: '03:30' })
    kiosk.run(AGED)
    kiosk.run(600, { time: '03:31', page: { alarms: 1 } })
    expect(kiosk.steps()).toEqual([])
    kiosk.run(60, { time: '03:41' })
    expect(kiosk.events().slice(0, 3)).toEqual(['planned-held', 'planned-held-over', 'planned-restart'])
  })

  it('costs no budget', () => {
    const kiosk = wall({ nightly: '03:30', renewalsPerHour: 1 })
    kiosk.run(AGED)
    kiosk.run(60, { time: '03:31' })
    kiosk.run(10, { crashed: true, page: 'silent' })
    expect(kiosk.steps()).toEqual(['browser', 'load', 'tab'])
  })
})
