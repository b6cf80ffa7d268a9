import { isoLocal, lastTick, MINUTE } from '../../clock'
import { somewhereIn, wardNamed } from '../../place'
import { json, round, type Call } from '../../wire'

/**
 * Indicators of published reports (mid-2022), as line-of-business systems would report them, each in its own shape.
 * Values and qualifying words are those printed.
 */

/** Agencies whose share of online dossiers was above 80 % in 8/2022, in the printed order. */
const AGENCIES = [
  ['SNV', 'Sở Nội vụ', '100'],
  ['SKHCN', 'Sở KH&CN', '99,7'],
  ['SCT', 'Sở Công Thương', '99,2'],
  ['SVHTT', 'Sở Văn hóa và Thể thao', '98,8'],
  ['STC', 'Sở Tài chính', '96,4'],
  ['QHA', 'UBND q. Hải An', '92,2'],
  ['SDL', 'Sở Du lịch', '81,8'],
  ['HKT', 'UBND h. Kiến Thụy', '80,6'],
] as const

/** National public-service portal: share of online dossiers of the city and of the nation. */
export async function portal({ request }: Call): Promise<Response> {
  if (request.method !== 'POST') return json({ error: 'POST only' }, { status: 405 })
  const form = new URLSearchParams(await request.text()).get('params') ?? ''
  if (!form.includes('report_tyle_tructuyen_service')) return json([])
  return json([
    {
      LOAI_KY: 'THANG',
      NAM: '2022',
      MONTH: '08',
      MA_COQUAN: 'HP',
      TEN: 'UBND thành phố Hải Phòng',
      TYLE_TRUCTUYEN: '27.9',
      TYLE_CANUOC: '17',
    },
  ])
}

/** One-stop software: the best agencies, online payment, shared civil-status services, land data. */
export function oneStopRates(): Response {
  return json({
    isSuccess: true,
    object: {
      ky: '08/2022',
      nguong: '80',
      coQuan: AGENCIES.map(([ma, ten, tyLe]) => ({ ma, ten, tyLe })),
      chiTieu: [
        { ma: 'TTTT', ky: '2022-08', giaTri: '12' },
        { ma: 'HOTICH', ky: '2022-08', giaTri: '3' },
        { ma: 'DATDAI', ky: '2022', giaTri: '3' },
      ],
    },
  })
}

/** E-office: fractions of one. */
export function eOffice(): Response {
  return json({
    resultCode: 'OK',
    list: [
      { indicator: 'document-system', ratio: 1, month: '2022-08' },
      { indicator: 'signed-online', ratio: 0.826, month: '2022-08' },
      { indicator: 'official-mailbox', ratio: 1, month: '2022-08' },
    ],
  })
}

/** Operators’ reports to the department. */
export function networkKpis(): Response {
  return json({
    status: 200,
    data: [
      { kpi: 'BTS_TONG', ky: '2022-08', giaTri: 2224, soVoiCuoiNam: '+11%' },
      { kpi: 'BTS_4G_MOI', ky: '2022', giaTri: 214 },
      { kpi: 'PHU_4G', ky: '2022-08', giaTri: 100 },
    ],
  })
}

/** i-Speed: places among the provinces, numbers as Vietnamese text. */
export function speedRanks(): Response {
  return json({
    ky: '08/2022',
    donVi: 'Mbps',
    ketQua: [
      {
        loai: 'DI_DONG',
        soSanh: 'trên',
        taiXuong: '40',
        xepHang: 24,
        tongSo: 63,
        tangBac: 20,
        caNuoc: null,
      },
      {
        loai: 'CO_DINH',
        soSanh: 'khoảng',
        taiXuong: '60',
        xepHang: 38,
        tongSo: 63,
        tangBac: null,
        caNuoc: '73,5',
      },
    ],
  })
}

/** Where the two units without a connection lie is not published; the places are invented. */
const UNCONNECTED = ['tien-lang', 'thuy-nguyen']

/** The dedicated data network: how many of its points are connected, and those that are not. */
export function network({ place, seed, at }: Call): Response {
  const missing = UNCONNECTED.flatMap((id, index) => {
    const ward = wardNamed(place, id)
    if (!ward) return []
    const [lon, lat] = somewhereIn(ward, seed, `tslcd/${index}`)
    return [
      {
        ma: `TSLCD-${index + 1}`,
        ten: `Chưa kết nối ${index + 1}`,
        maDonVi: id,
        viTri: { kinhDo: round(lon, 4), viDo: round(lat, 4), saiSoMet: 3000 },
        trangThai: 'CHUA_KET_NOI',
        moPhong: true,
      },
    ]
  })
  return json({
    code: 0,
    checkTime: isoLocal(lastTick(at, MINUTE)),
    tongHop: { ky: '2022-08', tong: 253, ketNoi: 251, tyLe: 99.2 },
    chuaKetNoi: missing,
  })
}
