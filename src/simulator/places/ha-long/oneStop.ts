import { DAY, isoLocal, localTime, vnDateTime } from '../../clock'
import { drift } from '../../random'
import { dossierStatistics } from '../../services/oneStop'
import { json, vnNumber, type Call } from '../../wire'

/**
 * The centre settles 5.000–10.000 dossiers a month (S1-2), fewer than three districts would: about 300 on a working
 * day.
 */
const OF_A_DISTRICT = 1.3

/** Today's dossiers in the shape that every city's one-stop software has. */
export function todaysDossiers(call: Call): Response {
  const centre = { ...call.place, id: `${call.place.id}/tthcc`, scale: OF_A_DISTRICT }
  return dossierStatistics({ ...call, place: centre })
}

const MONTHS = 3
const MIDDLE_OF_MONTH = 15 * DAY

/** Full months before this one, invented within the printed range: the newest last. */
function recentMonths(seed: number, at: number) {
  const [year = 0, month = 0] = isoLocal(at).split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, index) => {
    const middle = Date.UTC(year, month - 1 - MONTHS + index, 1) + MIDDLE_OF_MONTH
    const count = 7600 + 1300 * drift(seed, 'dossiers-month', localTime(middle).midnight, 45 * DAY)
    const [ofYear = '', ofMonth = ''] = isoLocal(middle).split('-')
    return { thang: `${ofMonth}/${ofYear}`, soHoSo: vnNumber(Math.round(count)), moPhong: true }
  })
}

/** Indicators of past periods; range, share and words as printed. */
const INDICATORS = [
  { ma: 'HSTHANG', ky: '2022', tu: '5.000', den: '10.000' },
  { ma: 'QTDT', ky: '2022-04', giaTri: '100' },
]

/** Indicators of the one-stop software, and the dossiers of recent months. */
export function dossierIndicators({ seed, at }: Call): Response {
  return json({
    isSuccess: true,
    object: {
      donVi: 'Trung tâm Hành chính công TP Hạ Long',
      lapLuc: vnDateTime(at),
      chiTieu: INDICATORS,
      theoThang: recentMonths(seed, at),
    },
  })
}
