import { vnDateTime } from '../../clock'
import { json, type Call } from '../../wire'

/** Indicators of past periods as the one-stop software reports them; figures and words as printed. */
const INDICATORS = [
  { ma: 'HSTT', ky: '2022', mucDo: 'đạt', giaTri: '61' },
  { ma: 'HSTT', ky: '2023-04-30', mucDo: 'trên', giaTri: '86' },
  { ma: 'HSTT', ky: '2023', mucDo: 'trên', giaTri: '90', namTruoc: '2022', kyTruoc: '61' },
  { ma: 'KQDT', ky: '2022', mucDo: 'đạt', giaTri: '0,71' },
  { ma: 'KQDT', ky: '2023', mucDo: 'gần', giaTri: '35', namTruoc: '2022', kyTruoc: '0,71' },
  { ma: 'TTQR', ky: '2023', mucDo: 'đạt', giaTri: '247' },
  { ma: 'LVQR', ky: '2023', mucDo: 'đạt', giaTri: '15' },
  { ma: 'KQKS', ky: '2023', mucDo: 'đi đầu thành phố', giaTri: null },
]

export function dossierIndicators({ at }: Call): Response {
  return json({
    isSuccess: true,
    object: { donVi: 'Quận Kiến An', lapLuc: vnDateTime(at), chiTieu: INDICATORS },
  })
}
