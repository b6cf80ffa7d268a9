import { DAY, isoLocal, lastTick, MINUTE } from '../../clock'
import { drift } from '../../random'
import { json, type Call } from '../../wire'

/** Documents that the programme rests on: numbers and dates as printed (S1-1). */
export function programmes(): Response {
  return json({
    success: true,
    message: null,
    result: [
      {
        id: 'nq-09',
        soHieu: 'NQ 09-NQ/TU',
        coQuan: 'Tỉnh ủy',
        trichYeu: 'Chuyển đổi số toàn diện đến 2025, định hướng đến 2030',
        ngay: '05/02/2022',
        loai: 'Nghị quyết',
      },
    ],
  })
}

/** Milestones of the operations centre and of the people behind it (S1-10, S1-14 to S1-16), in the source's words. */
export function milestones(): Response {
  return json({
    Data: [
      { Ma: 'thu-nghiem', Ten: 'Thử nghiệm IOC, chín hợp phần', Moc: '12/2021', MoTa: 'Vận hành thử nghiệm', TrangThai: 3 },
      { Ma: 'nghi-quyet', Ten: 'Nghị quyết 09-NQ/TU', Moc: '05/02/2022', MoTa: 'Tỉnh ủy Quảng Ninh', TrangThai: 3 },
      { Ma: 'thue-dat', Ten: 'Nộp thuế đất, nhà trực tuyến', Moc: '14/04/2022', MoTa: 'Trên 150 trường hợp đến 25/4/2022', TrangThai: 3 },
      { Ma: 'danh-gia', Ten: 'Đánh giá thử nghiệm IOC', Moc: '2022', MoTa: 'Rồi đưa vào vận hành chính thức', TrangThai: 2 },
      { Ma: 'dao-tao', Ten: 'Tỉnh đào tạo 100 cán bộ nòng cốt', Moc: '2022', MoTa: 'Mục tiêu 100 người', TrangThai: 2 },
      { Ma: 'to-cong-nghe', Ten: 'Thành lập tổ công nghệ số cộng đồng', Moc: '2022', MoTa: 'Ở các xã, phường: dự kiến', TrangThai: 1 },
      { Ma: 'chinh-thuc', Ten: 'Vận hành chính thức IOC', Moc: 'sau đánh giá', MoTa: 'Nguồn không nêu ngày', TrangThai: 1 },
    ],
  })
} // prettier-ignore

/** Officers trained so far: the report gives the target of a hundred and no count (S1-16); this one is invented. */
export function training({ seed, at }: Call): Response {
  const tick = lastTick(at, 5 * MINUTE)
  return json({
    code: 'OK',
    capNhat: isoLocal(tick),
    lopHoc: { mucTieu: 100, daHoanThanh: Math.round(83 + 6 * drift(seed, 'officers', tick, 40 * DAY)) },
  })
}
