import { DAY, HOUR, lastTick, localTime, MINUTE, vnDateTime } from '../../clock'
import type { Place } from '../../place'
import { chance, pick } from '../../random'
import { json, type Call } from '../../wire'

/** Hà Nội's three key tasks (S4-14), each with tasks of the kind that such a plan has; all of them are simulated. */
const KEY_TASKS = [
  {
    name: 'Cơ sở dữ liệu, quy trình',
    tasks: [
      'Chuẩn hóa dữ liệu dân cư dùng chung',
      'Số hóa hồ sơ lưu trữ của xã',
      'Cập nhật quy trình nội bộ thủ tục hành chính',
      'Làm sạch dữ liệu đất đai',
      'Rà soát dữ liệu hộ kinh doanh',
      'Chuẩn hóa danh mục dữ liệu mở',
      'Quy trình xử lý văn bản trên môi trường mạng',
    ],
  },
  {
    name: 'Nền tảng số',
    tasks: [
      'Kết nối nền tảng tích hợp, chia sẻ dữ liệu',
      'Đưa nền tảng họp trực tuyến tới cấp xã',
      'Kiểm tra an toàn thông tin máy trạm',
      'Nâng cấp đường truyền mạng diện rộng',
      'Triển khai nền tảng giám sát, điều hành',
      'Đào tạo cán bộ trên nền tảng học trực tuyến',
    ],
  },
  {
    name: 'Ứng dụng, dịch vụ số',
    tasks: [
      'Liên thông dịch vụ công trực tuyến',
      'Thu học phí không dùng tiền mặt',
      'Chi trả an sinh xã hội qua tài khoản',
      'Thanh toán không dùng tiền mặt ở chợ',
      'Hồ sơ sức khỏe điện tử',
      'Gian hàng trực tuyến cho hợp tác xã',
      'Hướng dẫn dịch vụ công trực tuyến tại nhà văn hóa thôn',
      'Kênh thông tin số của thôn',
    ],
  },
] as const

const AGENCIES = [
  'Phòng Văn hóa và Thông tin',
  'Văn phòng HĐND và UBND',
  'Phòng Nội vụ',
  'Phòng Kinh tế',
  'Công an huyện',
  'Phòng Tài chính – Kế hoạch',
] as const

const PILLARS = [
  { id: 'cqs', name: 'Chính quyền số' },
  { id: 'kts', name: 'Kinh tế số' },
  { id: 'xhs', name: 'Xã hội số' },
] as const

/** How many days one round of a task takes, from being given to the next. */
interface Pace {
  days: readonly [least: number, most: number]
  /** Share of the rounds that end after their due day. */
  late: number
}

/**
 * Where a task stands: it is given, begun, done and given again, each round with its own length, so that a board is
 * never the same from week to week and always has a little of everything.
 */
function round(seed: number, id: string, at: number, { days, late }: Pace) {
  const length = pick(days[0], days[1], seed, id, 'length') * DAY
  const shift = Math.floor(chance(seed, id, 'shift') * length)
  const turn = Math.floor((at - shift) / length)
  const begins = turn * length + shift
  const noon = (moment: number, hours: number) => localTime(moment).midnight + hours * HOUR
  const given = noon(begins, 0)
  const due = noon(given + length * (0.5 + 0.2 * chance(seed, id, turn, 'due')), 17)
  const isLate = chance(seed, id, turn, 'late') < late
  const spare = (0.05 + 0.3 * chance(seed, id, turn, 'done')) * (due - given)
  const done = noon(isLate ? due + spare + DAY : due - spare, 10 + pick(0, 6, seed, id, turn))
  const begun = given + 0.12 * length
  const share = Math.min(1, Math.max(0, (at - begun) / (done - begun)))
  return { turn, given, due, done, begun, progress: Math.floor(20 * share) * 5 }
}

const STATE = { fresh: 'CHUA_BAT_DAU', doing: 'DANG_THUC_HIEN', done: 'HOAN_THANH' }

function written(seed: number, id: string, at: number, pace: Pace) {
  const { turn, given, due, done, begun, progress } = round(seed, id, at, pace)
  return {
    ma: `${id}-${turn}`,
    ngayGiao: vnDateTime(given),
    hanXuLy: vnDateTime(due),
    trangThai: at >= done ? STATE.done : at < begun ? STATE.fresh : STATE.doing,
    ngayHoanThanh: at >= done ? vnDateTime(done) : null,
    tienDo: progress,
    moPhong: true,
  }
}

/** Tasks of plan KH 310 in the district, by the three key tasks. */
export function keyTasks({ seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const result = KEY_TASKS.flatMap(({ name, tasks }, group) =>
    tasks.map((title, index) => {
      const id = `kh310-${group + 1}${String(index + 1).padStart(2, '0')}`
      return {
        ...written(seed, id, tick, { days: [40, 75], late: 0.22 }),
        tieuDe: title,
        nhomNhiemVu: name,
        chuTri: AGENCIES[pick(0, AGENCIES.length - 1, seed, id, 'agency')],
      }
    }),
  )
  return json({ success: true, message: null, total: result.length, thoiDiem: vnDateTime(tick), result })
}

const unitName = (place: Place, id: string, name: string) =>
  id === place.wards[0].id ? `UBND thị trấn ${name}` : `UBND xã ${name}`

/** The commune-level pilot: one piece of work in each unit for each of the three pillars. */
export function communePilot({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const result = place.wards.flatMap((ward) =>
    PILLARS.map(({ id, name }) => ({
      ...written(seed, `thi-diem-${ward.id}-${id}`, tick, { days: [60, 110], late: 0.14 }),
      tieuDe: `${name} – ${ward.name}`,
      truCot: name,
      maDonVi: ward.id,
      chuTri: unitName(place, ward.id, ward.name),
    })),
  )
  return json({ success: true, message: null, total: result.length, thoiDiem: vnDateTime(tick), result })
}

/** Programme documents of the task tracker: numbers and dates as printed. */
export function programmes(): Response {
  return json({
    success: true,
    message: null,
    result: [
      {
        id: 'nq-28',
        soHieu: 'NQ 28-NQ/HU',
        coQuan: 'Huyện ủy',
        trichYeu: 'Thực hiện đến năm 2025',
        ngay: '20/12/2021',
        loai: 'Nghị quyết',
      },
      {
        id: 'kh-310',
        soHieu: 'KH 310/KH-UBND',
        coQuan: 'UBND TP Hà Nội',
        trichYeu: 'Thí điểm cấp xã trên ba trụ cột',
        ngay: '20/12/2023',
        loai: 'Kế hoạch',
      },
      {
        id: 'mo-hinh-cap-xa',
        soHieu: 'Xây dựng mô hình CĐS cấp xã',
        coQuan: 'Huyện Đan Phượng',
        trichYeu: 'Phát động',
        ngay: '2024',
        loai: 'Phát động',
      },
      {
        id: 'ba-nhiem-vu',
        soHieu:
          'Ba nhiệm vụ: dữ liệu, quy trình; nền tảng; ứng dụng, dịch vụ, thanh toán không tiền mặt, liên thông DVCTT',
        coQuan: 'UBND TP Hà Nội',
        trichYeu: 'Nhiệm vụ trọng tâm của Hà Nội',
        ngay: '2024',
        loai: 'Nhiệm vụ',
      },
    ],
  })
}
