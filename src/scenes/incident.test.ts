import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { cityOf, goodFile, read } from '../../tests/cityFile'
import { alert } from '../alarms/fixtures'
import type { Alarm, Subject } from '../alarms/alarm'
import type { City } from '../city/schema'
import { definePanel } from '../panels/contract'
import { aFeature } from '../sources/fixtures'
import { incidentScene, nearest, placeOf, ringsOf } from './incident'

const good = cityOf(read(goodFile()))
const [today] = good.scenes
if (!today) throw new Error('the good file has a scene')
const scenes = [
  { ...today, id: 'calm', layers: [], panels: [{ panel: 'second', tall: 1 }] },
  {
    ...today,
    id: 'busy',
    panels: [
      { panel: 'second', tall: 3 },
      { panel: 'first', tall: 2 },
      { panel: 'second', tall: 2 },
    ],
  },
]
const camera = {
  id: 'cams',
  kind: 'points',
  name: good.name,
  source: 'masts',
  fields: {},
  options: { icon: 'camera' },
}
const part = { name: good.name, level: 'commune' as const, center: [106.6, 20.8] satisfies [number, number] }
const city: City = {
  ...good,
  areas: { ...good.areas, part },
  layers: new Map([...good.layers, ['cams', camera]]),
  scenes,
}
const numbers = definePanel({
  kind: 'numbers',
  schema: v.strictObject({ figures: v.array(v.string()) }),
  example: { figures: ['online'] },
  needs: ({ figures }) => ({ figures }),
  component: {},
})

const limit = (area: string): Subject => ({
  kind: 'limit',
  figure: 'online',
  area,
  dims: {},
  level: 'alarm',
  value: 1,
  qualifier: 'exact',
})
const sceneOf = (subject: Subject, of = city) =>
  incidentScene({ key: 'k', subject }, of, new Map([['numbers', numbers]]))

describe('the scene that an alarm brings to the wall', () => {
  it('is the one that shows its figure, that panel first, with the cameras on the map', () => {
    const scene = sceneOf(limit('part'))
    expect(scene?.panels).toEqual([
      { panel: 'first', tall: 2 },
      { panel: 'second', tall: 2 },
    ])
    expect(scene?.layers).toEqual(['masts', 'cams'])
  })

  it('flies the map to the place, and stays with the city when that is the place', () => {
    expect(sceneOf(limit('part'))?.camera).toEqual({ center: [106.6, 20.8], zoom: 14 })
    expect(sceneOf(limit('whole'))?.camera).toBeUndefined()
  })

  it('is the one that the city file names for the limit', () => {
    const limits = {
      ...{ alarm: 5, deadband: 0, on: 0, off: 0, scene: 'calm', cause: city.name, action: city.name },
      priority: { warn: 'low', alarm: 'high' },
    } as const
    const online = good.figures.get('online')
    if (!online) throw new Error('the good file has this figure')
    const named = { ...city, figures: new Map([['online', { ...online, limits }]]) }
    expect(sceneOf(limit('part'), named)?.panels).toEqual([{ panel: 'second', tall: 1 }])
    expect(sceneOf(limit('part'), named)?.layers).toEqual(['masts', 'cams'])
  })

  it('has the map of the city for a warning from outside, at the place that the warning names', () => {
    const geometry = { type: 'Point' as const, coordinates: [106.65, 20.82] }
    const scene = sceneOf({ kind: 'city', source: 'cap', alert: alert({ geometry }) })
    expect([scene?.camera?.center, scene?.layers]).toEqual([
      [106.65, 20.82],
      ['masts', 'cams'],
    ])
  })
})

describe('the rings on the map', () => {
  const alarm = (key: string, area: string, more: Partial<Alarm> = {}): Alarm => ({
    ...{ key, priority: 'high', on: 0, off: 0, raisedAt: 0, announcedAt: 0, chattering: false },
    ...{ turn: undefined, swungAt: undefined },
    ...{ phase: { kind: 'active' }, acked: undefined, shelf: undefined, subject: limit(area) },
    ...more,
  })

  it('stand where an alarm has a place, and say whether somebody has seen it', () => {
    const seen = { acked: { by: 'Ca trực 1', at: 1 } }
    const rings = ringsOf([alarm('a', 'part'), alarm('b', 'part', seen), alarm('c', 'whole')], city)
    expect(rings.map((ring) => [ring.key, ring.urgent, ring.seen])).toEqual([
      ['a', true, false],
      ['b', true, true],
    ])
  })

  it('are not for a source, which is nowhere', () => {
    expect(placeOf({ kind: 'source', source: 'masts', state: 'down' }, city)).toBeUndefined()
  })
})

describe('the cameras round a place', () => {
  it('are the nearest ones by ground and not by degrees', () => {
    const at = (id: string, lon: number, lat: number) =>
      aFeature({ id, geometry: { type: 'Point', coordinates: [lon, lat] } })
    // At 60° north a degree of longitude is half as long as one of latitude.
    const found = nearest(
      [at('far', 0.5, 60), at('north', 0, 60.15), at('east', 0.2, 60)],
      { type: 'Point', coordinates: [0, 60] },
      2,
    )
    expect(found.map(({ feature, metres }) => [feature.id, Math.round(metres / 100)])).toEqual([
      ['east', 111],
      ['north', 167],
    ])
  })
})
