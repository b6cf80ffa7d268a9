import { DAY, isoLocal, lastTick, localTime, MINUTE } from '../clock'
import type { Place, Ward } from '../place'
import { chance, drift } from '../random'
import { remember } from '../remember'
import { json, round, type Call } from '../wire'

/** Notifiable diseases: cases a week among a hundred thousand people, and the month in which they peak. */
const DISEASES = [
  { code: 'SXH', name: 'Sốt xuất huyết', perWeek: 26, peak: 9.5 },
  { code: 'TCM', name: 'Tay chân miệng', perWeek: 14, peak: 9 },
  { code: 'CUM', name: 'Cúm mùa', perWeek: 34, peak: 0.5 },
  { code: 'SOI', name: 'Sởi', perWeek: 3, peak: 3 },
] as const
type Disease = (typeof DISEASES)[number]

/** Fewer cases than this say nothing about a trend. */
const TOO_FEW = 10

/** From 0.3 off season to 1.2 at the peak. */
function season({ peak }: Disease, day: number): number {
  const month = new Date(day * DAY).getUTCMonth()
  return 0.75 + 0.45 * Math.cos(((month - peak) / 12) * 2 * Math.PI)
}

/** Cases of one day in one area: whole, so that sums over days and areas always agree. */
function cases(place: Place, seed: number, ward: Ward, disease: Disease, day: number): number {
  const people = (0.6 + 0.8 * chance(0, 'people', ward.id)) / place.wards.length
  const key = `${disease.code}/${ward.id}`
  const wave =
    1 + 0.7 * drift(seed, key, day * DAY, 17 * DAY) + 0.25 * drift(seed, disease.code, day * DAY, 9 * DAY)
  const mean = ((disease.perWeek * place.scale) / 7) * people * season(disease, day) * wave
  return Math.floor(mean + chance(seed, key, day))
}

/** The seven full days before today and the seven before them. */
const tallies = remember((place, seed, today) =>
  DISEASES.flatMap((disease) =>
    place.wards.map((ward) => {
      const sum = (from: number) =>
        Array.from({ length: 7 }, (_, back) => cases(place, seed, ward, disease, today - from - back)).reduce(
          (all, each) => all + each,
          0,
        )
      return { disease, ward, now: sum(1), before: sum(8) }
    }),
  ),
)

/** Rise in percent; null when there were too few cases to speak of one. */
const rise = (now: number, before: number) =>
  before < TOO_FEW ? null : round((100 * (now - before)) / before, 1)

/** Open-data portal (CKAN datastore): cases of notifiable diseases by area, counts only. */
export function notifiableDiseases({ place, seed, at }: Call): Response {
  const tick = lastTick(at, 5 * MINUTE)
  const all = tallies(place, seed, localTime(tick).day)
  const total = (rows: typeof all) => ({
    SO_CA: rows.reduce((sum, { now }) => sum + now, 0),
    KY_TRUOC: rows.reduce((sum, { before }) => sum + before, 0),
  })
  const whole = (code: string, name: string, rows: typeof all) => {
    const sums = total(rows)
    return { MA_BENH: code, BENH: name, MA_PHUONG: null, ...sums, TANG: rise(sums.SO_CA, sums.KY_TRUOC) }
  }
  const rows = [
    whole('TAT_CA', 'Tất cả', all),
    ...DISEASES.map(({ code, name }) =>
      whole(
        code,
        name,
        all.filter(({ disease }) => disease.code === code),
      ),
    ),
    ...all.map(({ disease, ward, now, before }) => ({
      MA_BENH: disease.code,
      BENH: disease.name,
      MA_PHUONG: ward.id,
      SO_CA: now,
      KY_TRUOC: before,
      TANG: null,
    })),
  ]
  return json({
    help: '/api/3/action/help_show?name=datastore_search',
    success: true,
    result: {
      resource_id: 'benh-truyen-nhiem-7-ngay',
      last_modified: isoLocal(tick),
      fields: [
        { id: '_id', type: 'int' },
        { id: 'MA_BENH', type: 'text' },
        { id: 'BENH', type: 'text' },
        { id: 'MA_PHUONG', type: 'text' },
        { id: 'SO_CA', type: 'int' },
        { id: 'KY_TRUOC', type: 'int' },
        { id: 'TANG', type: 'numeric' },
      ],
      records: rows.map((row, index) => ({ _id: index + 1, ...row })),
      total: rows.length,
    },
  })
}
