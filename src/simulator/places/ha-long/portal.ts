import { HOUR, isoLocal, lastTick, localDate, MINUTE, msDate, vnDateTime } from '../../clock'
import { drift } from '../../random'
import { ONLINE_HOURS, ONLINE_WEEK, soFar } from '../../rhythm'
import { json, round, vnNumber, type Call } from '../../wire'

/** E-office: digital signatures of the dedicated staff, a fraction of one; "tất cả" is the report's word (S1-5). */
export function signatures(): Response {
  return json([
    { indicator: 'staff-signatures', ratio: 1, wording: 'tất cả', asOf: isoLocal(localDate(2022, 4, 30)) },
  ])
}

/** Fees: the report says how people pay and gives no share (S1-6); today's are invented. */
const FEES = { key: 'fees', perDay: 190, hours: ONLINE_HOURS, week: ONLINE_WEEK }

export function feePayments({ place, seed, at }: Call): Response {
  const tick = lastTick(at, MINUTE)
  const count = soFar(FEES, { ...place, scale: 1 }, seed, tick) + 24
  const byBank = 0.52 + 0.05 * drift(seed, 'fee/bank', tick, 9 * HOUR)
  const byCard = 0.21 + 0.04 * drift(seed, 'fee/card', tick, 7 * HOUR)
  const bank = Math.round(count * byBank)
  const card = Math.round(count * byCard)
  const percent = (part: number) => vnNumber(round((100 * part) / count, 1))
  return json({
    maLoi: 0,
    thongTin: {
      thoiDiem: vnDateTime(tick),
      soLuot: vnNumber(count),
      khongTienMat: vnNumber(bank + card),
      tyLeKhongTienMat: percent(bank + card),
      hinhThuc: [
        { ten: 'Internet Banking', soLuot: vnNumber(bank), tyLe: percent(bank) },
        { ten: 'Thẻ qua máy POS', soLuot: vnNumber(card), tyLe: percent(card) },
        { ten: 'Tiền mặt', soLuot: vnNumber(count - bank - card), tyLe: percent(count - bank - card) },
      ],
    },
  })
}

/** National portal: land and house tax paid on it since 14/4/2022, as counted on 25/4/2022 (S1-7). */
export function landTax(): Response {
  return json({
    success: true,
    result: {
      tuNgay: msDate(localDate(2022, 4, 14)),
      denNgay: msDate(localDate(2022, 4, 25)),
      soTruongHop: 150,
      dau: '>',
    },
  })
}

/** Provincial portal: services of levels 3 and 4, 281 in all, on 25/4/2022 (S1-8, S1-9). */
export function onlineServices(): Response {
  return json({
    status: 200,
    data: {
      ngay: '25/04/2022',
      tongThuTuc: 281,
      muc: [
        { ma: 'MUC_3_4', soLuong: 271, mau: 281, tyLe: '96,4' },
        { ma: 'MUC_4', soLuong: 227, mau: 281, tyLe: '81' },
        { ma: 'MUC_4_DU_DIEU_KIEN', tyLe: '100' },
      ],
    },
  })
}
