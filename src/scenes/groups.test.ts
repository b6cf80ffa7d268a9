import { describe, expect, it } from 'vitest'
import { cityOf, goodFile, read } from '../../tests/cityFile'
import { componentOf, groupsOf } from './groups'

const name = { vi: 'Cảnh', en: 'Scene' }
const scene = { name, duration: 'PT30S', layers: [], panels: [{ panel: 'first' }] }

describe('the groups of scenes', () => {
  const scenes = {
    traffic: scene,
    health: { ...scene, pillar: 'xhs' },
    today: scene,
    dossiers: { ...scene, pillar: 'cqs' },
  }
  const city = cityOf(read({ ...goodFile(), scenes }))
  const module = { id: 'traffic', name, ioc: 2, ref: undefined, scenes: ['traffic'] }
  const groups = groupsOf({ ...city, modules: [module] })

  it('follow the order of the pillars, whatever the order of the file, and leave out empty ones', () => {
    expect(groups.map((group) => group.name)).toEqual(['overview', 'cqs', 'xhs', 'ioc'])
  })

  it('put a module’s scene with the operations centre, and a scene without a pillar with the overview', () => {
    const idsOf = (name: string) => groups.find((group) => group.name === name)?.scenes.map(({ id }) => id)
    expect(idsOf('ioc')).toEqual(['traffic'])
    expect(idsOf('overview')).toEqual(['today'])
  })

  it('tell the printed name of the component that a scene is of, and none for other scenes', () => {
    const printed = { vi: 'Giám sát điều hành giao thông', en: 'Traffic monitoring and operations' }
    const modules = [{ ...module, name: printed }]
    expect(componentOf({ modules }, 'traffic')).toEqual(printed)
    expect(componentOf({ modules }, 'today')).toBeUndefined()
    expect(componentOf({ modules: [{ ...module, ioc: undefined }] }, 'traffic')).toBeUndefined()
  })
})
