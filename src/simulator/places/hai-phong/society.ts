import { DAY, lastTick, MINUTE, vnDateTime } from '../../clock'
import { drift } from '../../random'
import { monthsSince2023 } from '../../rhythm'
import { json, round, vnNumber, type Call } from '../../wire'

/** Staff trained online. Only the target is published; the count is invented by the simulation. */
export function training({ seed, at }: Call): Response {
  const trained = 24_600 + 70 * monthsSince2023(at) + 120 * drift(seed, 'trained', at, 40 * DAY)
  return json({
    code: '00',
    message: 'OK',
    data: {
      thoiGian: vnDateTime(lastTick(at, 5 * MINUTE)),
      daBoiDuong: vnNumber(Math.min(29_800, Math.round(trained))),
      chiTieu: '30.000',
      moPhong: true,
    },
  })
}

/** Platforms that the report names without a figure, and where the simulation lets them stand. */
const PLATFORMS = [
  { ma: 'SUC_KHOE', ten: 'Hồ sơ sức khỏe điện tử', share: 71 },
  { ma: 'HOC_BA', ten: 'Học bạ điện tử', share: 88 },
  { ma: 'THANH_TOAN', ten: 'Thanh toán điện tử', share: 64 },
  { ma: 'CHU_KY_SO', ten: 'Chữ ký số', share: 39 },
] as const

/** Use of social platforms in percent; the city and its units. Every value is simulated. */
export function platformUse({ seed, at }: Call): Response {
  const tick = lastTick(at, 5 * MINUTE)
  return json({
    response: {
      numFound: PLATFORMS.length,
      docs: PLATFORMS.map(({ ma, ten, share }) => ({
        ma,
        ten,
        ty_le: vnNumber(round(share + 1.5 * drift(seed, `platform/${ma}`, tick, 15 * DAY), 1)),
        thoi_gian: vnDateTime(tick),
        mo_phong: true,
      })),
    },
  })
}
