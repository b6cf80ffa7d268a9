import type { Figure } from '../city/figure'
import type { City } from '../city/schema'
import type { Id, Text } from '../city/text'

/** The first level of navigation: the overview, the three pillars, infrastructure, the operations centre. */
export const GROUPS = ['overview', 'cqs', 'kts', 'xhs', 'ht', 'ioc'] as const
export type GroupName = (typeof GROUPS)[number] & ('overview' | Figure['pillar'])

export interface SceneGroup {
  name: GroupName
  scenes: City['scenes']
}

/** The scenes of a city by pillar, in the city's order; a scene of a module belongs to the operations centre. */
export function groupsOf(city: Pick<City, 'scenes' | 'modules'>): SceneGroup[] {
  const ofModules = new Set(city.modules.flatMap(({ scenes }) => scenes))
  const groupOf = ({ id, pillar }: City['scenes'][number]): GroupName =>
    pillar ?? (ofModules.has(id) ? 'ioc' : 'overview')
  return GROUPS.map((name) => ({
    name,
    scenes: city.scenes.filter((scene) => groupOf(scene) === name),
  })).filter(({ scenes }) => scenes.length > 0)
}

/** The whole printed name of the component that a scene belongs to (S1-10); the scene's own name is shorter. */
export function componentOf({ modules }: Pick<City, 'modules'>, scene: Id | undefined): Text | undefined {
  return modules.find(({ ioc, scenes }) => ioc !== undefined && scenes.some((id) => id === scene))?.name
}
