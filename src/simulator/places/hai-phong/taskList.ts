/** How far a simulated task is: done in time, done late, at work, not begun, past its time. */
export type Course = 'done' | 'late' | 'work' | 'new' | 'over'

/** One of the tasks: title, course and budget in million đồng. */
export type Task = readonly [title: string, course: Course, budget: number]

/**
 * The 58 tasks of the city's 2022 plan by the 21 units that have them. Numbers, units and the sum of 470 tỷ đồng are
 * printed; titles follow what the report names and are otherwise plain, and who has which, how far it is and what it
 * costs is invented. Three tasks make up the digital-government project of 308 tỷ đồng.
 */
export const TASKS: readonly (readonly [unit: string, tasks: readonly Task[]])[] = [
  [
    'Sở TT&TT',
    [
      ['Trung tâm dữ liệu dùng chung', 'work', 172_000],
      ['Kho dữ liệu dùng chung', 'work', 84_000],
      ['Cổng dữ liệu mở', 'late', 52_000],
      ['Nền tảng chia sẻ dữ liệu', 'done', 14_000],
      ['Nền tảng xác thực điện tử', 'done', 6_000],
      ['Giám sát an toàn thông tin (SOC)', 'late', 18_000],
      ['Bồi dưỡng trực tuyến 30.000 CBCCVC', 'work', 5_000],
      ['Kết nối 2 đơn vị còn lại vào mạng TSLCD', 'over', 2_000],
      ['Phát triển trạm BTS, phủ sóng 4G', 'done', 1_000],
      ['Vận hành thử nghiệm IOC', 'done', 12_000],
    ],
  ],
  [
    'VP UBND TP',
    [
      ['Nâng cấp một cửa điện tử và DVCTT', 'done', 12_000],
      ['Vận động nộp hồ sơ trực tuyến', 'done', 3_000],
      ['Camera giám sát bộ phận một cửa', 'done', 4_000],
      ['Kết nối Cổng DVC quốc gia', 'done', 3_000],
      ['Tiếp nhận, xử lý phản ánh của người dân', 'work', 4_000],
    ],
  ],
  [
    'Sở Nội vụ',
    [
      ['Lưu trữ điện tử', 'late', 6_000],
      ['Cơ sở dữ liệu cán bộ, công chức, viên chức', 'done', 3_000],
      ['Ký số văn bản của các cơ quan', 'done', 2_500],
      ['Thư công vụ cho 100% cán bộ', 'done', 500],
    ],
  ],
  [
    'Sở Y tế',
    [
      ['Hồ sơ sức khỏe điện tử', 'work', 8_000],
      ['Bệnh án điện tử', 'late', 6_000],
      ['Thanh toán viện phí không tiền mặt', 'done', 2_000],
    ],
  ],
  [
    'Sở GD&ĐT',
    [
      ['Học bạ điện tử', 'done', 5_000],
      ['Thanh toán học phí không tiền mặt', 'done', 2_000],
      ['Cơ sở dữ liệu ngành giáo dục', 'done', 3_000],
    ],
  ],
  [
    'Sở TN&MT',
    [
      ['Liên thông VBDLIS với một cửa', 'done', 7_000],
      ['Dữ liệu đất đai các quận, huyện', 'over', 6_000],
      ['Dữ liệu quan trắc môi trường', 'done', 3_000],
    ],
  ],
  [
    'Công an TP',
    [
      ['Kết nối CSDL quốc gia về dân cư', 'done', 2_000],
      ['Cấp định danh điện tử', 'done', 1_500],
      ['Camera an ninh kết nối IOC', 'late', 3_500],
    ],
  ],
  [
    'Sở Tư pháp',
    [
      ['Liên thông đăng ký hộ tịch', 'done', 1_500],
      ['Số hóa sổ hộ tịch', 'done', 500],
    ],
  ],
  [
    'Sở GTVT',
    [
      ['Giám sát giao thông thông minh', 'work', 5_000],
      ['Dữ liệu hạ tầng giao thông', 'done', 1_000],
      ['Dịch vụ công cấp giấy phép trực tuyến', 'done', 1_000],
    ],
  ],
  [
    'Sở Tài chính',
    [
      ['Thanh toán phí, lệ phí trực tuyến', 'done', 350],
      ['Dữ liệu ngân sách dùng chung', 'done', 350],
    ],
  ],
  [
    'Sở KH&ĐT',
    [
      ['Dữ liệu đầu tư công', 'done', 350],
      ['Đăng ký doanh nghiệp trực tuyến', 'done', 350],
    ],
  ],
  [
    'Sở KH&CN',
    [
      ['Dữ liệu khoa học và công nghệ', 'done', 350],
      ['Tư vấn chuyển đổi số doanh nghiệp', 'new', 350],
    ],
  ],
  [
    'Sở Công Thương',
    [
      ['Sàn thương mại điện tử', 'done', 350],
      ['Dữ liệu công nghiệp, thương mại', 'late', 350],
    ],
  ],
  [
    'Sở Du lịch',
    [
      ['Cổng du lịch thông minh', 'done', 350],
      ['Dữ liệu điểm đến', 'done', 350],
    ],
  ],
  [
    'Sở VH&TT',
    [
      ['Số hóa di sản', 'work', 350],
      ['Thư viện số', 'done', 350],
    ],
  ],
  [
    'Sở Xây dựng',
    [
      ['Dữ liệu quy hoạch xây dựng', 'over', 350],
      ['Cấp phép xây dựng trực tuyến', 'done', 350],
    ],
  ],
  [
    'Sở NN&PTNT',
    [
      ['Dữ liệu nông nghiệp', 'done', 350],
      ['Truy xuất nguồn gốc nông sản', 'late', 350],
    ],
  ],
  [
    'Sở LĐTB&XH',
    [
      ['Dữ liệu an sinh xã hội', 'done', 350],
      ['Sàn giao dịch việc làm', 'done', 350],
    ],
  ],
  [
    'Q. Hồng Bàng',
    [
      ['Dữ liệu đất đai lên cổng thành phố', 'done', 425],
      ['Một cửa hiện đại', 'late', 425],
    ],
  ],
  ['Q. Hải An', [['Hồ sơ trực tuyến trên 90%', 'done', 425]]],
  ['H. Kiến Thụy', [['Hồ sơ trực tuyến trên 80%', 'new', 425]]],
]
