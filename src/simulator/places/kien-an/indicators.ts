import { isoLocal, lastTick, localDate, MINUTE, msDate, DAY, vnDateTime } from '../../clock'
import { drift } from '../../random'
import { monthsSince2023 } from '../../rhythm'
import { json, round, vnNumber, type Call } from '../../wire'

/**
 * Indicators that line-of-business systems report once for a period. Figures and qualifying words are those of the
 * published reports; each system answers in its own shape.
 */

const year = (value: number) => msDate(localDate(value, 1, 1))

/** Payment gateway: cashless shares in percent, the year as its first day. */
export function cashless(): Response {
  return json({
    ErrorCode: 0,
    Data: [
      {
        Ma: 'TT_DVC',
        Nam: year(2022),
        TyLe: 0.13,
        GhiChu: 'đạt',
        XepHang: null,
        TongSo: null,
        NamTruoc: null,
      },
      { Ma: 'TT_DVC', Nam: year(2023), TyLe: 33, GhiChu: 'đạt', XepHang: 3, TongSo: 14, NamTruoc: 0.13 },
      { Ma: 'TT_DIEN', Nam: year(2023), TyLe: 81, GhiChu: 'đạt' },
      { Ma: 'TT_NUOC', Nam: year(2023), TyLe: 100, GhiChu: 'đạt' },
      { Ma: 'TT_HOCPHI', Nam: year(2023), TyLe: 98, GhiChu: 'gần' },
    ],
  })
}

/** E-office: digital signature shares as a bare array of fractions of one. */
export function signatures(): Response {
  const asOf = isoLocal(localDate(2023, 4, 30))
  return json([
    { indicator: 'org-signature', ratio: 1, bound: 'đạt', scope: 'phòng, ban, UBND phường', asOf },
    { indicator: 'leader-signed', ratio: 0.97, bound: 'đạt', scope: 'UBND quận', asOf },
    { indicator: 'agencies-signing', ratio: 1, bound: 'đạt', scope: 'trừ văn bản mật', asOf },
    { indicator: 'documents-signed', ratio: 0.93, bound: 'từ … trở lên', scope: 'trừ văn bản mật', asOf },
  ])
}

/** Health: hospital software linked to the social-insurance assessment portal, visits with chip card and VNeID. */
export function health(): Response {
  return json({
    response: {
      numFound: 2,
      docs: [
        { chi_tieu: 'hospital-software', thang: '04/2023', ty_le: '100', so_sanh: 'đạt' },
        { chi_tieu: 'visits-chip-id', nam: '2023', ty_le: '80,6', so_sanh: 'trên' },
      ],
    },
  })
}

/** Education: establishments that collect by electronic payment. */
export function education(): Response {
  return json({
    code: '00',
    data: { kyBaoCao: '2023-04', tyLeThuDienTu: 100, donViTrienKhai: 'Ngân hàng, Công ty CP MISA' },
  })
}

/** Tax: enterprises that pay online. */
export function tax(): Response {
  return json({ resultCode: 'SUCCESS', payload: { namThue: 2023, tyLeNopDienTu: '86', dauSoSanh: 'trên' } })
}

/**
 * Project 06 statistics. Published reports give no value for households with a person able to use VNeID and online
 * services; the present one is invented by the simulation. Level-2 identification stays without a number.
 */
export function identity({ seed, at }: Call): Response {
  const households = Math.min(97, 62 + 0.55 * monthsSince2023(at) + 0.6 * drift(seed, 'able', at, 20 * DAY))
  return json({
    code: '00',
    message: 'OK',
    data: {
      thoiGian: vnDateTime(lastTick(at, 5 * MINUTE)),
      hoCoNguoiBietDung: vnNumber(round(households, 1)),
      dinhDanhMuc2: { nam: '2023', tyLe: null, danhGia: 'tốp đầu thành phố' },
    },
  })
}
