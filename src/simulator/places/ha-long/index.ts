import { drawnWards, type Place } from '../../place'
import { board } from './board'
import { COLLECTIONS } from './collections'
import { dossierIndicators, todaysDossiers } from './oneStop'
import { feePayments, landTax, onlineServices, signatures } from './portal'
import { milestones, programmes, training } from './programmes'
import { ROADS } from './roads'
import { SITES } from './sites'
import drawn from './wards.json'

/** The eleven units of 1 July 2025, as the map draws them; which sizes are printed is told in the map's sketch. */
const WARDS = drawnWards(
  [
    { id: 'tuan-chau', name: 'Tuần Châu', km2: 71, center: [106.9291, 20.9752] },
    { id: 'viet-hung', name: 'Việt Hưng', km2: 40, center: [106.998, 20.996] },
    { id: 'bai-chay', name: 'Bãi Cháy', km2: 29, center: [107.032, 20.962] },
    { id: 'cao-xanh', name: 'Cao Xanh', km2: 42, center: [107.125, 20.996] },
    { id: 'hong-gai', name: 'Hồng Gai', km2: 5, center: [107.0783, 20.9541] },
    { id: 'ha-long-2025', name: 'Hạ Long', km2: 6.1, center: [107.1157, 20.947] },
    { id: 'ha-lam', name: 'Hà Lầm', km2: 13, center: [107.119, 20.963] },
    { id: 'ha-tu', name: 'Hà Tu', km2: 55, center: [107.189, 20.985] },
    { id: 'quang-la', name: 'Quảng La', km2: 165, center: [106.932, 21.1] },
    { id: 'hoanh-bo', name: 'Hoành Bồ', km2: 220, center: [107.045, 21.095] },
    { id: 'thong-nhat', name: 'Thống Nhất', km2: 245, center: [107.193, 21.095] },
  ],
  drawn,
)

const place: Place = {
  id: 'ha-long',
  title: 'Thành phố Hạ Long',
  prefix: 'hl',
  /** Where the public administration centre and most offices are, on the map's own scale. */
  centre: [107.1157, 20.947],
  // About 300,000 people: general knowledge, no source of ours counts them.
  scale: 3,
  wards: WARDS,
  roads: ROADS,
  sites: SITES,
  landmarks: [],
  // No source counts the stations of Hạ Long: the number is the simulation's own, and so are their places.
  stations: 320,
  reach5GKm: 9,
  collections: COLLECTIONS,
  systems: [
    { ma: 'mot-cua', ten: 'Một cửa điện tử', nhom: 'Thành phố' },
    { ma: 'van-ban', ten: 'Quản lý văn bản', nhom: 'Thành phố' },
    { ma: 'dvc-tinh', ten: 'Cổng DVC tỉnh', nhom: 'Tỉnh' },
    { ma: 'dvcqg', ten: 'Cổng DVC quốc gia', nhom: 'Quốc gia' },
    { ma: 'thanh-toan', ten: 'Thanh toán quốc gia', nhom: 'Quốc gia' },
    { ma: 'ha-long-smart', ten: 'Hạ Long Smart', nhom: 'Thành phố' },
  ],
  services: [
    ['motcua/thongke', todaysDossiers],
    ['motcua/chitieu', dossierIndicators],
    ['vanban/kyso', signatures],
    ['philephi/homnay', feePayments],
    ['dvcqg/thuedat', landTax],
    ['dvctinh/danhmuc', onlineServices],
    ['nhiemvu/vanban', programmes],
    ['nhiemvu/moc', milestones],
    ['canbo/daotao', training],
    ['ioc/hopphan', board],
  ],
}

export default place
