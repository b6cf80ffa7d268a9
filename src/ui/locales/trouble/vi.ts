/** One banner for one cause, short enough to be read from 3 m. */
export const trouble = {
  'offline-unknown': 'Không nguồn nào trả lời từ {time}',
  'offline-silent': 'Không nguồn nào trả lời từ {time} — mạng của màn hình này?',
  'offline-reached': 'Không hệ thống nào trả lời từ {time}; mạng của màn hình này vẫn thông',
  'sign-in': 'Mạng hoặc cổng dữ liệu đòi đăng nhập: từ {time} chỉ nhận được trang web',
  'clock-ahead': 'Đồng hồ màn hình này nhanh {gap} so với các máy chủ',
  'clock-behind': 'Đồng hồ màn hình này chậm {gap} so với các máy chủ',
  slept: 'Máy vừa ngủ {gap}; đang đọc lại các nguồn',
  'corrected-ahead': 'Đồng hồ vừa nhảy tới {gap}: máy vừa ngủ hoặc vừa được chỉnh giờ',
  'corrected-behind': 'Đồng hồ vừa được chỉnh lùi {gap}',
}
