import { callCentreStatistics } from '../../services/callCentre'
import { cameraRegister } from '../../services/cameras'
import { citizenStatistics } from '../../services/citizen'
import { attendance, schoolRegister } from '../../services/education'
import { bedOccupancy, insuranceLinks } from '../../services/health'
import { mentionStatistics } from '../../services/online'
import { orderStatistics } from '../../services/security'
import { heritageSites, lodging, siteVisitors } from '../../services/tourism'
import { trafficStatistics } from '../../services/traffic'
import type { Check } from './board'

export interface Component {
  /** As the report numbers them (S1-10.1 to 10.9). */
  code: string
  /** In fewer words than the report's: the module has the whole name. */
  name: string
  /** The first tells what is usual; the others speak up only when theirs is worse. Limits are the modules' own. */
  checks: readonly Check[]
}

/** All but the fifth, which judges the others. */
export const COMPONENTS: readonly Component[] = [
  {
    code: '10.1',
    name: 'Thông tin trên mạng',
    checks: [
      { ask: mentionStatistics, path: 'tongSo', say: (value) => `${value} tin hôm nay` },
      { ask: mentionStatistics, path: 'quaHanTraLoi', over: [0, 5], say: (value) => `${value} tin quá hạn trả lời` },
      { ask: mentionStatistics, path: 'tyLeTieuCuc', over: [25, 40], say: (value) => `Tin tiêu cực ${value}%` },
    ],
  },
  {
    code: '10.2',
    name: 'Giao thông',
    checks: [
      { ask: trafficStatistics, path: 'data.suCoDangMo', over: [6, 12], say: (value) => `${value} sự cố đang xử lý` },
      { ask: trafficStatistics, path: 'data.tyLeUnTac', over: [25, 40], say: (value) => `Ùn tắc ${value}% số đoạn` },
      { ask: trafficStatistics, path: 'data.vanTocTB', under: [20, 14], say: (value) => `Trung bình ${value} km/h` },
      { ask: cameraRegister, path: 'data.groups.0.onlineRate', under: [85, 70], say: (value) => `Camera trực tuyến ${value}%` },
    ],
  },
  {
    code: '10.3',
    name: 'An ninh, trật tự',
    checks: [
      { ask: orderStatistics, path: 'object.DangXuLy', say: (value) => `${value} vụ đang xử lý` },
      { ask: orderStatistics, path: 'object.PhanUngTrungVi', over: [15, 20], say: (value) => `Đến hiện trường ${value} phút` },
      { ask: cameraRegister, path: 'data.groups.1.onlineRate', under: [85, 70], say: (value) => `Camera trực tuyến ${value}%` },
    ],
  },
  {
    code: '10.4',
    name: 'Phản ánh người dân',
    checks: [
      { ask: citizenStatistics, path: 'result.dangXuLy', say: (value) => `${value} đang xử lý` },
      { ask: citizenStatistics, path: 'result.tyLeQuaHan', over: [30, 45], say: (value) => `Quá hạn ${value}%` },
      { ask: citizenStatistics, path: 'result.tyLeDungHan', under: [75, 60], say: (value) => `Đúng hạn ${value}%` },
      { ask: citizenStatistics, path: 'result.tyLeHaiLong', under: [80, 70], say: (value) => `Hài lòng ${value}%` },
    ],
  },
  {
    code: '10.6',
    name: 'Hỏi đáp – tổng đài AI',
    checks: [
      { ask: callCentreStatistics, path: 'data.answerRate24h', under: [92, 85], say: (value) => `Trả lời ${value}%` },
      { ask: callCentreStatistics, path: 'data.waiting', over: [10, 20], say: (value) => `${value} cuộc gọi đang chờ` },
      { ask: callCentreStatistics, path: 'data.meanWaitSec', over: [75, 120], say: (value) => `Chờ trung bình ${value} giây` },
    ],
  },
  {
    code: '10.7',
    name: 'Y tế',
    checks: [
      { ask: bedOccupancy, path: 'tongHop.congSuat', over: [85, 95], say: (value) => `Công suất giường ${value}%` },
      { ask: insuranceLinks, path: 'tyLe', under: [95, 85], say: (value) => `Liên thông BHYT ${value}%` },
      { ask: bedOccupancy, path: 'benhVien.*.congSuat', over: [85, 95], say: (value) => `Bệnh viện đông nhất ${value}%` },
    ],
  },
  {
    code: '10.8',
    name: 'Giáo dục',
    checks: [
      { ask: attendance, path: 'data.tongHop.tyLe', under: [94, 90], say: (value) => `Học sinh có mặt ${value}%` },
      { ask: schoolRegister, path: 'Object.DongBo.TyLe', under: [95, 85], say: (value) => `SMAS đồng bộ ${value}% số trường` },
    ],
  },
  {
    code: '10.9',
    name: 'Du lịch',
    checks: [
      { ask: siteVisitors, path: 'today.visitors', say: (value) => `${value} lượt khách hôm nay` },
      { ask: lodging, path: 'object.tong.congSuat', over: [90, 97], say: (value) => `Công suất phòng ${value}%` },
      { ask: heritageSites, path: 'thongKe.tyLe', under: [90, 70], say: (value) => `Thuyết minh số chạy ở ${value}% điểm` },
    ],
  },
] // prettier-ignore
