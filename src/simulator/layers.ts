import type { Feature } from 'geojson'
import { pointFeature } from './geometry'
import type { Place, Ward } from './place'
import { coverageRing, stations, stationState } from './stations'

const STATE_WORDS = { ok: 'hoat-dong', warn: 'qua-tai', off: 'mat-ket-noi' } as const

/** The areas that the city's systems report by; `validTo` is the last day of those that are no more. */
export function wardShapes(place: Place, level: string, validTo?: string): Feature[] {
  return place.wards.map((ward) => wardShape(ward, level, validTo === undefined ? {} : { denNgay: validTo }))
}

/** One area as the map service publishes it, with the days of its life. */
export function wardShape(ward: Ward, level: string, life: { tuNgay?: string; denNgay?: string }): Feature {
  return {
    type: 'Feature',
    id: `phuong-${ward.id}`,
    geometry: { type: 'Polygon', coordinates: [ward.outline.map((point) => [...point])] },
    properties: {
      ten: `${level} ${ward.name}`,
      tenNgan: ward.name,
      ma: ward.id,
      dienTichKm2: ward.km2,
      ...life,
      doChinhXac: 'schematic',
    },
  }
}

export function baseStations(place: Place, seed: number, at: number): Feature[] {
  return stations(place, seed).map((each) =>
    pointFeature(each.id, each.at, {
      ten: `Trạm ${each.ward.name} ${each.id.slice(each.id.lastIndexOf('-') + 1)}`,
      maPhuong: each.ward.id,
      congNghe: each.technologies.join('+'),
      trangThai: STATE_WORDS[stationState(seed, each.id, at)],
      moPhong: true,
    }),
  )
}

export function coverage(place: Place, seed: number, at: number, corners?: number): Feature[] {
  return stations(place, seed).flatMap((each) =>
    each.technologies.map((congNghe): Feature => ({
      type: 'Feature',
      id: `${each.id}-${congNghe.toLowerCase()}`,
      geometry: { type: 'Polygon', coordinates: [coverageRing(seed, each, congNghe, corners)] },
      properties: {
        ten: `Vùng phủ ${congNghe} – ${each.ward.name} ${each.id.slice(each.id.lastIndexOf('-') + 1)}`,
        tram: each.id,
        maPhuong: each.ward.id,
        congNghe,
        trangThai: STATE_WORDS[stationState(seed, each.id, at)],
        moPhong: true,
      },
    })),
  )
}
