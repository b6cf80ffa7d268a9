/** What the screen says of itself. */
export const upkeep = {
  without: 'không lưu được',
  withoutWhy: 'Trình duyệt không cho lưu dữ liệu: sau khi mở lại, màn hình bắt đầu từ trống.',
  failed: 'cập nhật thất bại',
  failedWhy: 'Máy chủ có bản mới nhưng chưa tải được; màn hình vẫn chạy bản đang có.',
  brokenMap: 'Bản đồ gặp lỗi; đang thử lại. Các phần khác vẫn chạy.',
}

/** What cannot be shown, and how to mend it. */
export const broken = {
  panel: 'Ô này cấu hình sai',
  crash: 'Ô này gặp lỗi khi vẽ. Các ô khác vẫn chạy.',
  city: 'Không mở được tệp thành phố',
  mend: 'Sửa tệp rồi tải lại trang. Kiểm tra trước bằng: npm run city:check {file}',
}
