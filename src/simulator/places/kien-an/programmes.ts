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
        coQuan: 'BTV Thành ủy',
        trichYeu: 'Chuyển đổi số đến năm 2025, định hướng đến năm 2030',
        ngay: '26/10/2021',
        loai: 'Nghị quyết',
      },
      {
        id: 'qd-284',
        soHieu: 'QĐ 284/QĐ-UBND',
        coQuan: 'TP Hải Phòng',
        trichYeu: 'Chương trình hành động đến 2025, định hướng đến 2030',
        ngay: '24/01/2022',
        loai: 'Quyết định',
      },
      {
        id: 'ct-08',
        soHieu: 'Chỉ thị 08-CT/QU',
        coQuan: 'Quận ủy Kiến An',
        trichYeu: 'Chỉ thị của Quận ủy',
        ngay: '2022–23',
        loai: 'Chỉ thị',
      },
      {
        id: 'qd-766',
        soHieu: 'QĐ 766/QĐ-TTg',
        coQuan: 'Thủ tướng',
        trichYeu:
          'Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp … theo thời gian thực',
        ngay: '23/06/2022',
        loai: 'Quyết định',
      },
      {
        id: 'dai-hoi-6',
        soHieu: 'Nghị quyết Đại hội Đảng bộ quận lần thứ VI',
        coQuan: 'Đảng bộ quận',
        trichYeu: 'Chính quyền số, kinh tế số, xã hội số',
        ngay: '2020–2025',
        loai: 'Nghị quyết',
      },
      {
        id: 'chu-de',
        soHieu: 'Đẩy mạnh chỉnh trang đô thị – Thu hút đầu tư – Thực hiện chuyển đổi số',
        coQuan: 'Quận Kiến An',
        trichYeu: 'Chủ đề năm 2022 và 2023',
        ngay: '2022, 2023',
        loai: 'Chủ đề năm',
      },
    ],
  })
}
