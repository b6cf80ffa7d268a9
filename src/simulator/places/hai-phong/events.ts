import { json } from '../../wire'

const WORKSHOPS = [
  ['ky-so-luu-tru', 'Chữ ký số và lưu trữ điện tử'],
  ['ha-tang', 'Hạ tầng số và an toàn, an ninh mạng'],
  ['giao-duc', 'Chuyển đổi số ngành giáo dục'],
  ['y-te', 'Chuyển đổi số ngành y tế'],
  ['an-toan', 'An toàn thông tin'],
  ['phuong-phap', 'Phương pháp luận chuyển đổi số'],
  ['doanh-nghiep', 'Chuyển đổi số doanh nghiệp'],
  ['chuoi-do-thi', 'Chuỗi đô thị thông minh đồng bằng sông Hồng'],
  ['nho-va-vua', 'Doanh nghiệp nhỏ và vừa'],
] as const

/** The city portal's list of events. Only periods are published, no days. */
export function events(): Response {
  const signed = (id: string, tieuDe: string, moTa: string | null, thoiGian: string) => ({
    id,
    tieuDe,
    moTa,
    thoiGian,
    chuyenMuc: 'Hợp tác',
  })
  return json({
    status: 'ok',
    items: [
      signed('bo-tttt', 'Ghi nhớ hợp tác với Bộ TT&TT', 'Giai đoạn 2022–2025', '2022'),
      signed('vnnic', 'Thỏa thuận VNNIC – Sở TT&TT', null, '2022'),
      signed('ten-mien', 'Điểm đăng ký tên miền “.vn”', null, '2022'),
      {
        id: 'thi-truc-tuyen',
        tieuDe: 'Thi trực tuyến về chuyển đổi số',
        moTa: 'Tìm hiểu NQ 03-NQ/TU và kế hoạch 2022',
        thoiGian: '2022',
        chuyenMuc: 'Cuộc thi',
      },
      ...WORKSHOPS.map(([id, tieuDe]) => ({
        id: `hoi-thao-${id}`,
        tieuDe,
        moTa: null,
        thoiGian: '2022-H1',
        chuyenMuc: 'Hội thảo',
      })),
    ],
    thongKe: { ky: '2022-H1', nguoiThamDu: null, danhGia: 'hàng nghìn người' },
  })
}

/** Programme documents of the task tracker: numbers and dates as printed. */
export function programmes(): Response {
  return json({
    success: true,
    message: null,
    result: [
      {
        id: 'chu-de',
        soHieu: 'Chủ đề năm 2022',
        trichYeu: 'Chuyển đổi số là một trong ba nội dung',
        coQuan: 'Thành phố Hải Phòng',
        ngay: '2022',
      },
      {
        id: 'nq-03',
        soHieu: 'NQ 03-NQ/TU',
        trichYeu: 'Chuyển đổi số đến năm 2025, định hướng đến năm 2030',
        coQuan: 'Ban Thường vụ Thành ủy',
        ngay: '2021-10-26',
      },
      {
        id: 'ke-hoach-2022',
        soHieu: 'Kế hoạch chuyển đổi số 2022',
        trichYeu: '58 nhiệm vụ giao 21 đơn vị, 8 kế hoạch triển khai',
        coQuan: 'UBND thành phố',
        ngay: '2022',
      },
      {
        id: 'hop-nhat-2025',
        soHieu: 'Từ 01/07/2025',
        trichYeu: 'Hợp nhất với tỉnh Hải Dương; thành phố mới có 114 đơn vị cấp xã, không còn cấp huyện',
        coQuan: 'Thành phố Hải Phòng',
        ngay: '2025-07-01',
      },
    ],
  })
}
