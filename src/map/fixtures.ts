import type { Feature } from '../sources/records'
import type { LayerKind, MapLayer } from './contract'

/** A feature for tests; whatever a test does not speak of is in order. */
export function aFeature(more: Partial<Feature> = {}): Feature {
  return {
    id: 'den-kien-vu',
    geometry: { type: 'Point', coordinates: [106.6357, 20.8199] },
    name: 'Đền Kiến Vũ',
    kind: 'di-tich',
    status: 'ok',
    accuracy: 'surveyed',
    props: {},
    links: [],
    quality: 'live',
    ...more,
  }
}

/** A visible layer of that kind with the kind's own example as options. */
export function aLayer(
  kind: LayerKind,
  features: readonly Feature[] = [],
  more: Partial<MapLayer> = {},
): MapLayer {
  const { kind: id } = kind
  return { id, name: { vi: id, en: id }, bound: kind.prepare(kind.example), features, visible: true, ...more }
}

/** A square of about a kilometre around the centre of Kiến An. */
export const SQUARE: Feature['geometry'] = {
  type: 'Polygon',
  coordinates: [
    [
      [106.625, 20.805],
      [106.635, 20.805],
      [106.635, 20.815],
      [106.625, 20.815],
      [106.625, 20.805],
    ],
  ],
}
