import { describe, expect, it } from 'vitest'
import { cityOf, goodFile, read } from '../../tests/cityFile'
import type { Batch, Feature } from '../sources/records'
import { definePanel, type PanelKind } from '../panels/contract'
import * as v from 'valibot'
import { search } from './search'

const list = definePanel({
  kind: 'numbers',
  schema: v.strictObject({ figures: v.array(v.string()) }),
  example: { figures: [] },
  needs: ({ figures }) => ({ figures, sources: ['onestop'] }),
  component: {},
})
const kinds = new Map<string, PanelKind>([['numbers', list]])
const city = cityOf(read(goodFile()))
const shrine: Feature = {
  id: 'den-kien-vu',
  geometry: { type: 'Point', coordinates: [106.63, 20.81] },
  name: 'Đền Kiến Vũ',
  kind: 'temple',
  status: 'ok',
  accuracy: 'ward',
  props: {},
  links: [],
  quality: 'live',
}
const nothing: Batch = {
  readings: [],
  features: [],
  items: [],
  cases: [],
  posts: [],
  alerts: [],
  dropped: [],
  total: 0,
}
const batches = new Map<string, Batch>([
  ['masts', { ...nothing, features: [shrine] }],
  ['onestop', { ...nothing, cases: [{ id: 'n1', title: 'Trung tâm dữ liệu', state: 'doing' }] }],
])
const find = (query: string) => search(query, city, kinds, batches, 'vi', 8)

describe('search in a city', () => {
  it('finds an object of the map without marks and tells which scene shows it', () => {
    expect(find('kien vu')).toEqual([
      {
        key: 'object masts den-kien-vu',
        kind: 'object',
        label: 'Đền Kiến Vũ',
        where: 'Tên',
        scene: 'today',
        object: 'masts/den-kien-vu',
      },
    ])
  })

  it('finds the entries of lists', () => {
    expect(find('du lieu').map(({ kind, label }) => [kind, label])).toEqual([['entry', 'Trung tâm dữ liệu']])
  })

  it('finds scenes and figures by their names, each once', () => {
    expect(find('ten').map(({ kind }) => kind)).toContain('scene')
    expect(new Set(find('ten').map(({ key }) => key)).size).toBe(find('ten').length)
  })

  it('offers no more than asked for, and nothing for nothing', () => {
    expect(search('t', city, kinds, batches, 'vi', 1)).toHaveLength(1)
    expect(find('')).toEqual([])
  })
})
