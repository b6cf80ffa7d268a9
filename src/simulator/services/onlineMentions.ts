import { DAY, HOUR, localTime } from '../clock'
import type { Place } from '../place'
import { chance, oneOf } from '../random'
import { remember } from '../remember'
import { ONLINE_HOURS, rain } from '../rhythm'

export type Tone = 'TICH_CUC' | 'TRUNG_TINH' | 'TIEU_CUC'

/** Something said about the city on the internet. All of it is invented; nobody is quoted and nobody is named. */
export interface Mention {
  id: string
  title: string
  topic: string
  tone: Tone
  channel: string
  at: number
  /** When an answer is due, when one is asked for, and when it came. */
  due: number | null
  answered: number | null
}

type Lines = Readonly<Record<Tone, readonly [string, ...string[]]>>

/** What people write about. {duong} is a road of the place, {phuong} one of its areas, {noi} the place itself. */
const TOPICS: readonly (readonly [topic: string, weight: number, lines: Lines])[] = [
  [
    'Giao thông',
    5,
    {
      TICH_CUC: [
        'Đường {duong} thông thoáng hơn sau khi phân luồng',
        'Vạch kẻ mới trên đường {duong} dễ nhìn hơn',
      ],
      TRUNG_TINH: ['Hỏi giờ cấm tải trên đường {duong}', 'Thông tin phân luồng tạm thời đường {duong}'],
      TIEU_CUC: ['Ùn tắc giờ cao điểm trên đường {duong}', 'Mặt đường {duong} có nhiều ổ gà, chưa sửa'],
    },
  ],
  [
    'Thủ tục hành chính',
    4,
    {
      TICH_CUC: ['Bộ phận một cửa {phuong} trả kết quả sớm hẹn', 'Nộp hồ sơ trực tuyến ở {phuong} nhanh gọn'],
      TRUNG_TINH: ['Hỏi cách nộp hồ sơ trực tuyến tại {phuong}', 'Lịch làm việc bộ phận một cửa {phuong}'],
      TIEU_CUC: ['Chờ lâu ở bộ phận một cửa {phuong}', 'Hồ sơ ở {phuong} quá hẹn, chưa có thông báo'],
    },
  ],
  [
    'Lễ hội',
    3,
    {
      TICH_CUC: [
        'Lễ hội truyền thống {phuong} đông vui, trật tự',
        'Du khách khen không gian văn hóa ở {noi}',
      ],
      TRUNG_TINH: ['Lịch lễ hội và điểm gửi xe ở {phuong}', 'Hỏi đường đến các điểm di tích ở {noi}'],
      TIEU_CUC: ['Thiếu chỗ gửi xe trong ngày lễ hội ở {phuong}', 'Hàng rong lấn lối đi ở lễ hội {phuong}'],
    },
  ],
  [
    'Môi trường',
    3,
    {
      TICH_CUC: [
        '{phuong} ra quân dọn vệ sinh, đường phố sạch',
        'Điểm đổi rác lấy cây xanh ở {phuong} được ủng hộ',
      ],
      TRUNG_TINH: ['Lịch thu gom rác mới tại {phuong}', 'Hỏi nơi nhận đồ điện tử cũ ở {phuong}'],
      TIEU_CUC: ['Rác chưa được thu gom ở {phuong}', 'Mùi khó chịu từ kênh thoát nước ở {phuong}'],
    },
  ],
  [
    'Trường học',
    2,
    {
      TICH_CUC: ['Trường học ở {phuong} có sân chơi mới', 'Phụ huynh khen sổ liên lạc điện tử ở {noi}'],
      TRUNG_TINH: ['Hỏi lịch tuyển sinh đầu cấp ở {phuong}', 'Thông tin tiêm chủng học đường tại {phuong}'],
      TIEU_CUC: ['Cổng trường ở {phuong} ùn tắc giờ tan học', 'Chưa rõ các khoản thu đầu năm ở {phuong}'],
    },
  ],
]
const FLOOD: (typeof TOPICS)[number] = [
  'Ngập lụt',
  0,
  {
    TICH_CUC: ['Nước ở {phuong} rút nhanh sau mưa', 'Lực lượng trực chống ngập {phuong} có mặt kịp thời'],
    TRUNG_TINH: ['Các điểm có thể ngập ở {phuong} khi mưa to', 'Hỏi tình hình ngập trên đường {duong}'],
    TIEU_CUC: ['Đường {duong} ngập sau mưa lớn', 'Cống thoát nước ở {phuong} bị nghẹt, nước tràn'],
  },
]
const CHANNELS = ['Mạng xã hội', 'Mạng xã hội', 'Diễn đàn', 'Báo địa phương (mô phỏng)'] as const
const PER_DAY = 72
const ANSWER_WITHIN = DAY
const SLOWEST_ANSWER = 25 * HOUR

/** Everything said on the day that begins at `midnight`, its later hours included. */
const mentionsOfDay = remember((place, seed, midnight): Mention[] => {
  const wet = [6, 10, 14, 18].reduce((sum, hour) => sum + rain(seed, midnight + hour * HOUR) / 4, 0)
  const luck = 0.8 + 0.4 * chance(seed, 'mentions', midnight)
  const count = Math.round(PER_DAY * place.scale * luck * (1 + 0.5 * wet))
  return Array.from({ length: count }, (_, turn) => mention(place, seed, midnight, turn)).toSorted(
    (a, b) => a.at - b.at,
  )
})

/** Everything said from so many days before the day of `at` until `at`, in order of time. */
export function mentions(place: Place, seed: number, at: number, days: number): Mention[] {
  const { midnight } = localTime(at)
  return Array.from({ length: days + 1 }, (_, back) => midnight - (days - back) * DAY)
    .flatMap((day) => mentionsOfDay(place, seed, day))
    .filter((each) => each.at <= at)
}

function mention(place: Place, seed: number, day: number, turn: number): Mention {
  const id = `SL-${localTime(day).day}-${String(turn + 1).padStart(3, '0')}`
  const at = Math.floor((day + timeOfDay(chance(seed, id, 'time'))) / 1000) * 1000
  const flood = chance(seed, id, 'flood') < 0.8 * rain(seed, at)
  const [topic, , lines] = flood ? FLOOD : topicOf(chance(seed, id, 'topic'))
  const tone = toneOf(chance(seed, id, 'tone'), flood ? 0.4 : 0.14)
  const title = worded(oneOf(lines[tone], seed, id, 'line'), place, seed, id)
  const asks = tone === 'TIEU_CUC' ? 0.7 : title.startsWith('Hỏi') ? 0.4 : 0
  const due = chance(seed, id, 'asks') < asks ? at + ANSWER_WITHIN : null
  const took = HOUR + (SLOWEST_ANSWER - HOUR) * chance(seed, id, 'answer') ** 1.5
  return {
    id,
    title,
    topic,
    tone,
    channel: oneOf(CHANNELS, seed, id, 'channel'),
    at,
    due,
    answered: due === null ? null : Math.floor((at + took) / 1000) * 1000,
  }
}

function topicOf(share: number): (typeof TOPICS)[number] {
  let left = share * TOPICS.reduce((sum, [, weight]) => sum + weight, 0)
  return TOPICS.find(([, weight]) => (left -= weight) < 0) ?? FLOOD
}

function toneOf(share: number, negative: number): Tone {
  if (share < negative) return 'TIEU_CUC'
  return share < negative + 0.32 ? 'TICH_CUC' : 'TRUNG_TINH'
}

/** A line with the names of this place in it. */
export function worded(line: string, place: Place, seed: number, key: string): string {
  const [road] = place.roads
  const name = road ? oneOf([road, ...place.roads.slice(1)], seed, key, 'road').name : place.title
  return line
    .replace('{duong}', name)
    .replace('{phuong}', oneOf(place.wards, seed, key, 'ward').name)
    .replace('{noi}', place.title)
}

/** The moment after midnight by which a share of a day's mentions has come in. */
function timeOfDay(share: number): number {
  let left = share * ONLINE_HOURS.reduce((sum, weight) => sum + weight + 1, 0)
  const hour = ONLINE_HOURS.findIndex((weight) => (left -= weight + 1) < 0)
  return (Math.max(0, hour) + 1 + left / ((ONLINE_HOURS[hour] ?? 0) + 1)) * HOUR
}
