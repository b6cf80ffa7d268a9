import { describe, expect, it } from 'vitest'
import { cityOf, goodFile, read, spoilt } from '../../tests/cityFile'
import type { ProblemCode } from './problems'

const { name } = goodFile()

const SWITCHED_OFF: [what: string, path: string, value: unknown, at: string, code: ProblemCode][] = [
  ['a wrong duration', 'sources/onestop/every', '30s', 'sources.onestop.every', 'duration'],
  ['a duration longer than a day', 'sources/onestop/every', 'P2D', 'sources.onestop.every', 'duration'],
  ['a wrong word', 'sources/onestop/cadence', 'livee', 'sources.onestop.cadence', 'choice'],
  [
    'a wrong word inside one of several forms',
    'sources/onestop/cadence',
    { period: 'moth', due: 'P1D' },
    'sources.onestop.cadence.period',
    'choice',
  ],
  [
    'an unknown connector',
    'sources/onestop/connector',
    'soap',
    'sources.onestop.connector',
    'unknown-connector',
  ],
  ['an unknown owner', 'sources/onestop/owner', 'offise', 'sources.onestop.owner', 'unknown-organisation'],
  ['a misspelt key', 'sources/onestop/timout', 'PT8S', 'sources.onestop.timout', 'unknown-key'],
  [
    'an address with a foreign scheme',
    'sources/onestop/url',
    'ftp://files.example/a',
    'sources.onestop.url',
    'url',
  ],
  ['an entry that is no object', 'sources/onestop', 'later', 'sources.onestop', 'type'],
  ['a wrong unit', 'figures/online/unit', 'percent', 'figures.online.unit', 'choice'],
  ['a missing English name', 'figures/online/name', { vi: 'Tên' }, 'figures.online.name.en', 'missing'],
  ['an empty name', 'figures/online/name', { vi: '', en: 'x' }, 'figures.online.name.vi', 'empty'],
  ['too many digits', 'figures/online/digits', 9, 'figures.online.digits', 'range'],
  ['a fraction of a digit', 'figures/online/digits', 1.5, 'figures.online.digits', 'integer'],
  ['text where a number belongs', 'figures/online/digits', 'one', 'figures.online.digits', 'type'],
  ['an unknown source', 'figures/online/sources', ['onstop'], 'figures.online.sources[0]', 'unknown-source'],
  ['an unknown document', 'figures/online/document', 'qd-1', 'figures.online.document', 'unknown-document'],
  ['an unknown layer kind', 'layers/masts/kind', 'point', 'layers.masts.kind', 'unknown-layer-kind'],
  ['a layer of an unknown source', 'layers/masts/source', 'mast', 'layers.masts.source', 'unknown-source'],
  ['a wrong option of a layer', 'layers/masts/icon', 'tempel', 'layers.masts.icon', 'choice'],
  ['an unknown panel kind', 'panels/first/kind', 'number', 'panels.first.kind', 'unknown-panel-kind'],
  [
    'a panel of an unknown figure',
    'panels/first/figures',
    ['onlin'],
    'panels.first.figures[0]',
    'unknown-figure',
  ],
  [
    'a name with capitals',
    'panels/First',
    { kind: 'numbers', title: name, figures: [] },
    'panels.First',
    'id',
  ],
  [
    'a scene with an unknown layer',
    'scenes/today/layers',
    ['mast'],
    'scenes.today.layers[0]',
    'unknown-layer',
  ],
  [
    'a scene with an unknown panel',
    'scenes/today/panels',
    [{ panel: 'frist' }],
    'scenes.today.panels[0].panel',
    'unknown-panel',
  ],
]

describe('an entry with a mistake', () => {
  it.each(SWITCHED_OFF)(
    'is told apart by its path, and the city still shows: %s',
    (_what, path, value, at, code) => {
      const reading = read(spoilt(path, value))
      expect(reading.kind).toBe('ok')
      expect(reading.problems).toContainEqual(expect.objectContaining({ path: at, code, severity: 'entry' }))
      expect(reading.problems.every(({ line }) => line !== undefined && line > 1)).toBe(true)
    },
  )

  it('reports every misspelt key of an object, not only the first', () => {
    const reading = read(
      spoilt('figures/online', { ...goodFile().figures.online, untis: '%', bettr: 'high' }),
    )
    expect(reading.problems.slice(0, 2).map(({ path, known }) => [path, known[0]])).toEqual([
      ['figures.online.untis', 'unit'],
      ['figures.online.bettr', 'better'],
    ])
  })

  it('does not switch off entries that have nothing to do with it', () => {
    const city = cityOf(read(spoilt('panels/first/figures', ['onlin'])))
    expect([...city.panels.keys()]).toEqual(['second'])
    expect([...city.figures.keys()]).toEqual(['online', 'late', 'both'])
  })

  it('leaves a broken panel its place in the scene, with the reasons', () => {
    const city = cityOf(read(spoilt('panels/first/figures', ['onlin'])))
    expect(city.scenes[0]?.panels.map(({ panel }) => panel)).toEqual(['first', 'second'])
    expect(city.broken.get('first')).toMatchObject([{ code: 'unknown-figure', value: 'onlin' }])
  })

  it('keeps a place also for a panel that the file does not have', () => {
    const city = cityOf(read(spoilt('scenes/today/panels', [{ panel: 'frist' }])))
    expect(city.broken.get('frist')).toMatchObject([{ code: 'unknown-panel', known: ['first', 'second'] }])
  })

  it('switches off what depends on it and names the cause', () => {
    const reading = read(spoilt('sources/masts/every', 'often'))
    const city = cityOf(reading)
    expect([...city.panels.keys()]).toEqual(['first'])
    expect([...city.layers.keys()]).toEqual([])
    expect(city.scenes[0]?.layers).toEqual([])
    expect(reading.problems).toMatchObject([
      { path: 'sources.masts.every', code: 'duration' },
      {
        path: 'figures.late.sources[0]',
        code: 'broken-source',
        value: 'masts',
        detail: 'sources.masts.every',
      },
      { path: 'layers.masts.source', code: 'broken-source', detail: 'sources.masts.every' },
      { path: 'panels.second.figures[0]', code: 'broken-figure', detail: 'figures.late.sources[0]' },
    ])
  })

  it('costs a figure with two sources only the broken one', () => {
    expect(cityOf(read(spoilt('sources/masts/every', 'often'))).figures.get('both')?.sources).toEqual([
      'onestop',
    ])
  })
})
