import { describe, expect, it } from 'vitest'
import type { FigureData } from '../src/panels/contract'
import { pairsOf, relate } from '../src/panels/correlation/relate'
import { deviationOf } from '../src/panels/deviation/deviate'
import { forecast } from '../src/panels/forecast/forecast'
import { timelineOf } from '../src/panels/timeline'
import { figureReadings } from '../src/sources/figures'
import { moduleRun } from './moduleRun'

const NOW = Date.parse('2026-11-23T10:07:00+07:00')

const run = moduleRun(['analysis'])
const { city, ids } = run
const figures = [...city.figures.values()].filter(({ id }) => id.startsWith('an-'))
const batches = await run.readAll(NOW)

function data(id: string): FigureData {
  const figure = city.figures.get(id)
  if (!figure) throw new Error(id)
  return { figure, ...figureReadings(figure, city.area, batches), severity: 'none' }
}

describe('the analysis module', () => {
  it.each(ids)('reads every record of %s', (id) => {
    expect(batches.get(id)?.dropped).toEqual([])
    expect(batches.get(id)?.total).toBeGreaterThan(20)
    expect(NOW - (batches.get(id)?.observedAt ?? 0)).toBeLessThanOrEqual(60_000)
  })

  it.each(figures.map(({ id }) => id))('has plausible readings of %s, in areas that exist', (id) => {
    const { all, latest, parts } = data(id)
    expect(all.length).toBe(
      batches.get(data(id).figure.sources[0] ?? '')?.readings.filter((each) => each.figure === id).length,
    )
    expect(latest ?? parts[0]).toBeDefined()
    for (const { area } of parts) expect(city.areas).toHaveProperty(area)
  })

  it('finds that floods come with the rain, from four weeks of days', () => {
    const relation = relate(pairsOf(data('an-rain-day'), data('an-floods-day'), 'time').list)
    expect(relation).toMatchObject({ kind: 'found', n: 28 })
    expect(relation.kind === 'found' && relation.r).toBeGreaterThan(0.3)
  })

  it('judges every hourly figure against four weeks', () => {
    for (const id of ['an-traffic', 'an-reports', 'an-dossiers', 'an-calls', 'an-rain', 'an-visits'])
      expect(deviationOf(data(id)), id).toMatchObject({
        kind: 'judged',
        basis: { from: 'history', weeks: 4 },
      })
  })

  it('forecasts the visits of a day with an error far below their swing from night to morning', () => {
    const line = timelineOf(data('an-visits').history)
    const made = line && forecast(line, 1, [0, Infinity])
    if (made?.kind !== 'made') throw new Error(made?.kind)
    expect(made.steps).toHaveLength(24)
    const values = made.steps.map(({ value }) => value)
    expect(made.error).toBeLessThan((Math.max(...values) - Math.min(...values)) / 8)
  })
})
