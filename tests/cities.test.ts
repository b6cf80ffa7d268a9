import { describe, expect, it } from 'vitest'
import { explain } from '../src/city/problems'
import { kinds, panels } from '../src/kinds'
import { sourcesOf } from '../src/panels/gather'
import { coverage, shippedCities } from '../tools/coverage'
import { readShipped, shippedFiles } from '../tools/shipped'

/** Connectors that bring alerts. */
const ALERTING = new Set(['cap', 'prometheus'])

describe.each(shippedFiles())('the shipped city file %s', (file) => {
  const reading = readShipped(file, kinds)
  if (reading.kind === 'refused')
    throw new Error(reading.problems.map((each) => explain(each, 'en')).join('\n'))
  const { city } = reading
  const placed = new Set(city.scenes.flatMap((scene) => scene.panels.map(({ panel }) => panel)))
  const shown = [...city.panels.values()].flatMap((panel) => {
    const needs = panels.get(panel.kind)?.prepare(panel.options).needs
    return needs && placed.has(panel.id) ? [{ panel, needs }] : []
  })

  it('has no problem', () => {
    expect(reading.problems.map((problem) => explain(problem, 'en'))).toEqual([])
  })

  it('shows every figure it defines in a panel of some scene', () => {
    const drawn = new Set(shown.flatMap(({ needs }) => needs.figures))
    expect([...city.figures.keys()].filter((id) => !drawn.has(id))).toEqual([])
  })

  it('polls no source that nobody sees', () => {
    const layers = city.scenes.flatMap((scene) =>
      scene.layers.flatMap((id) => city.layers.get(id)?.source ?? []),
    )
    // Alerts are seen in the strip and in the list of alarms, on every scene.
    const alerting = [...city.sources.values()].filter(({ connector }) => ALERTING.has(connector))
    const seen = new Set([
      ...shown.flatMap(({ needs }) => sourcesOf(needs, city)),
      ...layers,
      ...alerting.map(({ id }) => id),
    ])
    expect([...city.sources.keys()].filter((id) => !seen.has(id))).toEqual([])
  })

  it('has at least four scenes, each with a caption and no more than nine panels', () => {
    expect(city.scenes.length).toBeGreaterThanOrEqual(4)
    for (const scene of city.scenes) {
      expect(scene.panels.length, scene.id).toBeLessThanOrEqual(9)
      expect(scene.caption, scene.id).toBeDefined()
    }
  })

  it('names its owner for every figure with a limit: an alarm is somebody’s', () => {
    const ownerless = [...city.figures.values()].filter((figure) => figure.limits && !figure.owner)
    expect(ownerless.map(({ id }) => id)).toEqual([])
  })

  it('hears the warnings of the authorities and of its own infrastructure', () => {
    expect(city.sources.get('city-alerts')?.connector).toBe('cap')
    expect(city.sources.get('it-alerts')?.connector).toBe('prometheus')
  })
})

const CITIES = shippedCities()

describe('the alarms of the shipped cities', () => {
  it('are mostly of low priority: about 80 of 100, 15 medium and 5 above (faults §3.4)', () => {
    const defined = CITIES.flatMap(({ figures }) =>
      [...figures].flatMap(([id, { limits }]) => (limits ? [[id, limits.priority] as const] : [])),
    )
    const levels = defined.flatMap(([, { warn, alarm }]) => [warn, alarm])
    const share = (...of: string[]) => levels.filter((level) => of.includes(level)).length / levels.length
    expect(share('low')).toBeGreaterThan(0.75)
    expect(share('low')).toBeLessThan(0.85)
    expect(share('high', 'critical')).toBeLessThan(0.08)
    expect(share('high', 'critical')).toBeGreaterThan(0)
  })
})

describe('the inventory of what the cities named', () => {
  it('has the nine components of Hạ Long’s operations centre by their printed names, in their order', () => {
    const haLong = CITIES.find(({ id }) => id === 'ha-long')
    const components = haLong?.modules.filter(({ ioc }) => ioc !== undefined) ?? []
    expect(components.map(({ ref, name }) => [ref, name.vi])).toEqual([
      ['S1-10.1', 'Giám sát thông tin trên môi trường mạng'],
      ['S1-10.2', 'Giám sát điều hành giao thông'],
      ['S1-10.3', 'Giám sát điều hành an ninh, trật tự'],
      ['S1-10.4', 'Giám sát phản ánh người dân'],
      ['S1-10.5', 'Phân tích dữ liệu'],
      ['S1-10.6', 'Hỏi đáp ý kiến phục vụ người dân – tổng đài ứng dụng AI'],
      ['S1-10.7', 'Giám sát điều hành y tế'],
      ['S1-10.8', 'Giám sát điều hành giáo dục'],
      ['S1-10.9', 'Giám sát điều hành du lịch'],
    ])
  })

  it.each(coverage())('$id is on some screen: $what', ({ seen }) => {
    expect(seen).not.toEqual([])
  })
})
