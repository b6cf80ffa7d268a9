import type { Feature } from 'geojson'
import { baseStations, coverage, wardShapes } from '../../layers'
import { drawnWards, type Place } from '../../place'
import { meetingPoints } from './meetings'
import { openData } from './openData'
import { businessSupport, cooperativePoints, prioritySectors } from './sectors'
import { communePilot, keyTasks, programmes } from './tasks'
import { teamPoints, teamRegister, teamSupport } from './teams'
import drawn from './wards.json'

/** The sixteen units until 30/06/2025: sizes and centres approximate, as the map's sketch has them. */
const UNITS = drawnWards(
  [
    { id: 'phung', name: 'Phùng', km2: 2.9, center: [105.659, 21.0829] },
    { id: 'dan-phuong-xa', name: 'Đan Phượng', km2: 3.4, center: [105.673, 21.0903] },
    { id: 'dong-thap', name: 'Đồng Tháp', km2: 3.7, center: [105.648, 21.0947] },
    { id: 'ha-mo', name: 'Hạ Mỗ', km2: 3.6, center: [105.693, 21.1036] },
    { id: 'hong-ha', name: 'Hồng Hà', km2: 8.7, center: [105.676, 21.1321] },
    { id: 'lien-ha', name: 'Liên Hà', km2: 4.1, center: [105.716, 21.1108] },
    { id: 'lien-hong', name: 'Liên Hồng', km2: 5.1, center: [105.699, 21.1208] },
    { id: 'lien-trung', name: 'Liên Trung', km2: 4.1, center: [105.726, 21.0978] },
    { id: 'phuong-dinh', name: 'Phương Đình', km2: 7.2, center: [105.648, 21.1119] },
    { id: 'song-phuong', name: 'Song Phượng', km2: 2.7, center: [105.669, 21.0742] },
    { id: 'tan-hoi', name: 'Tân Hội', km2: 5, center: [105.699, 21.0894] },
    { id: 'tan-lap', name: 'Tân Lập', km2: 5.3, center: [105.715, 21.0799] },
    { id: 'tho-an', name: 'Thọ An', km2: 6, center: [105.648, 21.1418] },
    { id: 'tho-xuan', name: 'Thọ Xuân', km2: 4.4, center: [105.658, 21.1268] },
    { id: 'thuong-mo', name: 'Thượng Mỗ', km2: 4, center: [105.677, 21.1045] },
    { id: 'trung-chau', name: 'Trung Châu', km2: 8.2, center: [105.636, 21.1521] },
  ],
  drawn,
)

/** The units with their levels: one township, fifteen communes. */
const unitShapes = (place: Place): Feature[] =>
  wardShapes(place, 'Xã', '2025-06-30').map((shape) =>
    shape.properties?.ma === 'phung'
      ? { ...shape, properties: { ...shape.properties, ten: 'Thị trấn Phùng' } }
      : shape,
  )

const place: Place = {
  id: 'dan-phuong',
  title: 'Huyện Đan Phượng',
  prefix: 'dp',
  /** The township of Phùng, on the map's own scale. */
  centre: [105.664, 21.0875],
  // About 180,000 people: general knowledge, no source of ours counts them.
  scale: 1.8,
  wards: UNITS,
  // That they run through these units is general knowledge; their courses are schematic.
  roads: [
    { name: 'QL32', wardId: 'phung' },
    { name: 'Đại lộ Tây Thăng Long', wardId: 'tan-hoi' },
    { name: 'Đê hữu Hồng', wardId: 'lien-hong' },
    { name: 'Đê tả Đáy', wardId: 'phuong-dinh' },
    { name: 'Tỉnh lộ 417', wardId: 'tho-xuan' },
  ],
  landmarks: [],
  // No source counts the stations of the district: the number is the simulation's own, and so are their places.
  stations: 140,
  reach5GKm: 3.4,
  collections: {
    'don-vi': {
      title: 'Xã, thị trấn (đến 30/06/2025)',
      description: 'Mười sáu đơn vị, hình vẽ sơ đồ',
      features: unitShapes,
    },
    'to-cong-nghe-so': {
      title: 'Tổ công nghệ số cộng đồng',
      description: '129 tổ, vị trí mô phỏng',
      features: teamPoints,
    },
    'hop-tac-xa': { title: 'Hợp tác xã', description: 'Số liệu mô phỏng', features: cooperativePoints },
    'tram-bts': { title: 'Trạm BTS', description: 'Số liệu mô phỏng', features: baseStations },
    'vung-phu': { title: 'Phủ sóng 4G/5G', description: 'Số liệu mô phỏng', features: coverage },
  },
  systems: [
    { ma: 'mot-cua', ten: 'Một cửa điện tử', nhom: 'Huyện' },
    { ma: 'van-ban', ten: 'Quản lý văn bản', nhom: 'Huyện' },
    { ma: 'dvc-ha-noi', ten: 'Giải quyết TTHC Hà Nội', nhom: 'Thành phố' },
    { ma: 'du-lieu-mo', ten: 'Cổng dữ liệu mở', nhom: 'Thành phố' },
    { ma: 'dvcqg', ten: 'Cổng DVC quốc gia', nhom: 'Quốc gia' },
    { ma: 'vneid', ten: 'VNeID', nhom: 'Quốc gia' },
  ],
  services: [
    ['chuyendoiso/tocongnghe', teamRegister],
    ['chuyendoiso/hotro', teamSupport],
    ['dulieumo/api/3/action', openData],
    ['nhiemvu/kh310', keyTasks],
    ['nhiemvu/thidiem', communePilot],
    ['nhiemvu/chuongtrinh', programmes],
    ['kinhte/nganhuutien', prioritySectors],
    ['kinhte/hotro', businessSupport],
    ['wan/diemcau', meetingPoints],
  ],
}

export default place
