import type { Feature } from 'geojson'
import { baseStations, coverage, wardShape, wardShapes } from '../../layers'
import { pointAt, pointFeature, type Point } from '../../geometry'
import { drawnWards, somewhereIn, wardNamed, type Collection, type Place } from '../../place'
import { pick } from '../../random'
import drawn from './wards.json'

/** The two wards since 1 July 2025. */
const LATER = drawnWards(
  [
    { id: 'kien-an-2025', name: 'Kiến An', km2: 11.18, center: [106.6505, 20.8235] },
    { id: 'phu-lien-2025', name: 'Phù Liễn', km2: 18.46, center: [106.6276, 20.793] },
  ],
  drawn,
)

/** Shrines stand at the centroid of the ward that the report names, for want of a surveyed place. */
export const SHRINES: readonly [id: string, name: string, wardId: string, accuracyM: number][] = [
  ['dinh-quy-tuc', 'Đình Quy Tức', 'phu-lien', 1500],
  ['dinh-dau-son', 'Đình Đẩu Sơn', 'van-dau', 1700],
  ['dinh-khuc-tri', 'Đình Khúc Trì', 'ngoc-son', 1300],
  ['dinh-phu-luu', 'Đình Phù Lưu', 'trang-minh', 1500],
  ['den-kien-vu', 'Đền Kiến Vũ', 'bac-son', 1100],
  ['dinh-tru-khe', 'Đình Trữ Khê', 'quan-tru', 900],
]

/** Streets of "Khu phố 4.0"; shops per street are invented and add up to the reported "about 180". */
const STREETS: readonly [id: string, name: string, wardId: string, angle: number, shops: number][] = [
  ['hoang-thiet-tam', 'Hoàng Thiết Tâm', 'bac-son', 0.5, 38],
  ['tran-thanh-ngo', 'Trần Thành Ngọ', 'tran-thanh-ngo', 0.9, 57],
  ['tran-nhan-tong', 'Trần Nhân Tông', 'nam-son', 2.4, 49],
  ['le-duan', 'Lê Duẩn', 'quan-tru', 1.6, 36],
]

const wardOf = (place: Place, id: string): { id: string; name: string; center: Point } =>
  wardNamed(place, id) ?? { id: '', name: '', center: place.centre }

function heritage(place: Place): Feature[] {
  const shrines = SHRINES.map(([id, ten, wardId, saiSoM]) => {
    const ward = wardOf(place, wardId)
    return pointFeature(id, ward.center, {
      ten,
      tenTheoNguon: ten,
      loai: ten.startsWith('Đền') ? 'den' : 'dinh',
      maPhuong: ward.id,
      phuong: ward.name,
      soHoa: true,
      maQR: `https://example.org/di-tich/${id}`,
      chatLuong: 'tot',
      doChinhXac: 'ward',
      saiSoM,
    })
  })
  const mountain = pointFeature('nui-voi', [106.56, 20.839], {
    ten: 'Núi Voi',
    tenTheoNguon: 'Núi Vọ',
    loai: 'danh-thang',
    maPhuong: null,
    phuong: 'Giáp ranh Trường Thành – An Tiến (An Lão)',
    soHoa: true,
    maQR: 'https://example.org/di-tich/nui-voi',
    chatLuong: 'nghi-ngo',
    doChinhXac: 'ward',
    saiSoM: 1500,
  })
  return [...shrines, mountain]
}

function markets(place: Place, seed: number): Feature[] {
  const named = pointFeature('cho-go-cong', pointAt(place.centre, 4, 0.3), {
    ten: 'Chợ Gò Công',
    khongTienMat: true,
    maPhuong: null,
    gianHangQR: 24,
    // The market is named by the report; where it lies and how many codes it has is not.
    moPhong: 'vị trí, số mã QR',
    doChinhXac: 'schematic',
    saiSoM: 3000,
  })
  const generic = place.wards.map((ward) => {
    return pointFeature(`cho-${ward.id}`, somewhereIn(ward, seed, 'market'), {
      ten: `Chợ phường ${ward.name}`,
      khongTienMat: true,
      maPhuong: ward.id,
      gianHangQR: pick(5, 11, seed, 'stalls', ward.id),
      moPhong: true,
      doChinhXac: 'schematic',
      saiSoM: 1500,
    })
  })
  return [named, ...generic]
}

function streets(place: Place): Feature[] {
  return STREETS.map(([id, ten, wardId, angle, soGianHang]) => {
    const ward = wardOf(place, wardId)
    const coordinates = [-0.24, -0.08, 0.08, 0.24].map((km, bend) =>
      pointAt(ward.center, angle + (bend % 2 ? 0.08 : -0.08), km),
    )
    return {
      type: 'Feature',
      id: `kp40-${id}`,
      geometry: { type: 'LineString', coordinates },
      properties: {
        ten,
        maPhuong: ward.id,
        phuong: ward.name,
        soGianHang,
        moPhongSoGianHang: true,
        doChinhXac: 'schematic',
      },
    }
  })
}

/** Every collection of the city's map service by id. */
export const COLLECTIONS: Readonly<Record<string, Collection>> = {
  'di-tich': {
    title: 'Di tích lịch sử – văn hóa',
    description: 'Vị trí theo tâm phường',
    features: heritage,
  },
  cho: { title: 'Chợ', description: 'Chợ không dùng tiền mặt', features: markets },
  'khu-pho-4.0': { title: 'Khu phố 4.0', description: 'Bốn tuyến phố, hình vẽ sơ đồ', features: streets },
  phuong: {
    title: 'Phường (đến 31/12/2024)',
    description: 'Mười phường, hình vẽ sơ đồ',
    features: (place) => [
      ...wardShapes(place, 'Phường', '2024-12-31'),
      ...LATER.map((ward) => wardShape(ward, 'Phường', { tuNgay: '2025-07-01' })),
    ],
  },
  'tram-bts': { title: 'Trạm BTS', description: 'Số liệu mô phỏng', features: baseStations },
  'vung-phu': { title: 'Phủ sóng 4G/5G', description: 'Số liệu mô phỏng', features: coverage },
}
