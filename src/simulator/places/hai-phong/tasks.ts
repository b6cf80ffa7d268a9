import { DAY, lastTick, localDate, localTime, MINUTE, vnDateTime } from '../../clock'
import { chance, drift, pick } from '../../random'
import { json, type Call } from '../../wire'
import { TASKS, type Course } from './taskList'

const ASSIGNED = localDate(2022, 3, 1)
const STATES = {
  done: 'Hoàn thành đúng hạn',
  late: 'Hoàn thành quá hạn',
  work: 'Đang thực hiện',
  new: 'Chưa bắt đầu',
  over: 'Quá hạn',
} as const

/** The last moment of the month that lies so many months from now: the next report of a running task. */
function endOfMonth(at: number, ahead: number): number {
  const date = new Date(localTime(at).day * DAY)
  return localDate(date.getUTCFullYear(), date.getUTCMonth() + 2 + ahead, 1) - MINUTE
}

/** When a task was due, and when it was finished; running ones are due for their next report. */
function dates(course: Course, seed: number, id: string, at: number): { due: number; closed?: number } {
  const days = pick(5, 60, seed, id, 'days') * DAY
  if (course === 'over') return { due: endOfMonth(at, -1 - pick(0, 1, seed, id, 'months')) }
  if (course === 'work') return { due: endOfMonth(at, pick(0, 4, seed, id, 'months')) }
  if (course === 'new') return { due: endOfMonth(at, 6) }
  const due = localDate(2023, pick(0, 3, seed, id, 'quarter') * 6 + 1, 1) - MINUTE
  return { due, closed: course === 'done' ? due - days : due + days }
}

function progress(course: Course, seed: number, id: string, at: number): number {
  if (course === 'done' || course === 'late') return 100
  if (course === 'new') return 0
  return Math.round(35 + 50 * chance(seed, id, 'progress') + 4 * drift(seed, id, at, 40 * DAY))
}

/** The task tracker: every task with its unit, state, times and money; dates as text, money in million đồng. */
export function tasks({ seed, at }: Call): Response {
  const tick = lastTick(at, 5 * MINUTE)
  const list = TASKS.flatMap(([unit, tasks], unitIndex) =>
    tasks.map(([title, course, budget], index) => {
      const id = `NV-${unitIndex + 1}.${index + 1}`
      const { due, closed } = dates(course, seed, id, tick)
      return {
        ma: id,
        tenNhiemVu: title,
        donViChuTri: unit,
        trangThai: STATES[course],
        ngayGiao: vnDateTime(ASSIGNED),
        hanHoanThanh: vnDateTime(due),
        ngayHoanThanh: closed === undefined ? null : vnDateTime(closed),
        tienDo: progress(course, seed, id, tick),
        kinhPhiTrieuDong: budget,
        moPhong: true,
      }
    }),
  )
  const count = (...states: string[]) => list.filter(({ trangThai }) => states.includes(trangThai)).length
  return json({
    success: true,
    message: null,
    result: {
      thoiDiem: vnDateTime(tick),
      hoanThanh: count(STATES.done, STATES.late),
      quaHan: count(STATES.over),
      keHoach: { nam: '2022', nhiemVu: '58', donVi: '21', kinhPhi: '470', soKeHoach: '8' },
      danhSach: list,
    },
  })
}
