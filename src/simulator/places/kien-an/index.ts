import { pointAt } from '../../geometry'
import { drawnWards, type Place } from '../../place'
import { COLLECTIONS, SHRINES } from './collections'
import { cashless, education, health, identity, signatures, tax } from './indicators'
import { dossierIndicators } from './oneStop'
import { portal } from './portal'
import { programmes } from './programmes'
import drawn from './wards.json'

/** The district of ten wards, 2007–2024: areas in km² and centroids, computed from published outlines. */
const WARDS = drawnWards(
  [
    { id: 'bac-son', name: 'Bắc Sơn', km2: 2.19, center: [106.6357, 20.8199] },
    { id: 'dong-hoa', name: 'Đồng Hòa', km2: 3.56, center: [106.6633, 20.8212] },
    { id: 'lam-ha', name: 'Lãm Hà', km2: 1.82, center: [106.6578, 20.8362] },
    { id: 'nam-son', name: 'Nam Sơn', km2: 3.72, center: [106.6453, 20.8079] },
    { id: 'ngoc-son', name: 'Ngọc Sơn', km2: 3.43, center: [106.6136, 20.8045] },
    { id: 'phu-lien', name: 'Phù Liễn', km2: 3.35, center: [106.6384, 20.7841] },
    { id: 'quan-tru', name: 'Quán Trữ', km2: 1.4, center: [106.6485, 20.8221] },
    { id: 'tran-thanh-ngo', name: 'Trần Thành Ngọ', km2: 1.14, center: [106.6276, 20.8091] },
    { id: 'trang-minh', name: 'Tràng Minh', km2: 3.73, center: [106.6209, 20.7866] },
    { id: 'van-dau', name: 'Văn Đẩu', km2: 4.73, center: [106.6436, 20.7913] },
  ],
  drawn,
)

const place: Place = {
  id: 'kien-an',
  title: 'Quận Kiến An',
  prefix: 'ka',
  /** ±0,5 km. */
  centre: [106.63, 20.81],
  scale: 1,
  wards: WARDS,
  // For four of them a source names the ward. Where the others run is not known here.
  roads: [
    { name: 'Trần Thành Ngọ', wardId: 'tran-thanh-ngo' },
    { name: 'Trần Nhân Tông', wardId: 'nam-son' },
    { name: 'Lê Duẩn', wardId: 'quan-tru' },
    { name: 'Hoàng Thiết Tâm', wardId: 'bac-son' },
    { name: 'Phan Đăng Lưu', wardId: null },
    { name: 'Hoàng Quốc Việt', wardId: null },
    { name: 'Trường Chinh', wardId: null },
    { name: 'Nguyễn Lương Bằng', wardId: null },
    { name: 'QL10', wardId: null },
  ],
  sites: SHRINES.flatMap(([, name, wardId]) =>
    WARDS.filter(({ id }) => id === wardId).map(({ center }) => ({ name, at: center })),
  ),
  landmarks: [{ id: 'cho-go-cong', name: 'Chợ Gò Công', at: pointAt([106.63, 20.81], 4, 0.3) }],
  // The city had 2.224 stations in 15 district-level units (8/2022); no source counts those of Kiến An. An even
  // share is 2.224 ÷ 15 ≈ 148, and that is how many the simulated district has. Their places are invented.
  stations: Math.round(2224 / 15),
  reach5GKm: 2.2,
  collections: COLLECTIONS,
  systems: [
    { ma: 'dvcqg', ten: 'Cổng Dịch vụ công quốc gia', nhom: 'Dịch vụ công' },
    { ma: 'dvc-tp', ten: 'Cổng dịch vụ công thành phố', nhom: 'Dịch vụ công' },
    { ma: 'vneid', ten: 'VNeID', nhom: 'Định danh điện tử' },
    { ma: 'mot-cua', ten: 'Một cửa điện tử', nhom: 'Dịch vụ công' },
    { ma: 'giam-dinh-bhxh', ten: 'Cổng giám định BHXH', nhom: 'Y tế' },
    { ma: 'van-ban', ten: 'Quản lý văn bản và điều hành', nhom: 'Văn bản' },
  ],
  services: [
    ['motcua/chitieu', dossierIndicators],
    ['dvcqg/rest.jsp', portal],
    ['vanban/kyso', signatures],
    ['thanhtoan/chitieu', cashless],
    ['thue/nopdientu', tax],
    ['yte/chitieu', health],
    ['giaoduc/hocphi', education],
    ['dean06/thongke', identity],
    ['nhiemvu/chuongtrinh', programmes],
  ],
}

export default place
