import { drawnWards, type Place } from '../../place'
import { oneStopCameras } from './cameras'
import { COLLECTIONS } from './collections'
import { events, programmes } from './events'
import { eOffice, network, networkKpis, oneStopRates, portal, speedRanks } from './indicators'
import { milestones, project } from './project'
import { platformUse, training } from './society'
import { tasks } from './tasks'
import drawn from './wards.json'

/** The fifteen district-level units of 2022: km² and centres, approximate. */
const UNITS = drawnWards(
  [
    { id: 'hong-bang', name: 'Hồng Bàng', km2: 15.6, center: [106.655, 20.868] },
    { id: 'ngo-quyen', name: 'Ngô Quyền', km2: 11.3, center: [106.702, 20.852] },
    { id: 'le-chan', name: 'Lê Chân', km2: 11.9, center: [106.676, 20.84] },
    { id: 'kien-an', name: 'Kiến An', km2: 29.6, center: [106.632, 20.806] },
    { id: 'hai-an', name: 'Hải An', km2: 104.8, center: [106.765, 20.826] },
    { id: 'do-son', name: 'Đồ Sơn', km2: 46, center: [106.758, 20.712] },
    { id: 'duong-kinh', name: 'Dương Kinh', km2: 46.8, center: [106.715, 20.77] },
    { id: 'an-duong', name: 'An Dương', km2: 104.2, center: [106.585, 20.885] },
    { id: 'an-lao', name: 'An Lão', km2: 117.7, center: [106.54, 20.81] },
    { id: 'kien-thuy', name: 'Kiến Thụy', km2: 108.9, center: [106.668, 20.725] },
    { id: 'thuy-nguyen', name: 'Thủy Nguyên', km2: 261.9, center: [106.675, 20.945] },
    { id: 'tien-lang', name: 'Tiên Lãng', km2: 193.4, center: [106.6, 20.68] },
    { id: 'vinh-bao', name: 'Vĩnh Bảo', km2: 183.3, center: [106.48, 20.695] },
    { id: 'cat-hai', name: 'Cát Hải', km2: 325.6, center: [106.998, 20.793] },
    { id: 'bach-long-vi', name: 'Bạch Long Vĩ', km2: 3.1, center: [107.73, 20.132] },
  ],
  drawn,
)

const place: Place = {
  id: 'hai-phong',
  title: 'Thành phố Hải Phòng',
  prefix: 'hp',
  /** The opera house. */
  centre: [106.683, 20.857],
  /** About two million people. */
  scale: 20,
  wards: UNITS,
  roads: [
    { name: 'QL5', wardId: 'hong-bang' },
    { name: 'QL10', wardId: 'an-duong' },
    { name: 'Cao tốc HN–HP', wardId: 'hai-an' },
    { name: 'Phạm Văn Đồng', wardId: 'duong-kinh' },
    { name: 'Lê Hồng Phong', wardId: 'ngo-quyen' },
    { name: 'Đình Vũ', wardId: 'hai-an' },
    { name: 'Tôn Đức Thắng', wardId: 'le-chan' },
    { name: 'Trần Nhân Tông', wardId: 'kien-an' },
  ],
  landmarks: [{ id: 'nha-hat', name: 'Nhà hát Thành phố', at: [106.683, 20.857] }],
  /** The printed total of 8/2022; where each stands is invented. */
  stations: 2224,
  reach5GKm: 8,
  collections: COLLECTIONS,
  systems: [
    { ma: 'csdl-dan-cu', ten: 'CSDL quốc gia dân cư', nhom: 'Dân cư' },
    { ma: 'ho-tich-ket-hon', ten: 'Kết hôn', nhom: 'Hộ tịch' },
    { ma: 'ho-tich-khai-tu', ten: 'Khai tử', nhom: 'Hộ tịch' },
    { ma: 'ho-tich-hon-nhan', ten: 'Tình trạng hôn nhân', nhom: 'Hộ tịch' },
    { ma: 'mot-cua', ten: 'Một cửa và DVCTT', nhom: 'Dịch vụ công' },
    { ma: 'dvcqg', ten: 'Cổng DVC quốc gia', nhom: 'Dịch vụ công' },
    { ma: 'thanh-toan', ten: 'Thanh toán trực tuyến', nhom: 'Dịch vụ công' },
    { ma: 'vbdlis', ten: 'VBDLIS – một cửa', nhom: 'Đất đai' },
    { ma: 'cong-dat-dai', ten: 'Cổng đất đai TP', nhom: 'Đất đai' },
    { ma: 'van-ban', ten: 'Quản lý văn bản', nhom: 'Điều hành' },
    { ma: 'thu-cong-vu', ten: 'Thư công vụ', nhom: 'Điều hành' },
    { ma: 'tslcd', ten: 'Mạng TSLCD', nhom: 'Điều hành' },
  ],
  services: [
    ['dvcqg/rest.jsp', portal],
    ['motcua/coquan', oneStopRates],
    ['motcua/camera', oneStopCameras],
    ['vanban/chitieu', eOffice],
    ['vienthong/chitieu', networkKpis],
    ['ispeed/xephang', speedRanks],
    ['tslcd/diem', network],
    ['nhiemvu/danhsach', tasks],
    ['nhiemvu/duan', project],
    ['nhiemvu/moc', milestones],
    ['nhiemvu/chuongtrinh', programmes],
    ['tintuc/sukien', events],
    ['daotao/tructuyen', training],
    ['nentang/sudung', platformUse],
  ],
}

export default place
