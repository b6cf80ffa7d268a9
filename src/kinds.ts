import type { LayerKind } from './map/contract'
import type { PanelKind } from './panels/contract'
import type { Connector } from './sources/contract'

/** Every kind this app has, found by its place in the tree: a new file is a new kind. */
export const connectors = byKind(
  import.meta.glob<Connector>(['./sources/connectors/*.ts', '!**/*.test.ts'], {
    eager: true,
    import: 'default',
  }),
)

export const layers = byKind(
  import.meta.glob<LayerKind>(['./map/layers/*.ts', '!**/*.test.ts'], { eager: true, import: 'default' }),
)

export const panels = byKind(
  import.meta.glob<PanelKind>('./panels/*/index.ts', { eager: true, import: 'default' }),
)

/** As the city file's checker wants them. */
export const kinds = { connectors, layers, panels }

function byKind<K extends { kind: string }>(files: Record<string, K>): ReadonlyMap<string, K> {
  return new Map(Object.values(files).map((definition) => [definition.kind, definition]))
}
