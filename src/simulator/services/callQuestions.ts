import { DAY, HOUR, lastTick, localTime, MINUTE } from '../clock'
import { chance, oneOf, pick } from '../random'
import { remember } from '../remember'
import { timeOfDay } from '../rhythm'
import { json, REFRESH, type Call } from '../wire'

/** When people write to the machine, by hour of the day, and how much on each weekday, Sunday first. */
export const CHAT_HOURS = [3, 2, 1, 1, 1, 2, 4, 8, 12, 13, 11, 8, 6, 8, 11, 11, 9, 7, 6, 7, 9, 9, 7, 5]
export const WEEK = [0.4, 1.2, 1.05, 1, 1, 1.05, 0.65]

/** What people ask about. */
export interface Topic {
  name: string
  weight: number
  agency: string
  /** What the machine tends not to know. */
  hard: readonly [string, ...string[]]
}
const topic = (name: string, weight: number, agency: string, ...hard: [string, ...string[]]): Topic => ({
  name,
  weight,
  agency,
  hard,
})
export const TOPICS: readonly [Topic, ...Topic[]] = [
  topic('Cư trú, định danh', 24, 'Công an', 'Thủ tục khi nhà nhiều hộ', 'Lỗi kích hoạt mức 2'),
  topic('Đất đai', 18, 'Địa chính', 'Tách thửa đất xen kẹt', 'Thời hạn cấp đổi giấy chứng nhận'),
  topic('Bảo hiểm, y tế', 15, 'Bảo hiểm xã hội', 'Chuyển tuyến ngoài tỉnh', 'Thẻ chưa có trên VNeID'),
  topic('Tuyển sinh, học phí', 12, 'Giáo dục', 'Tuyển sinh trái tuyến', 'Miễn giảm học phí'),
  topic('Hộ tịch', 12, 'Tư pháp', 'Khai sinh có yếu tố nước ngoài', 'Trích lục bản điện tử'),
  topic('Kinh doanh', 9, 'Tài chính – Kế hoạch', 'Đổi ngành nghề hộ kinh doanh', 'Tạm ngừng kinh doanh'),
  topic('Điện, nước', 6, 'Đơn vị cấp điện, nước', 'Lịch cắt nước khu vực', 'Hóa đơn tăng bất thường'),
  topic('Du lịch, sự kiện', 4, 'Văn hóa', 'Giờ mở cửa điểm tham quan', 'Cấm đường ngày lễ'),
]
export const weightInAll = TOPICS.reduce((sum, { weight }) => sum + weight, 0)

/** Questions of one day that the machine passed on to an office. */
const passedOn = remember((place, seed, midnight) => {
  const { weekday, day } = localTime(midnight)
  const count = Math.round(pick(9, 14, seed, 'cc-open', day) * Math.sqrt(place.scale) * (WEEK[weekday] ?? 1))
  return Array.from({ length: count }, (_, turn) => {
    const id = `CH-${day}-${String(turn + 1).padStart(2, '0')}`
    let left = chance(seed, id, 'topic') * weightInAll
    const about = TOPICS.find(({ weight }) => (left -= weight) < 0) ?? TOPICS[0]
    const created = midnight + timeOfDay(CHAT_HOURS, chance(seed, id, 'time'))
    return {
      id,
      topic: about.name,
      agency: about.agency,
      question: oneOf(about.hard, seed, id, 'question'),
      channel: chance(seed, id, 'channel') < 0.7 ? 'Chat' : 'Cuộc gọi',
      created,
      taken: created + (3 + 50 * chance(seed, id, 'taken')) * MINUTE,
      closed: created + HOUR + 34 * HOUR * chance(seed, id, 'length') ** 2,
    }
  })
})

/** An office answers what the machine could not within a day. */
const ANSWER_DUE = DAY

/** Questions that the machine could not answer: their subject alone, never what a person wrote. */
export function unansweredQuestions({ place, seed, at }: Call): Response {
  const tick = lastTick(at, REFRESH)
  const { midnight } = localTime(tick)
  const told = [2, 1, 0]
    .flatMap((back) => passedOn(place, seed, midnight - back * DAY))
    .filter(({ created, closed }) => created <= tick && closed > tick - DAY)
  const second = (moment: number) => (moment <= tick ? Math.floor(moment / 1000) : null)
  return json({
    errorCode: 0,
    errorMsg: '',
    data: {
      ts: tick / 1000,
      total: told.length,
      list: told.map((each) => ({
        ticketId: each.id,
        topic: each.topic,
        subject: each.question,
        channel: each.channel,
        assignee: each.agency,
        status: each.closed <= tick ? 'CLOSED' : each.taken <= tick ? 'IN_PROGRESS' : 'NEW',
        createdAt: second(each.created),
        takenAt: second(each.taken),
        dueAt: Math.floor((each.created + ANSWER_DUE) / 1000),
        closedAt: second(each.closed),
        simulated: true,
      })),
    },
  })
}
