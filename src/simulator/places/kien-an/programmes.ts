import { json } from '../../wire'

/** Programme documents of the task tracker: numbers, dates and horizons as printed. */
export function programmes(): Response {
  return json({
    success: true,
    message: null,
    result: [
      {
        id: 'nq-03',
        soHieu: 'NQ 03-NQ/TU',
        coQuan: 'Ban Thường vụ Thành ủy Hải Phòng',
        trichYeu: 'Nghị quyết về chuyển đổi số đến năm 2025, định hướng đến năm 2030',
        ngay: '26/10/2021',
        loai: 'Nghị quyết',
      },
      {
        id: 'qd-284',
        soHieu: 'QĐ 284/QĐ-UBND',
        coQuan: 'UBND thành phố Hải Phòng',
        trichYeu: 'Chương trình hành động thực hiện NQ 03-NQ/TU',
        ngay: '24/01/2022',
        loai: 'Quyết định',
      },
      {
        id: 'ct-08',
        soHieu: 'CT 08-CT/QU',
        coQuan: 'Quận ủy Kiến An',
        trichYeu: 'Chỉ thị của Quận ủy',
        ngay: '2022–23',
        loai: 'Chỉ thị',
      },
      {
        id: 'qd-766',
        soHieu: 'QĐ 766/QĐ-TTg',
        coQuan: 'Thủ tướng Chính phủ',
        trichYeu: 'Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp',
        ngay: '23/06/2022',
        loai: 'Quyết định',
      },
      {
        id: 'dai-hoi-6',
        soHieu: 'Nghị quyết Đại hội Đảng bộ quận lần thứ VI',
        coQuan: 'Đảng bộ quận Kiến An',
        trichYeu: 'Chính quyền số, kinh tế số, xã hội số',
        ngay: '2020–2025',
        loai: 'Nghị quyết',
      },
      {
        id: 'chu-de',
        soHieu: 'Chủ đề năm 2022 và 2023',
        coQuan: 'Quận Kiến An',
        trichYeu: 'Đẩy mạnh chỉnh trang đô thị – Thu hút đầu tư – Thực hiện chuyển đổi số',
        ngay: '2022, 2023',
        loai: 'Chủ đề năm',
      },
    ],
  })
}
