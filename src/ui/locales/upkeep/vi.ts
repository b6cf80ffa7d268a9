/** What the screen says of itself. */
export const upkeep = {
  without: 'không lưu được',
  withoutWhy: 'Trình duyệt không cho lưu dữ liệu: sau khi mở lại, màn hình bắt đầu từ trống.',
  failed: 'cập nhật thất bại',
  failedWhy:
    'Máy chủ có bản mới nhưng chưa tải được bản đó hoặc tệp thành phố; màn hình vẫn chạy bản đang có.',
  missing: 'Thiếu {files}',
  missingDo: 'kiểm tra máy chủ; tự thử lại',
  wrong: 'Sai {count} chỗ: {files}',
  wrongDo: 'xem npm run city:check',
  incomplete: 'Tệp thành phố thiếu hoặc sai: không kết luận',
  brokenMap: 'Bản đồ gặp lỗi; đang thử lại. Các phần khác vẫn chạy.',
}

/** What cannot be shown, and how to mend it. */
export const broken = {
  panel: 'Ô này cấu hình sai',
  crash: 'Ô này gặp lỗi khi vẽ. Các ô khác vẫn chạy.',
  city: 'Không mở được tệp thành phố',
  mend: 'Hãy sửa tệp rồi kiểm tra bằng: npm run city:check {file}',
  again: 'Trang tự đọc lại tệp trong vòng một phút và tự chạy khi tệp dùng được.',
}
