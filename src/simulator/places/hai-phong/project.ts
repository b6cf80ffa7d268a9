import { json } from '../../wire'

/** The digital-government project: money and stages as of 8/2022. */
export function project(): Response {
  return json({
    success: true,
    message: null,
    result: {
      ma: 'DA-CQS',
      ten: 'Dự án chính quyền số',
      ky: '2022-08',
      tongMucDauTu: '308',
      donViTien: 'tỷ đồng',
      buoc: [
        { ma: 'nghien-cuu-kha-thi', ten: 'Phê duyệt nghiên cứu khả thi', trangThai: 'HOAN_THANH' },
        { ma: 'ke-hoach-dau-thau', ten: 'Kế hoạch lựa chọn nhà thầu', trangThai: 'HOAN_THANH' },
        { ma: 'chon-tu-van', ten: 'Lựa chọn đơn vị tư vấn', trangThai: 'DANG_LAM' },
      ],
    },
  })
}

/** What the rest of 2022 was to bring, as announced in 8/2022. */
export function milestones(): Response {
  const planned = (ma: string, ten: string) => ({
    ma,
    ten,
    trangThai: 'KE_HOACH',
    thoiHan: 'cuối năm 2022',
  })
  return json({
    success: true,
    message: null,
    result: [
      planned('trung-tam-du-lieu', 'Trung tâm dữ liệu dùng chung'),
      planned('nen-tang-chia-se', 'Nền tảng chia sẻ dữ liệu'),
      planned('xac-thuc', 'Xác thực điện tử'),
      planned('kho-du-lieu', 'Kho dữ liệu dùng chung'),
      planned('du-lieu-mo', 'Cổng dữ liệu mở'),
      planned('soc', 'Giám sát bảo đảm an toàn thông tin (SOC)'),
    ],
  })
}
