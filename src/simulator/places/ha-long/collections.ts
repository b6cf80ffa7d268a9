import type { Feature } from 'geojson'
import { baseStations, coverage, wardShapes } from '../../layers'
import { pointAt, pointFeature } from '../../geometry'
import type { Collection, Place } from '../../place'
import { SITES } from './sites'

/** Where people hand in dossiers: the city's centre and one counter in each of the eleven units. */
function counters(place: Place): Feature[] {
  const centre = pointFeature('tthcc', place.centre, {
    ten: 'Trung tâm Hành chính công',
    loai: 'trung-tam',
    maPhuong: 'ha-long-2025',
    saiSoM: 1500,
    moPhong: false,
  })
  const others = place.wards.map((ward) =>
    pointFeature(`mot-cua-${ward.id}`, pointAt(ward.center, 2.2, 0.25 * Math.sqrt(ward.km2) * 0.5), {
      ten: `Một cửa ${ward.name}`,
      loai: 'phuong-xa',
      maPhuong: ward.id,
      saiSoM: Math.round(350 * Math.sqrt(ward.km2)),
      moPhong: true,
    }),
  )
  return [centre, ...others]
}

function sights(): Feature[] {
  return SITES.map(({ name, at }, index) =>
    pointFeature(`diem-den-${index + 1}`, at, { ten: name, saiSoM: 800, doChinhXac: 'schematic' }),
  )
}

/** Every collection of the city's map service by id. */
export const COLLECTIONS: Readonly<Record<string, Collection>> = {
  'phuong-xa': {
    title: 'Phường, xã (từ 01/07/2025)',
    description: 'Chín phường, hai xã, hình vẽ sơ đồ',
    features: (place) => wardShapes(place, 'Phường, xã'),
  },
  'mot-cua': { title: 'Bộ phận một cửa', description: 'Vị trí sơ đồ', features: counters },
  'diem-den': { title: 'Điểm đến', description: 'Vị trí sơ đồ', features: sights },
  'tram-bts': { title: 'Trạm BTS', description: 'Số liệu mô phỏng', features: baseStations },
  'vung-phu': { title: 'Phủ sóng 4G/5G', description: 'Số liệu mô phỏng', features: coverage },
}
