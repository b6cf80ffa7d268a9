import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What the files of each room may import, besides their own room and packages. `ui` is open to all. */
const ROOMS: Record<string, readonly string[]> = {
  'main.ts': [
    'kinds.ts',
    'App.vue',
    'trustedTypes.ts',
    'shells',
    'scenes',
    'alarms',
    'map',
    'panels',
    'sources',
    'upkeep',
    'keep',
    'city',
    'simulator',
  ],
  'App.vue': [
    'snapshot.ts',
    'shells',
    'scenes',
    'alarms',
    'map',
    'panels',
    'sources',
    'upkeep',
    'keep',
    'city',
  ],
  'snapshot.ts': ['scenes', 'alarms', 'sources', 'upkeep', 'keep', 'city'],
  'trustedTypes.ts': [],
  'kinds.ts': ['map', 'panels', 'sources', 'city'],
  shells: ['scenes', 'alarms', 'map', 'panels', 'sources', 'upkeep', 'keep', 'city'],
  scenes: ['alarms', 'map', 'panels', 'sources', 'city'],
  alarms: ['sources', 'keep', 'city'],
  map: ['sources', 'city', 'alarms/severity'],
  panels: ['sources', 'city', 'alarms/severity'],
  sources: ['keep', 'city', 'alarms/severity'],
  upkeep: ['keep', 'city'],
  keep: ['city'],
  city: [],
  simulator: [],
  ui: ['city/text'],
}

interface Import {
  from: string
  to: string
  /** Loaded only when it is needed. */
  lazy: boolean
}

const IMPORTS: readonly Import[] = globSync('src/**/*.{ts,vue}')
  .map((file) => file.replaceAll('\\', '/').replace(/^src\//, ''))
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap(importsOf)

function importsOf(from: string): Import[] {
  const text = readFileSync(join('src', from), 'utf8')
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"`;]*?from\s*['"](\.[^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s*['"](\.[^'"]+)['"]/gm),
    ...text.matchAll(/\b(import)\(\s*['"](\.[^'"]+)['"]\s*\)/g),
  ]
  return found.map((match) => {
    const target = match[2] ?? match[1] ?? ''
    return {
      from,
      to: normalize(join(dirname(from), target)).replaceAll('\\', '/'),
      lazy: match[2] !== undefined,
    }
  })
}

/** The room of a file or of an import, such as `map`; a file at the top is a room of its own. */
function roomOf(path: string): string {
  const room = path.split('/')[0] ?? ''
  return path.includes('/') || room in ROOMS ? room : `${room}.ts`
}

function show({ from, to }: Import): string {
  return `${from} → ${to}`
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}

describe('imports', () => {
  it('are found at all', () => {
    expect(IMPORTS.length).toBeGreaterThan(20)
    expect(IMPORTS.map(show)).toContain('sources/contract.ts → city/text')
  })

  it('run one way between the rooms of the house', () => {
    const wrong = IMPORTS.filter(({ from, to }) => {
      const room = roomOf(from)
      const allowed = ROOMS[room] ?? []
      return (
        roomOf(to) !== room && !['ui', ...allowed].some((place) => isIn(to, place) || roomOf(to) === place)
      )
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('start in rooms that this test knows', () => {
    expect([...new Set(IMPORTS.map(({ from }) => roomOf(from)))].filter((room) => !(room in ROOMS))).toEqual(
      [],
    )
  })

  it('never leave the source tree', () => {
    expect(IMPORTS.filter(({ to }) => to.startsWith('..')).map(show)).toEqual([])
  })

  it('of one kind never reach another kind: connectors, layers and panels stand alone', () => {
    const homes = [/^sources\/connectors\/([^/.]+)/, /^map\/layers\/([^/.]+)/, /^panels\/([^/.]+)\//]
    const wrong = IMPORTS.filter(({ from, to }) =>
      homes.some((home) => {
        const [own, other] = [home.exec(from)?.[1], home.exec(to)?.[1]]
        return own !== undefined && other !== undefined && own !== other
      }),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('of one kind come from kinds.ts alone, which finds them by their place', () => {
    const isKind = /^(?:sources\/connectors|map\/layers)\/|^panels\/[^/]+\/index$/
    expect(IMPORTS.filter(({ to }) => isKind.test(to)).map(show)).toEqual([])
  })

  it('load the simulator only when it is needed', () => {
    const eager = IMPORTS.filter(
      ({ from, to, lazy }) => isIn(to, 'simulator') && !isIn(from, 'simulator') && !lazy,
    )
    expect(eager.map(show)).toEqual([])
  })
})
