import { describe, expect, it } from 'vitest'
import { cityOf, goodFile, read, spoilt } from '../../tests/cityFile'
import { explain, type ProblemCode } from './problems'

const { name } = goodFile()
const figure = { ...goodFile().figures.online, owner: 'office' }
const limits = { warn: 80, alarm: 50, cause: name, action: name }

const AT = 'figures.online'
const WRONG: [what: string, more: object, at: string, code: ProblemCode][] = [
  ['an inverted plausible range', { plausible: [100, 0] }, 'plausible', 'plausible-order'],
  ['limits without a cause', { limits: { ...limits, cause: undefined } }, 'limits.cause', 'missing'],
  ['limits without an action', { limits: { ...limits, action: undefined } }, 'limits.action', 'missing'],
  ['limits without an owner', { limits, owner: undefined }, 'limits', 'no-owner'],
  ['inverted limits', { limits: { ...limits, warn: 50, alarm: 80 } }, 'limits', 'limits-order'],
  ['limits without a good side', { limits, better: 'neither' }, 'limits', 'limits-neither'],
  ['a delay in words', { limits: { ...limits, on: '2 min' } }, 'limits.on', 'duration'],
  [
    'a strange priority',
    { limits: { ...limits, priority: { warn: 'urgent' } } },
    'limits.priority.warn',
    'choice',
  ],
  ['an alarm on an unknown scene', { limits: { ...limits, scene: 'tody' } }, 'limits.scene', 'unknown-scene'],
  [
    'a deadband wider than the limits',
    { limits: { ...limits, deadband: 31 } },
    'limits.deadband',
    'deadband-wide',
  ],
  ['no change allowed at all', { rate: { by: 0, within: 'PT1M' } }, 'rate.by', 'range'],
  ['a single part', { expects: { by: 'area', names: ['part'] } }, 'expects.names', 'empty'],
  [
    'a part that is no area',
    { expects: { by: 'area', names: ['part', 'prt'] } },
    'expects.names[1]',
    'unknown-area',
  ],
]

describe('a figure', () => {
  it.each(WRONG)('is switched off and the place told: %s', (_, more, at, code) => {
    const { problems } = read(spoilt('figures/online', { ...figure, ...more }))
    expect(problems[0]).toMatchObject({ path: `${AT}.${at}`, code, severity: 'entry' })
    expect(problems[0]?.line).toBeGreaterThan(1)
  })

  it('may have limits with all that they can say, and get what they leave out', () => {
    const more = {
      limits: { ...limits, deadband: 30, on: 'PT2M', scene: 'today', priority: { alarm: 'critical' } },
    }
    const city = cityOf(read(spoilt('figures/online', { ...figure, ...more })))
    expect(city.figures.get('online')?.limits).toMatchObject({
      deadband: 30,
      on: 120_000,
      priority: { warn: 'low', alarm: 'critical' },
    })
  })

  it.each([
    ['high', [0, 100], { warn: 95, alarm: 80 }, 5],
    ['low', [0, 50], { warn: 2, alarm: 10 }, 2],
    ['low', [-10, 50], { alarm: 10 }, 20],
  ])(
    'has an alarm that can return: with %s being good, %j and %j the deadband is at most %d',
    (better, plausible, some, widest) => {
      const withDeadband = (deadband: number) =>
        read(
          spoilt('figures/online', {
            ...figure,
            better,
            plausible,
            limits: { cause: name, action: name, ...some, deadband },
          }),
        ).problems
      expect(withDeadband(widest)).toEqual([])
      expect(withDeadband(widest + 0.5)[0]).toMatchObject({ code: 'deadband-wide', detail: String(widest) })
    },
  )

  it('names the values of a breakdown as it likes: only areas are known beforehand', () => {
    const more = { expects: { by: 'agency', names: ['tax', 'police'] }, rate: { by: 5, within: 'PT1M' } }
    expect(read(spoilt('figures/online', { ...figure, ...more })).problems).toEqual([])
  })

  it('without an owner is told how to get one, in both languages', () => {
    const [problem] = read(spoilt('figures/online', { ...figure, limits, owner: undefined })).problems
    expect(problem && explain(problem, 'vi')).toContain('organisations')
    expect(problem && explain(problem, 'en')).toMatch(/figures\.online\.limits \(line \d+\).*"owner"/)
  })
})

describe('the hours of a scene', () => {
  const scene = goodFile().scenes.today
  const problemsOf = (more: object) => read(spoilt('scenes/evening', { ...scene, ...more })).problems

  it('may lie over midnight, and on some days only', () => {
    expect(problemsOf({ hours: { from: '22:00', to: '05:30' }, days: ['sat', 'sun'] })).toEqual([])
  })

  it.each([
    ['that begin and end together', { hours: { from: '07:00', to: '07:00' } }, 'hours', 'hours-empty'],
    ['that are no times of day', { hours: { from: '7h', to: '08:00' } }, 'hours.from', 'option'],
    ['on a day that does not exist', { days: ['wen'] }, 'days[0]', 'choice'],
  ])('switch it off when wrong: %s', (_, more, at, code) => {
    expect(problemsOf(more)[0]).toMatchObject({ path: `scenes.evening.${at}`, code })
  })
})
