import { DAY, isoLocal, lastTick, MINUTE, vnDateTime } from '../../clock'
import { chance, drift } from '../../random'
import { json, type Call } from '../../wire'

/** Scored parts of Decision 766 with the portal's own field names and the most points each can bring. */
const PARTS = [
  { field: 'CKMB', most: 18, usual: 0.94 },
  { field: 'TDGQ', most: 20, usual: 0.95 },
  { field: 'MDSH', most: 22, usual: 0.71 },
  { field: 'TTTT', most: 12, usual: 0.9 },
  { field: 'CLGQ', most: 10, usual: 0.68 },
  { field: 'MDHL', most: 18, usual: 0.97 },
] as const
const UNITS = 14

/** The ranks that were published: second in 4/2023, fourth of fourteen in 2023. */
const RANKS = [
  { LOAI_KY: 'THANG', NAM: '2023', MONTH: '04', MA_COQUAN: 'KA', TEN: 'UBND quận Kiến An', ROW_STT: '2' },
  {
    LOAI_KY: 'NAM',
    NAM: '2023',
    MONTH: '',
    MA_COQUAN: 'KA',
    TEN: 'UBND quận Kiến An',
    ROW_STT: '4',
    TONG_DONVI: '14',
  },
]

/** The present scores are invented: no published report prints one. Strings, as the portal sends them. */
function scores(seed: number, at: number): Record<string, string>[] {
  const tick = lastTick(at, 5 * MINUTE)
  const rows = Array.from({ length: UNITS }, (_, unit) => {
    const lag = unit === 0 ? 0 : 0.14 * chance(seed, '766', unit) - 0.02
    const parts = PARTS.map(({ field, most, usual }) => {
      const share = usual - lag + 0.015 * drift(seed, `766/${unit}/${field}`, tick, 11 * DAY)
      return [field, Math.min(most, most * share).toFixed(2)] as const
    })
    const total = parts.reduce((sum, [, score]) => sum + Number(score), 0).toFixed(2)
    const name = unit === 0 ? 'UBND quận Kiến An' : `Đơn vị cấp huyện số ${unit + 1}`
    const code = unit === 0 ? 'KA' : `DV${String(unit + 1).padStart(2, '0')}`
    return {
      ID: String(398_100 + unit),
      MA_COQUAN: code,
      TEN: name,
      CAPDONVIID: '1',
      ...Object.fromEntries(parts),
      TONG_SCORE: total,
    }
  })
  const month = isoLocal(tick).slice(0, 7)
  return rows
    .toSorted((a, b) => Number(b.TONG_SCORE) - Number(a.TONG_SCORE))
    .map((row, index) => ({
      ...row,
      ROW_STT: String(index + 1),
      KY_BAOCAO: month,
      THOIGIAN: vnDateTime(tick),
    }))
}

/** National public-service portal: one address, the report named inside a form field that holds JSON. */
export async function portal({ request, seed, at }: Call): Promise<Response> {
  if (request.method !== 'POST') return json({ error: 'POST only' }, { status: 405 })
  const params: unknown = readParams(new URLSearchParams(await request.text()).get('params'))
  if (typeof params !== 'object' || params === null || !('service' in params)) return json([])
  if (params.service === 'report_tinh_766_service') return json(scores(seed, at))
  if (params.service === 'report_xuhuongdiem_service') return json(RANKS)
  return json([])
}

function readParams(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
