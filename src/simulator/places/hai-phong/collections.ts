import type { Feature } from 'geojson'
import { pointFeature } from '../../geometry'
import { baseStations, coverage, wardShapes } from '../../layers'
import type { Collection, Place } from '../../place'
import { remember } from '../../remember'

/** Units whose land data were on the city's land portal in 2022, as printed. */
const LAND_UNITS = ['hong-bang', 'do-son', 'an-duong']
const URBAN = ['hong-bang', 'ngo-quyen', 'le-chan', 'kien-an', 'hai-an', 'do-son', 'duong-kinh']
const LAST_DAY = '2025-06-30'

/** Enough for a shape that reads as a cell of coverage; 2.224 stations must stay below 3 MB. */
const CORNERS = 12

/** Quận or huyện, each by its own name. */
function units(place: Place): Feature[] {
  return wardShapes(place, 'Huyện', LAST_DAY).map((shape) => {
    const { properties } = shape
    const urban = URBAN.includes(String(properties?.ma))
    return { ...shape, properties: { ...properties, ...(urban && { ten: `Quận ${properties?.tenNgan}` }) } }
  })
}

/** A sign in the middle of each unit. */
function landData(place: Place): Feature[] {
  return place.wards
    .filter(({ id }) => LAND_UNITS.includes(id))
    .map(({ id, name, center }) =>
      pointFeature(`dat-dai-${id}`, center, {
        ten: `Đất đai ${name}`,
        ma: id,
        phanMem: 'VBDLIS',
        doChinhXac: 'ward',
      }),
    )
}

/** Kept for the pages of one read. */
const stationsNow = remember(baseStations, 1)
const coverageNow = remember((place, seed, at) => coverage(place, seed, at, CORNERS), 1)

/** Every collection of the city's map service by id. */
export const COLLECTIONS: Readonly<Record<string, Collection>> = {
  'don-vi': {
    title: 'Đơn vị cấp huyện (đến 30/06/2025)',
    description: 'Mười lăm quận, huyện, hình vẽ sơ đồ',
    features: units,
  },
  'dat-dai': {
    title: 'Dữ liệu đất đai trên Cổng đất đai thành phố',
    description: 'Ba đơn vị, năm 2022',
    features: landData,
  },
  'tram-bts': { title: 'Trạm BTS', description: 'Vị trí mô phỏng', features: stationsNow },
  'vung-phu': {
    title: 'Phủ sóng 4G/5G',
    description: 'Vùng phủ mô phỏng',
    features: coverageNow,
  },
}
